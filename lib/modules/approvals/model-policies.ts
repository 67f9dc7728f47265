import { z } from 'zod'
import { disciplines } from '@/lib/kernel/actor'
import { day, flag, id, listOf, text } from '@/lib/kernel/input'
import { optionalNumber } from '@/lib/kernel/input-numbers'
import { type Aspect, aspects, type FactName, subjectKinds } from './model'

/** Roles that a step may name; disciplines and members stand beside them. */
export const approverRoles = ['salesLead', 'manager'] as const

/** Who decides at a step, in one word: `role:salesLead`, `discipline:finance`, `manager` of the submitter, `member:<id>`. */
export const approverChoices = [
  'managerOf',
  ...approverRoles.map((role) => `role:${role}` as const),
  ...disciplines.map((discipline) => `discipline:${discipline}` as const),
] as const

const approver = z.union([z.enum(approverChoices), z.string().regex(/^member:[0-9a-f-]{36}$/)])

/** Thresholds are strict: 10 is not more than 10. Blank is no condition; 0 is one. */
export const thresholds = {
  discountOver: { fact: 'discountPct', over: true },
  marginUnder: { fact: 'marginPct', over: false },
  paymentDaysOver: { fact: 'paymentDays', over: true },
  valueOver: { fact: 'value', over: true },
  writeOffOver: { fact: 'writeOff', over: true },
} as const satisfies Record<string, { fact: FactName; over: boolean }>
export type Threshold = keyof typeof thresholds
export const thresholdNames = Object.keys(thresholds) as Threshold[]

export const flagNames = ['belowFloor', 'newFee', 'feeFlags'] as const satisfies readonly FactName[]
export type FlagName = (typeof flagNames)[number]

/** What a policy can demand of a submission before anybody is asked. */
export const demandNames = ['reason', 'whyEach', 'costPerYear', 'marginPct', 'paymentDays', 'value', 'account'] as const
export type Demand = (typeof demandNames)[number]

/** Which aspect a fact is of: a step demanded by a fact is voided when that aspect changes. */
export const aspectOfFact: Readonly<Record<FactName, Aspect>> = {
  discountPct: 'price',
  marginPct: 'margin',
  paymentDays: 'payment',
  belowFloor: 'price',
  newFee: 'fees',
  feeFlags: 'fees',
  value: 'promotion',
  writeOff: 'other',
}

const limit = optionalNumber({ max: '99999999999999' })

/**
 * One step: who, all or any of them, when; steps of equal order stand side by side. With aspects it is demanded only where
 * one of these is touched, and answers for no other.
 */
export const policyStep = z.strictObject({
  approver,
  mode: z.enum(['all', 'any']),
  order: z.coerce.number().int().min(1).max(20),
  hours: z.coerce.number().int().min(1).max(720),
  discountOver: limit,
  marginUnder: limit,
  paymentDaysOver: limit,
  valueOver: limit,
  writeOffOver: limit,
  belowFloor: flag,
  newFee: flag,
  feeFlags: flag,
  aspects: listOf(z.enum(aspects), aspects.length),
})
export type PolicyStep = z.output<typeof policyStep>

/** The rules for one kind of subject. Number 0 is the product's own. */
export type Policy = {
  id: string | null
  subjectKind: (typeof subjectKinds)[number]
  number: number
  name: string | null
  validFrom: string | null
  steps: readonly PolicyStep[]
  /** Refused without these. */
  demands: readonly Demand[]
  /** What approvers are reminded to look at. */
  checklist: readonly string[]
  allowsWord: boolean
}

export const policyRef = z.strictObject({ subjectKind: z.enum(subjectKinds) })

/** A new edition; rows without an approver are blank rows of the form. */
export const policyInput = policyRef.extend({
  name: text(200),
  validFrom: day,
  steps: z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : []).filter(
        (row) => typeof row !== 'object' || row === null || !('approver' in row) || row.approver !== '',
      ),
    z.array(policyStep).max(20),
  ),
  demands: listOf(z.enum(demandNames), demandNames.length),
  checklist: z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
        : (value ?? []),
    z.array(text(300)).max(30),
  ),
  allowsWord: flag,
})

export const secondApproverInput = z.strictObject({
  secondApproverId: z.preprocess((value) => (value === '' || value === undefined ? null : value), id.nullable()),
})
