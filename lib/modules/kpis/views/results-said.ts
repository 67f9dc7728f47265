import { grouped } from '@/lib/kernel/grouped'
import type { Locale } from '@/lib/kernel/messages'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { words } from '../messages'
import { resultMessages } from '../messages-results'
import { valueSaid } from '../model-said'
import type { AgreementResults } from '../queries-results'

type Line = AgreementResults['lines'][number]

/**
 * What an agreement came to, a line for each KPI: 「端架給 2%，條件陳列占比 ≥ 95%；實績 91%（2026-Q1 至 2026-Q4）」. Those that name a clause by
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
  const { given, result } = line
  const said = { given: given === null ? '' : givenSaid(given, t), name: line.name }
  if (!result?.promised) return t('unmeasured', said)
  const { from, to, promised, value } = result
  const valued = (number: string) => valueSaid(number, line, word)
  return t('result', {
    ...said,
    promised:
      promised.direction === 'range'
        ? `${valued(promised.low)}–${valued(promised.high)}`
        : `${signs[promised.direction]} ${valued(promised.target)}`,
    actual: valued(value),
    period: from === to ? to : t('span', { from, to }),
  })
}

const signs = { higher: '≥', lower: '≤' } as const

const givenSaid = ({ heading, value }: NonNullable<Line['given']>, t: Translate<typeof resultMessages>): string =>
  value ? t('given', { heading, value }) : t('givenFor', { heading })
