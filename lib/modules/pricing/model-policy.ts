import { z } from 'zod'
import { type Role, roles } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { day, flag, id, listOf, optionalText, text, version } from '@/lib/kernel/input'
import { number, optionalAmount, optionalPercent, percent } from '@/lib/kernel/input-numbers'
import type { Thresholds } from './rules-routing'

/** What an edition of the policy fixes beside its text. Percentages as numbers of percent, days as calendar days. */
export type Limits = Thresholds & {
  /** Prices by rule are rounded half-up to this multiple; null rounds nothing. */
  roundTo: string | null
  /** Days before a price increase by which clients are told. */
  noticeDays: number
  /** A rebate cliff is steep from this share of the margin on. */
  steepPct: string
  /** What money costs us per year, in percent. */
  annualPct: string
  /** Account managers see the target and stretch prices of guidance, never its floor or the margins behind them. */
  sharesGuidance: boolean
}

/** What holds until a policy of one's own is approved. */
export const firstLimits: Limits = {
  discountPct: { salesLead: '10', manager: '15', director: '20' },
  marginPct: { salesLead: null, manager: '25', director: '18' },
  paymentDays: 60,
  roundTo: null,
  noticeDays: 30,
  steepPct: '5',
  annualPct: '6',
  sharesGuidance: false,
}

export const policyStates = ['draft', 'inReview', 'sentBack', 'approved', 'inForce', 'superseded'] as const
export type PolicyState = (typeof policyStates)[number]

const days = number({ min: '0', max: '730', places: 0 }).transform(Number)
const fields = {
  title: text(200),
  englishTitle: optionalText(200),
  body: text(20_000),
  englishBody: optionalText(20_000),
  audience: listOf(z.enum(roles), roles.length).pipe(z.array(z.enum(roles)).min(1, { message: 'audienceMissing' })),
  validFrom: day,
  leadDiscountPct: percent,
  managerDiscountPct: percent,
  directorDiscountPct: percent,
  managerMarginPct: optionalPercent,
  directorMarginPct: optionalPercent,
  paymentDays: days,
  roundTo: optionalAmount,
  noticeDays: days,
  steepPct: percent,
  annualPct: percent,
  sharesGuidance: flag,
}
export const policyRef = z.strictObject({ policyId: id })
export const draftPolicyInput = z.strictObject(fields)
export const editPolicyInput = policyRef.extend({ version: version.optional(), ...fields })
export const submitPolicyInput = policyRef.extend({ reason: optionalText(1000) })
export type PolicyInput = z.output<typeof draftPolicyInput>

/** An edition as it stands. */
export type Policy = {
  id: string
  version: number
  number: number
  title: string
  englishTitle: string | null
  body: string
  englishBody: string | null
  audience: Role[]
  validFrom: Day
  limits: Limits
  authorId: string
}
