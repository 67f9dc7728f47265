import { grouped } from '@/lib/kernel/grouped'
import type { Locale } from '@/lib/kernel/messages'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { words } from '../messages'
import { resultMessages } from '../messages-results'
import { valueSaid } from '../model-said'
import type { AgreementResults } from '../queries-results'

type Line = AgreementResults['lines'][number]

const signs = { higher: '≥ ', lower: '≤ ', range: '' } as const

/**
 * What an agreement came to, a line for each KPI: 「端架給 2%，條件陳列占比 ≥ 95%；實績 91%（2026-Q3）」. Those that name a clause by
 * clause, the others together.
 */
export function resultsSaid({ lines }: AgreementResults, locale: Locale) {
  const said = grouped(lines, ({ given }) => given?.key ?? null)
  const textOf = (found: readonly Line[]) => found.map((line) => lineSaid(line, locale)).join('\n')
  return {
    points: [...said].flatMap(([clauseKey, found]) =>
      clauseKey === null
        ? []
        : [{ clauseKey, heading: found[0]?.given?.heading ?? '', result: textOf(found).slice(0, 1000) }],
    ),
    results: textOf(said.get(null) ?? []),
  }
}

function lineSaid(line: Line, locale: Locale): string {
  const t = translatorOf(resultMessages, locale)
  const word = translatorOf(words, locale)
  const { given } = line
  const said = { given: given === null ? '' : givenSaid(given, t), name: line.name }
  if (line.actual === null || line.target === null) return t('unmeasured', said)
  return t('result', {
    ...said,
    sign: signs[line.direction],
    target: valueSaid(line.target, line, word),
    actual: valueSaid(line.actual, line, word),
    period: line.period ?? '',
  })
}

const givenSaid = ({ heading, value }: NonNullable<Line['given']>, t: Translate<typeof resultMessages>): string =>
  value ? t('given', { heading, value }) : t('givenFor', { heading })
