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
