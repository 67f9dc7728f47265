import { exact, plain } from '@/lib/kernel/exact'
import { parseAmount } from '@/lib/kernel/money'
import type { IssueKind, OfferValue } from './model-issues'
import type { Beginning } from './model-stakes'
import type { Issue } from './model-table'
import { isDecimal } from './rules'

/** What a clause says, as a value of its issue; null where it cannot be read as one. */
export function valueIn(
  { kind, unit, options }: Pick<Issue, 'kind' | 'unit' | 'options'>,
  words: string,
): OfferValue | null {
  if (kind === 'text') return words
  if (kind === 'ordinal') return options.find(({ label }) => label === words.trim())?.key ?? null
  if (kind === 'boolean') return null
  const number = parseAmount(unit === null ? words : words.replace(unit, ''))
  return number === null ? null : plain(number)
}

/**
 * Target and limit that new talks begin with: what was agreed last is the target, the last limit the limit. Where we had gone
 * to that limit or beyond, the last target is, so that what is better for us does not turn round.
 */
export function beginningOf(kind: IssueKind, agreed: OfferValue | null, last: Beginning | null): Beginning {
  const { target, limit, wanted, required } = last ?? { target: null, limit: null, wanted: null, required: false }
  if (kind === 'boolean')
    return { target: null, limit: null, wanted: wanted ?? (typeof agreed === 'boolean' ? agreed : null), required }
  const reached = typeof agreed === 'string' && isBetter(kind, agreed, { target, limit }) ? agreed : target
  return { target: reached, limit, wanted: null, required: false }
}

/** Whether a value lies on the side of the limit on which the target lies. */
function isBetter(kind: IssueKind, value: string, { target, limit }: Pick<Beginning, 'target' | 'limit'>): boolean {
  if (limit === null) return true
  if (kind !== 'numeric') return kind === 'text' || value !== limit
  if (![value, limit].every(isDecimal)) return true
  const side = exact(value).comparedTo(limit)
  return side !== 0 && (target === null || !isDecimal(target) || side === exact(target).comparedTo(limit))
}
