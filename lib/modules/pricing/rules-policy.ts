import type { Actor } from '@/lib/kernel/actor'
import { addDays, type Day, daysBetween } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { isApproved, type Run } from '@/lib/modules/approvals/model'
import { messages } from './messages'
import type { Limits, Policy, PolicyInput, PolicyState } from './model-policy'

const no = refusals('pricing', messages)

type Standing = { validFrom: Day; consent: Pick<Run, 'state' | 'contentHash'> | null; contentHash: string }

/** Where an edition stands; computed, never stored. `later` says that another approved edition holds already. */
export function policyState({ validFrom, consent, contentHash }: Standing, today: Day, later: boolean): PolicyState {
  if (isApproved(consent, contentHash)) return validFrom > today ? 'approved' : later ? 'superseded' : 'inForce'
  if (consent?.state === 'pending') return 'inReview'
  return consent?.state === 'rejected' || consent?.state === 'changesRequested' ? 'sentBack' : 'draft'
}

/** Of the approved editions the one that began last holds; of one day, the one with the higher number. */
export const inForceOn = <P extends { validFrom: Day; number: number }>(approved: readonly P[], day: Day): P | null =>
  approved
    .filter((policy) => policy.validFrom <= day)
    .reduce<P | null>(
      (held, policy) =>
        held === null ||
        policy.validFrom > held.validFrom ||
        (policy.validFrom === held.validFrom && policy.number > held.number)
          ? policy
          : held,
      null,
    )

/** Text and limits of an edition from what was typed. Refuses limits that do not rise from level to level. */
export function policyOf(input: PolicyInput) {
  const { leadDiscountPct, managerDiscountPct, directorDiscountPct, managerMarginPct, directorMarginPct } = input
  if (exact(managerDiscountPct).lt(leadDiscountPct)) throw notRising('managerDiscountPct')
  if (exact(directorDiscountPct).lt(managerDiscountPct)) throw notRising('directorDiscountPct')
  if (managerMarginPct !== null && directorMarginPct !== null && exact(directorMarginPct).gt(managerMarginPct))
    throw no('marginNotFalling', {}, { directorMarginPct: { code: 'marginNotFalling' } })
  const limits: Limits = {
    discountPct: { salesLead: leadDiscountPct, manager: managerDiscountPct, director: directorDiscountPct },
    marginPct: { salesLead: null, manager: managerMarginPct, director: directorMarginPct },
    paymentDays: input.paymentDays,
    roundTo: input.roundTo,
    noticeDays: input.noticeDays,
    steepPct: input.steepPct,
    annualPct: input.annualPct,
    sharesGuidance: input.sharesGuidance,
  }
  const { title, englishTitle, body, englishBody, audience, validFrom } = input
  return { title, englishTitle, body, englishBody, audience: [...new Set(audience)], validFrom, limits }
}

const notRising = (field: string) => no('authorityNotRising', {}, { [field]: { code: 'authorityNotRising' } })

/** What was sent for consent or approved is not written over: a new edition is. */
export function mustBeEditable(state: PolicyState): void {
  if (state !== 'draft' && state !== 'sentBack') throw no('policyNotEditable')
}

/** Only an edition that holds or will hold is read and acknowledged. */
export function mustBeReadable(state: PolicyState): void {
  if (state !== 'inForce' && state !== 'approved') throw no('policyNotInForce')
}

/** An edition cannot begin before the day on which it is sent for consent. */
export function mustNotBeginInThePast(validFrom: Day, today: Day): void {
  if (daysBetween(today, validFrom) < 0) throw no('policyInThePast', {}, { validFrom: { code: 'policyInThePast' } })
}

/**
 * The first day on which a price may rise when clients are told on `told`, while that day is still ahead; null when the
 * price begins then or later, and when nothing can be mended any more.
 */
export function noticeMissed({ fromDay, told }: { fromDay: Day; told: Day }, noticeDays: number, today: Day) {
  const earliest = addDays(told, noticeDays)
  return fromDay < earliest && today < earliest ? earliest : null
}

/** The discount in percent that a member may give without asking; null when no limit is theirs. */
export function authorityOf(actor: Pick<Actor, 'roles'>, limits: Limits): string | null {
  if (actor.roles.includes('manager')) return limits.discountPct.director
  if (actor.roles.includes('salesLead')) return limits.discountPct.manager
  return actor.roles.includes('accountManager') ? limits.discountPct.salesLead : null
}

/** What of an edition those may read who see no margin. */
export const withoutMargins = (policy: Policy): Policy => ({
  ...policy,
  limits: {
    ...policy.limits,
    marginPct: { salesLead: null, manager: null, director: null },
    annualPct: '',
    steepPct: '',
  },
})
