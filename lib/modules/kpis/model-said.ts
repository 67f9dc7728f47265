import { exact, plain } from '@/lib/kernel/exact'
import { groupThousands, roundHalfUp } from '@/lib/kernel/money'
import type { Translate } from '@/lib/kernel/translate'
import type { words } from './messages'
import type { KpiUnit } from './model-values'

const signs: Readonly<Partial<Record<KpiUnit, string>>> = { percent: '%', permille: '‰', amount: '' }

/** A value in its unit as it is said: 97.2%, 24 天, 12,000. Rounded for reading; the exact one stands behind it. */
export function valueSaid(
  value: string,
  { unit, decimals }: { unit: KpiUnit; decimals: number },
  word: Translate<typeof words>,
): string {
  return `${groupThousands(roundHalfUp(value, decimals))}${signs[unit] ?? ` ${word(`unit_${unit}`)}`}`
}

/** How large a difference is: 5.1 個百分點, 2 天. Of a percentage in percentage points. */
export function gapSaid(
  gap: string,
  { unit, decimals }: { unit: KpiUnit; decimals: number },
  word: Translate<typeof words>,
): string {
  const named = unit === 'amount' ? '' : ` ${word(unit === 'percent' ? 'percentPoints' : `unit_${unit}`)}`
  return `${groupThousands(roundHalfUp(gap, decimals))}${named}`
}

/** How far another number lies from ours, with its sign: +1.9 個百分點, −2 天. */
export function differenceSaid(
  ours: string,
  theirs: string,
  kpi: { unit: KpiUnit; decimals: number },
  word: Translate<typeof words>,
): string {
  const gap = exact(theirs).minus(ours)
  const sign = gap.isZero() ? '±' : gap.isNegative() ? '−' : '+'
  return `${sign}${gapSaid(plain(gap.abs()), kpi, word)}`
}
