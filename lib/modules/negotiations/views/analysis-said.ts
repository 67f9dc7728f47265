import { exact } from '@/lib/kernel/exact'
import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { messages } from '../messages'
import { analysisMessages } from '../messages-analysis'
import type { OfferValue, OfferValues } from '../model-issues'
import type { AnalysisView } from '../queries-analysis'
import { statedIn } from '../rules-issues'
import { valueSaid } from '../rules-values'
import type { Said } from './said'

/** With what an analysis is said: its words, the names of its issues, figures to one decimal. */
export type StudySaid = {
  t: Translate<typeof analysisMessages>
  /** Sentences of the calculations, which name issues by their key. */
  rule: (code: string) => string
  issue: (key: string) => string
  issues: (keys: readonly string[]) => string
  value: (key: string, value: OfferValue) => string
  values: (values: OfferValues) => string
  points: (figure: string) => string
  /** Which part is shown whole; the others begin with what is needed most. */
  whole: string | null
  /** Between a name and what is said of it, and between the parts of a list. */
  colon: string
  comma: string
}

export function studySaid(
  issues: AnalysisView['issues'],
  { locale }: Pick<Said, 'locale'>,
  whole: string | null = null,
): StudySaid {
  const t = translatorOf(analysisMessages, locale)
  const rule = translatorOf(messages, locale)
  const byKey = new Map(issues.map((issue) => [issue.key, issue]))
  const { comma, colon } = marksOf(locale)
  const words = { yes: t('yes'), no: t('no') }
  const issue = (key: string) => byKey.get(key)?.name ?? key
  const value = (key: string, said: OfferValue) => {
    const about = byKey.get(key)
    return about ? valueSaid(about, said, words) : String(said)
  }
  return {
    t,
    rule: (code) => rule(code as keyof typeof messages.en),
    issue,
    issues: (keys) =>
      issues
        .filter(({ key }) => keys.includes(key))
        .map(({ name }) => name)
        .join(comma),
    value,
    values: (values) =>
      issues
        .flatMap(({ key, name }) =>
          statedIn(values).flatMap(([of, said]) => (of === key ? [`${name} ${value(key, said)}`] : [])),
        )
        .join(comma),
    points: (figure) => exact(figure).toFixed(1),
    whole,
    colon,
    comma,
  }
}
