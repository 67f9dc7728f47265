import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { words } from './messages'
import { paperWords } from './messages-paper'
import { valueSaid } from './model-said'
import type { KpiUnit, Thresholds } from './model-values'

/** What is promised of a value, as a paper says it: 95% or more. */
export function targetSaid(
  thresholds: Thresholds,
  counted: { unit: KpiUnit; decimals: number },
  language: Locale,
): string {
  const [t, word] = [translatorOf(paperWords, language), translatorOf(words, language)]
  const said = (value: string) => valueSaid(value, counted, word)
  if (thresholds.direction === 'range') return t('between', { low: said(thresholds.low), high: said(thresholds.high) })
  return t(thresholds.direction === 'higher' ? 'atLeast' : 'atMost', { value: said(thresholds.target) })
}

type Asked = { key: string; text: string; unit: KpiUnit | null }

/** Whether the client agrees with a line of a paper; whoever disputes a figure is asked for their own. */
export function questionAbout({ key, text, unit }: Asked, language: Locale) {
  const [t, word] = [translatorOf(paperWords, language), translatorOf(words, language)]
  return {
    key,
    text,
    choices: [
      { value: 'agree', label: t('agree') },
      { value: 'dispute', label: t('dispute') },
    ],
    required: true,
    freeText: true,
    ...(unit && { disputed: { unit: word(`unit_${unit}`) } }),
  }
}
