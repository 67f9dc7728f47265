import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { deductionMessages } from './messages-deductions'
import type { DeductionState } from './model-deductions'

export const notDeducted = refusals('terms', deductionMessages)

type Standing = { amount: string; matched: string; disputedAt: Date | null; settledAs: string | null }

/** Where a deduction stands, from what was matched, disputed and settled. */
export function deductionStateOf({ amount, matched, disputedAt, settledAs }: Standing): DeductionState {
  if (settledAs) return settledAs as DeductionState
  if (exact(matched).gte(amount)) return 'matched'
  if (disputedAt) return 'disputed'
  return exact(matched).gt(0) ? 'partlyMatched' : 'open'
}

/** What of it has no claim yet. */
export const leftOf = ({ amount, matched }: { amount: string; matched: string }): string =>
  plain(exact(amount).minus(matched))

export function mustBeUnsettled({ settledAs }: Pick<Standing, 'settledAs'>): void {
  if (settledAs) throw notDeducted('settled')
}

type Document = {
  amount: string
  documentKind: string
  documentNumber: string | null
  originalInvoice: string | null
  netAmount: string | null
  taxAmount: string | null
  periodFrom: Day | null
  periodTo: Day | null
}

/** An allowance names its number and invoice; net and tax make the amount; a period runs forward. */
export function mustBeDocument(document: Document): void {
  const { amount, documentKind, documentNumber, originalInvoice, netAmount, taxAmount, periodFrom, periodTo } = document
  if (documentKind === 'allowance' && !(documentNumber && originalInvoice))
    throw notDeducted('certificateMissing', {}, { documentNumber: { code: 'certificateMissing' } })
  if (netAmount !== null && taxAmount !== null && !exact(netAmount).plus(taxAmount).eq(amount))
    throw notDeducted('taxSum', {}, { netAmount: { code: 'taxSum' } })
  if (periodFrom && periodTo && periodTo < periodFrom)
    throw notDeducted('endsBeforeItBegins', {}, { periodTo: { code: 'endsBeforeItBegins' } })
}

/** By hand nobody matches more than is left of both. */
export function mustBeLeft(amount: string, deductionLeft: string, claimLeft: string): void {
  const left = exact(deductionLeft).lt(claimLeft) ? deductionLeft : claimLeft
  if (exact(amount).gt(left)) throw notDeducted('tooMuch', { left }, { amount: { code: 'tooMuch', params: { left } } })
}
