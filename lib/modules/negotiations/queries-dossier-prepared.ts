import { formatMoney } from '@/lib/kernel/money'
import type { PaperBlock } from '@/lib/kernel/paper'
import { deadlineOf } from './model'
import type { Snapshot } from './model-evidence'
import type { Issue } from './model-table'
import type { EvidenceView } from './queries-evidence'
import type { FoundNegotiation } from './queries-held'
import type { InputView } from './queries-inputs'
import type { Prepared } from './queries-preparation'
import { factsOf, headingOf, type PaperSaid, type PaperTable, saidOn, tableUnder, textOf } from './rules-paper'

/** Where it stands, and until when it should be done. */
export function stateBlocks({ negotiation }: FoundNegotiation, { d, word, day }: PaperSaid): PaperBlock[] {
  const deadline = deadlineOf(negotiation.deadlineOn)
  return factsOf([
    [d('state'), word(`state_${negotiation.state}`)],
    [d('deadline'), deadline && day(deadline)],
  ])
}

/** The terms that held when it was prepared, as far as they depart from the standard. */
export function termsBlocks({ terms: { base } }: Prepared, { p, day }: PaperSaid): PaperBlock[] {
  if (!base) return []
  const version = p('version', { number: base.number, day: day(base.validFrom) })
  if (base.departures.length === 0) return [headingOf(p('terms')), textOf(`${version}。${p('noDepartures')}`)]
  const rows = base.departures.map(({ name, standard, client }) => [name, standard ?? '', client ?? ''])
  return tableUnder(p('terms'), { head: [p('term'), p('standard'), p('special')], rows, note: version })
}

export const checklistBlocks = ({ checklist }: Prepared, { p, d }: PaperSaid): PaperBlock[] => [
  headingOf(p('checklist')),
  ...factsOf(
    checklist.map(({ point, done }) => [
      p(`point_${point}`),
      done === null ? p('secretPoint') : d(done ? 'yes' : 'no'),
    ]),
  ),
]

/** What was on the table, with what was agreed on it. */
export function issueBlocks(issues: readonly Issue[], said: PaperSaid): PaperBlock[] {
  const { d } = said
  return tableUnder(d('issues'), {
    head: [d('issue'), d('unit'), d('agreed')],
    rows: issues.map((issue) => [issue.name, issue.unit ?? '', saidOn(issue, issue.agreedValue, said)]),
  })
}

/** What colleagues and experts were asked, what they said, and what became of it. */
export const inputBlocks = (inputs: readonly InputView[], { d, marks }: PaperSaid): PaperBlock[] =>
  tableUnder(d('inputs'), {
    head: [d('askedOf'), d('question'), d('answer'), d('became')],
    rows: inputs
      .filter(({ state }) => state !== 'cancelled')
      .map(({ askedOf, question, answer, declinedBecause, disposition, dispositionReason }) => [
        askedOf,
        question,
        answer ?? declinedBecause ?? '',
        [disposition && d(`disposition_${disposition}`), dispositionReason].filter(Boolean).join(marks.colon),
      ]),
  })

/** One piece of evidence: what it is to show, where it comes from, and its figures. */
export function evidenceBlocks(piece: EvidenceView, said: PaperSaid): PaperBlock[] {
  const { d, p, day } = said
  const rest = factsOf([
    [d('claim'), piece.claim],
    [d('issue'), piece.issue],
    [p('noteOf'), piece.note],
    [p('file'), piece.file?.name],
    [p('sourceOf'), piece.source],
  ])
  const note = p(piece.snapshot ? 'takenOn' : 'broughtOn', { day: day(piece.takenAt.slice(0, 10)), name: piece.by })
  return [
    headingOf(p('evidence') + said.marks.colon + piece.title),
    ...rest,
    piece.snapshot ? { kind: 'table', ...figures(piece.snapshot, said), note } : textOf(note),
  ]
}

/** A snapshot as a table: the same figures on paper and in the sheet. */
export function figures(snapshot: Snapshot, { p }: PaperSaid): PaperTable {
  const money = (amount: string) => formatMoney({ amount, currency: snapshot.currency })
  const change = (pct: string | null) => (pct === null ? '—' : `${pct.startsWith('-') ? '' : '+'}${pct} %`)
  const sums = ({ net, before, growthPct }: Snapshot['total']) => [money(net), money(before), change(growthPct)]
  if (snapshot.of === 'salesStatistics')
    return {
      head: [p('period'), p('net'), p('before'), p('growth')],
      rows: [...snapshot.rows.map((row) => [row.name, ...sums(row)]), [p('sum'), ...sums(snapshot.total)]],
      numeric: [1, 2, 3],
    }
  const more = snapshot.products > snapshot.rows.length
  return {
    head: [p('product'), p('quantity'), p('quantityBefore'), p('net'), p('before'), p('growth')],
    rows: [
      ...snapshot.rows.map((row) => [
        row.name,
        `${row.quantity} ${row.unit}`,
        `${row.quantityBefore} ${row.unit}`,
        ...sums(row),
      ]),
      ...(more ? [[p('others'), '', '', ...sums(snapshot.others)]] : []),
      [p('sum'), '', '', ...sums(snapshot.total)],
    ],
    numeric: [1, 2, 3, 4, 5],
  }
}
