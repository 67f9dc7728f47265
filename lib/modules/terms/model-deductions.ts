import { z } from 'zod'
import { day, id, listOf, optionalChoice, optionalDay, optionalText, text, version } from '@/lib/kernel/input'
import { number, optionalAmount } from '@/lib/kernel/input-numbers'
import { termCodes } from './model-catalogue'

/** Why a payment was adjusted: the part of UN/EDIFACT code list 4465 that is met between suppliers and retailers. */
export const reasonCodes = ['3', '4', '5', '9', '19', '20', '21', '35', '38', '39', '40', '43', 'ZZZ'] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** What settles it: our allowance certificate (折讓單), an invoice of theirs, or a plain deduction. */
export const documentKinds = ['allowance', 'theirInvoice', 'deduction'] as const
export const issuers = ['us', 'them'] as const
export const claimSources = ['term', 'promotion', 'other'] as const

export const deductionStates = [
  'open',
  'partlyMatched',
  'matched',
  'disputed',
  'accepted',
  'recovered',
  'writtenOff',
] as const
export type DeductionState = (typeof deductionStates)[number]

const moreThanNothing = number({ min: '0.0001' })
const fields = {
  takenOn: day,
  amount: moreThanNothing,
  reasonCode: z.enum(reasonCodes),
  reference: optionalText(60),
  documentKind: z.enum(documentKinds),
  documentNumber: optionalText(40),
  originalInvoice: optionalText(40),
  netAmount: optionalAmount,
  taxAmount: optionalAmount,
  issuer: optionalChoice(issuers),
  periodFrom: optionalDay,
  periodTo: optionalDay,
  note: optionalText(1000),
}
export const recordInput = z.strictObject({ accountId: id, ...fields })
export type RecordInput = z.output<typeof recordInput>
export const editDeductionInput = z.strictObject({ deductionId: id, version: version.optional(), ...fields })
export const grantInput = z.strictObject({
  accountId: id,
  reference: text(60),
  reasonCode: z.enum(reasonCodes),
  grantedOn: day,
  amount: moreThanNothing,
  source: z.enum(claimSources),
  termCode: z.preprocess((value) => value || null, z.enum(termCodes as [string, ...string[]]).nullable()),
  note: optionalText(1000),
})
/** Which settlement periods claims are drawn up for: those that end from the first day to the last. */
export const expectedInput = z.strictObject({ accountId: id, from: day, to: day })
export const matchInput = z.strictObject({ accountId: id, deductionIds: listOf(id, 200) })
export const matchByHandInput = z.strictObject({ deductionId: id, claimId: id, amount: moreThanNothing })
export const unmatchInput = z.strictObject({ matchId: id })
export const disputeInput = z.strictObject({ deductionId: id, reason: text(1000) })
export const settleInput = z.strictObject({ deductionId: id, note: optionalText(1000) })
export const writeOffInput = z.strictObject({ deductionId: id, reason: text(1000) })
export const deductionRef = z.strictObject({ deductionId: id })
