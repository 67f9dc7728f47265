import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { words } from '../messages'
import { resultMessages } from '../messages-results'
import { valueSaid } from '../model-said'
import type { AgreementResults } from '../queries-results'

type Line = AgreementResults['lines'][number]

const signs = { higher: '≥ ', lower: '≤ ', range: '' } as const

/** What an agreement came to, a line for each KPI: 「端架給 2%，條件陳列占比 ≥ 95%；實績 91%（2026-Q3）」. */
export function resultsSaid({ lines }: AgreementResults, locale: Locale): string {
  const t = translatorOf(resultMessages, locale)
  const word = translatorOf(words, locale)
  const givenSaid = ({ given }: Line) =>
    given === null
      ? ''
      : given.value
        ? t('given', { ...given, value: given.value })
        : t('givenFor', { heading: given.heading })
  return lines
    .map((line) => {
      const said = { given: givenSaid(line), name: line.name }
      if (line.actual === null || line.target === null) return t('unmeasured', said)
      return t('result', {
        ...said,
        sign: signs[line.direction],
        target: valueSaid(line.target, line, word),
        actual: valueSaid(line.actual, line, word),
        period: line.period ?? '',
      })
    })
    .join('\n')
}
