import type { Day } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { refusals } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { focusMessages } from './messages-focus'
import type { Issue, Stance } from './model-table'
import type { Member } from './rules-colleagues'

const no = refusals('negotiations', focusMessages)

type Period = { validFrom: Day; validTo: Day }

/** Both days are included. */
export const isInForce = ({ validFrom, validTo }: Period, today: Day): boolean => validFrom <= today && today <= validTo

export function mustBePeriod({ validFrom, validTo }: Period): void {
  if (validTo < validFrom) throw no('periodReversed', {}, { validTo: { code: 'periodReversed' } })
}

/** A theme of one name begins on one day once. */
export function mustBeFree(taken: boolean): void {
  if (taken) throw no('themeTaken', {}, { name: { code: 'themeTaken' } })
}

export function mustKnowOwner(known: boolean): void {
  if (!known) throw no('ownerUnknown', {}, { ownerId: { code: 'ownerUnknown' } })
}

/**
 * How an issue may stand to the focus: to a theme that is in force today, against it only with a reason. A theme that the
 * issue already named may stay although it is over.
 */
export function mustFitFocus(
  { stance, reason }: { stance: Stance; reason: string | null },
  focus: (Period & { id: string }) | null,
  before: string | null,
  today: Day,
): void {
  if (stance !== 'neutral' && !focus) throw no('focusMissing', {}, { focusId: { code: 'focusMissing' } })
  if (focus && focus.id !== before && !isInForce(focus, today))
    throw no('focusOver', {}, { focusId: { code: 'focusOver' } })
  if (stance === 'against' && !reason) throw no('stanceReasonMissing', {}, { reason: { code: 'stanceReasonMissing' } })
}

/** Consent is for what goes against the focus, by somebody who did not say so themselves. */
export function mustNeedConsent({ stance, stanceBy }: Pick<Issue, 'stance' | 'stanceBy'>, actorId: string): void {
  if (stance !== 'against') throw no('notAgainst')
  if (stanceBy === actorId) throw no('ownStance')
}

/** Who is told that an issue needs consent: those above whoever leads it who may consent; else everybody who may. */
export function leadsOf(members: readonly Member[], ownerId: string): string[] {
  const above = new Map(members.map(({ id, reportsToId }) => [id, reportsToId]))
  const chain = new Set<string>()
  for (let at = above.get(ownerId); at && !chain.has(at); at = above.get(at)) chain.add(at)
  const consenting = members.filter((member) => isGranted(may.consent, member)).map(({ id }) => id)
  const leads = consenting.filter((id) => chain.has(id))
  return leads.length > 0 ? leads.slice(0, 1) : consenting
}
