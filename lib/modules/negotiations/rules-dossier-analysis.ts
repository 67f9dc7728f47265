import { exact } from '@/lib/kernel/exact'
import type { PaperBlock } from '@/lib/kernel/paper'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from './messages'
import type { Study, ZoneStudy } from './model-analysis'
import { factsOf, headingOf, type PaperSaid, type PaperTable, saidOn, tableUnder, textOf } from './rules-paper'
import type { ReadIssue } from './rules-values'

type Named = ReadIssue & { key: string; name: string }

const points = (figure: string | null) => (figure === null ? '—' : exact(figure).toFixed(1))

const namesOf = (issues: readonly Named[], keys: readonly string[], { list }: PaperSaid) =>
  list(issues.flatMap(({ key, name }) => (keys.includes(key) ? [name] : [])))

/** SECRET: what every offer was worth to us, and to them as we estimate it, with what goes beyond a limit. N01, N10. */
export function scoreTable({ offers }: Study, issues: readonly Named[], said: PaperSaid): PaperTable {
  const { study: s } = said
  return {
    head: [...[s('offer'), s('round'), s('ourScore'), s('standing'), s('theirScore')], ...[s('breaches'), s('beats')]],
    rows: offers.map(({ no, side, round, score, carried, theirs, breaches, beats }) => [
      s('offerOf', { number: no, side: s(side) }),
      String(round),
      ...[points(score), points(carried), points(theirs)],
      breaches.length > 0 ? namesOf(issues, breaches, said) : s('none'),
      beats === null ? s('unknown') : s(beats ? 'beats_yes' : 'beats_no'),
    ]),
    numeric: [1, 2, 3, 4],
  }
}

/** SECRET: where numbers could meet, from at least to at most, with how sure the estimate is. N02. */
function zopaTable({ zopas }: Study, issues: readonly Named[], said: PaperSaid): PaperTable {
  const { study: s } = said
  return {
    head: [s('issue'), s('exists'), s('least'), s('most'), s('theirLimit'), s('confidence')],
    rows: zopas.flatMap(({ key, exists, least, most, estimate, confidence }) => {
      const issue = issues.find((each) => each.key === key)
      if (!issue) return []
      const zone = (found: ZoneStudy | null) =>
        found ? s('between', { from: saidOn(issue, found.from, said), to: saidOn(issue, found.to, said) }) : '—'
      const theirLimit = zone({ from: estimate.low, to: estimate.high })
      return [[issue.name, s(`exists_${exists}`), zone(least), zone(most), theirLimit, s(`confidence_${confidence}`)]]
    }),
    note: s('zopaText'),
  }
}

/** What the agreement leaves on the table; null where nothing was agreed on, or nothing can be compared. N04. */
function leftSaid({ space, left }: Study, settled: boolean, { study: s }: PaperSaid): string | null {
  if (!settled || !space) return null
  if (!left) return s('leftUnsettled')
  return left.count === 0 ? s('leftNone') : s('leftText', { points: points(left.valueLeft), count: left.count })
}

/**
 * SECRET: the analysis as the dossier tells it: what offers were worth, where both could meet, what was left on the table.
 * What hangs on estimates says how sure they are.
 */
export function analysisBlocks(
  study: Study,
  { issues, settled }: { issues: readonly Named[]; settled: boolean },
  said: PaperSaid,
): PaperBlock[] {
  const { d, study: s, language } = said
  const { alternatives, offers, space, problem } = study
  const theirs = offers.filter(({ side }) => side === 'them').length
  const rule = (code: string) => translatorOf(messages, language)(code as keyof typeof messages.en)
  const basis = space && s('basis', { confidence: s(`confidence_${space.confidence}`), offers: theirs })
  const why = problem && s('problem', { why: rule(problem.code) })
  return [
    headingOf(d('analysis')),
    ...[basis, why].flatMap((text) => (text ? [textOf(text)] : [])),
    ...factsOf([
      [s('alternative'), alternatives.ours && points(alternatives.ours)],
      [s('theirAlternative'), alternatives.theirs && points(alternatives.theirs)],
      [s('left'), leftSaid(study, settled, said)],
    ]),
    ...tableUnder(s('dance'), scoreTable(study, issues, said)),
    ...tableUnder(s('zopa'), zopaTable(study, issues, said)),
  ]
}
