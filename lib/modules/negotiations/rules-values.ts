import { groupThousands } from '@/lib/kernel/money'
import type { IssueKind, OfferValue } from './model-issues'
import { isDecimal } from './rules'

/** An issue as far as its values are read. */
export type ReadIssue = { kind: IssueKind; unit: string | null; options: readonly { key: string; label: string }[] }

/** Yes and no in the reader's language. */
export type Words = { yes: string; no: string }

/** A number with separators and without idle zeros. Pages are full of them, so it is said from its digits. */
export function numberSaid(value: string): string {
  if (!isDecimal(value)) return value
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const [kept, rest] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')]
  const digits = groupThousands(rest ? `${kept}.${rest}` : kept)
  return value.startsWith('-') && digits !== '0' ? `−${digits}` : digits
}

/** A number, as it is said, with its unit: 「60 天」; before it, like a currency's sign, where the unit ends in one: 「NT$60」. */
export function withUnit(number: string, unit: string | null): string {
  if (!unit) return number
  return /[$€£¥]$/.test(unit) ? number.replace(/^−?/, (sign) => sign + unit) : `${number} ${unit}`
}

/** A value as people read it: with its unit, the label of its option, yes or no in the reader's words. */
export function valueSaid({ kind, unit, options }: ReadIssue, value: OfferValue, words: Words): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (kind === 'ordinal') return options.find(({ key }) => key === value)?.label ?? value
  if (kind === 'numeric') return isDecimal(value) ? withUnit(numberSaid(value), unit) : value
  return value
}
