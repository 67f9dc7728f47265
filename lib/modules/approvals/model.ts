import { z } from 'zod'
import { day, flag, id, listOf, optionalId, optionalText, text } from '@/lib/kernel/input'
import { locales } from '@/lib/kernel/messages'
import type { Money } from '@/lib/kernel/money'
import type { Said } from '@/lib/kernel/said'

/** What can be put before somebody; the module that owns the subject adds its kind here. */
export const subjectKinds = [
  'needPlan',
  'needProcedure',
  'pricePolicy',
  'priceException',
  'dealCheck',
  'termSheet',
  'standardTerms',
  'deductionWriteOff',
  'promotion',
  'negotiationMandate',
  'negotiationPackage',
  'obligationWaiver',
  'agreementVersion',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What a difference is about. A change of one aspect voids the consent of the steps that look at it, and no other. */
export const aspects = [
  'price',
  'margin',
  'payment',
  'fees',
  'terms',
  'needs',
  'procedure',
  'policy',
  'promotion',
  'credit',
  'legal',
  'supply',
  'quality',
  'marketing',
  'data',
  'other',
] as const
export type Aspect = (typeof aspects)[number]

/** What the policies' conditions look at: percent, days and amounts as exact text, the rest yes or no. Absent: unknown. */
export const factNames = [
  'discountPct',
  'marginPct',
  'paymentDays',
  'belowFloor',
  'newFee',
  'feeFlags',
  'value',
  'writeOff',
] as const
export type FactName = (typeof factNames)[number]
export type Facts = Readonly<Record<string, string | boolean>>

/** One difference from the standard. `was` is what was approved last; a positive cost is a cost of ours. */
export type DifferenceLine = {
  key: string
  aspect: Aspect
  label: Said
  standard: Said | null
  was: Said | null
  now: Said
  costPerYear: Money | null
  detail: Said | null
  why: string | null
  confidential: boolean
  /** What else it is about, beside its aspect. */
  touches?: Aspect[] | undefined
  /** Of what stands behind the line when its words are an extract: it changed when this did. */
  digest?: string | undefined
}

export type Totals = { costPerYear: Money | null; marginPct: string | null; value: Money | null }

export const runStates = ['pending', 'approved', 'rejected', 'changesRequested', 'withdrawn'] as const
export type RunState = (typeof runStates)[number]
export const stepStates = ['open', 'done', 'dropped'] as const
export type StepState = (typeof stepStates)[number]
/** `byWord` counts like `approved` until it must be in writing; `gone` is a seat whose holder became an author. */
export const seatStates = ['open', 'approved', 'byWord', 'gone'] as const
export type SeatState = (typeof seatStates)[number]

/** What can happen in a run, as its story tells it. */
export const actionKinds = [
  'submit',
  'approve',
  'reject',
  'sendBack',
  'ask',
  'answer',
  'byWord',
  'written',
  'wordDenied',
  'wordLapsed',
  'touch',
  'keep',
  'withdraw',
] as const
export type ActionKind = (typeof actionKinds)[number]

export const decisions = ['approve', 'sendBack', 'reject', 'ask'] as const
export type Decision = (typeof decisions)[number]

const said = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, text(2000)])) as Record<(typeof locales)[number], z.ZodString>,
)
const money = z.strictObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string().length(3) })
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const differenceLine = z.strictObject({
  key: text(200),
  aspect: z.enum(aspects),
  label: said,
  standard: said.nullable(),
  was: said.nullable(),
  now: said,
  costPerYear: money.nullable(),
  detail: said.nullable(),
  why: optionalText(4000),
  confidential: z.boolean(),
  touches: z.array(z.enum(aspects)).max(aspects.length).optional(),
  digest: hash.optional(),
})

export const subjectRef = z.strictObject({ subjectKind: z.enum(subjectKinds), subjectId: id })

const content = {
  contentHash: hash,
  facts: z.record(text(60), z.union([z.string().max(60), z.boolean()])),
  lines: z.array(differenceLine).max(1000),
  totals: z.strictObject({
    costPerYear: money.nullable(),
    marginPct: z.string().max(40).nullable(),
    value: money.nullable(),
  }),
}

export const submitInput = subjectRef.extend({
  accountId: optionalId,
  title: said,
  /** A page of the product; never another site. */
  href: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/),
  ...content,
  reason: optionalText(4000),
  /** What it says is for those who ask and those who are asked alone. */
  secret: z.boolean().default(false),
  /** Who wrote it beside the submitter: they decide no more than the submitter does. */
  authors: z.array(id).max(500).default([]),
  /** What was consented to before it was taken back stays so, in the aspects that nothing touched since. */
  keepsConsent: z.boolean().default(false),
})

export const touchInput = subjectRef.extend({ ...content, touched: z.array(z.enum(aspects)).max(aspects.length) })

export const runRef = z.strictObject({ runId: id })

/** The hash is that of the content which the approver saw: consent to anything else is refused. */
export const decideInput = runRef.extend({
  stepId: optionalId,
  decision: z.enum(decisions),
  contentHash: hash,
  comment: optionalText(4000),
})

export const decideManyInput = z.strictObject({ seen: listOf(text(120), 200) })
export const answerInput = runRef.extend({ comment: text(4000) })

/** One run of several: its id and the hash that was seen, in one form value. */
export const seenOf = (runId: string, contentHash: string) => `${runId}:${contentHash}`

const seat = runRef.extend({ stepId: id })

/** Urgent consent by word: who said it, on which day, how that is known. */
export const byWordInput = seat.extend({
  holderId: id,
  saidOn: day,
  evidence: text(2000),
  /** The LINE screenshot or mail, when there is one. */
  fileId: optionalId,
  contentHash: hash,
})

/** The approver puts in writing what they said, or says that they did not. */
export const writeWordInput = seat.extend({ agreed: flag, contentHash: hash, comment: optionalText(4000) })

/** From the first day to the last, both included; no kind named means all. */
export const delegateInput = z.strictObject({
  toId: id,
  startsOn: day,
  endsOn: day,
  subjectKinds: listOf(z.enum(subjectKinds), subjectKinds.length),
  reason: optionalText(1000),
})
export const delegationRef = z.strictObject({ delegationId: id })
export const stepRef = z.strictObject({ stepId: id })

/** A step of a run as others read it. */
export type RunStep = {
  id: string
  order: number
  level: string
  label: Said
  mode: 'all' | 'any'
  state: StepState
  dueAt: Date | null
  resets: number
  seats: readonly RunSeat[]
}
export type RunSeat = {
  holderId: string
  holderName: string
  replacesName: string | null
  state: SeatState
  actedById: string | null
  actedByName: string | null
  actedAt: Date | null
  writeBy: string | null
}

/** The latest run of a subject as its owner reads it. Consent counts only for `contentHash`. */
export type Run = {
  id: string
  subjectKind: SubjectKind
  subjectId: string
  state: RunState
  contentHash: string
  submittedBy: string
  submittedByName: string
  submittedAt: Date
  decidedAt: Date | null
  /** Some consent was given by word and is not in writing yet. */
  unwritten: boolean
  steps: readonly RunStep[]
}

/** Whether what stands there now has the consent of everybody it needs. */
export const isApproved = (run: Pick<Run, 'state' | 'contentHash'> | null | undefined, contentHash: string): boolean =>
  run?.state === 'approved' && run.contentHash === contentHash
