import type { Translate } from '@/lib/kernel/translate'
import { choiceKey, type pages, type words } from '../messages'

/** The word for a choice of an account, or the value itself where companies make their own (tiers). */
export function choiceWord(t: Translate<typeof words>, field: string, value: string): string {
  const key = choiceKey(field, value)
  return key ? t(key) : field === 'tier' ? t('tierNamed', { tier: value }) : value
}

/** Options of a choice field with their words. */
export const choicesOf = (t: Translate<typeof words>, field: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: choiceWord(t, field, value) }))

type PageWord = keyof typeof pages.en

/** The same for what belongs to an account: `pageChoice(t, 'noteKind', 'gift')`. */
export const pageChoice = (t: Translate<typeof pages>, field: string, value: string): string =>
  t(`${field}_${value}` as PageWord)

export const pageChoices = (t: Translate<typeof pages>, field: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: pageChoice(t, field, value) }))
