import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import {
  negotiationChecks,
  negotiationDebriefs,
  negotiationEntries,
  negotiationInputs,
  negotiationMandates,
  negotiationNotices,
  negotiationOffers,
  negotiationReaders,
  negotiationTrades,
} from '@/db/schema/negotiations'
import { termVersions } from '@/db/schema/terms'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { flag } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { formatMoney } from '@/lib/kernel/money'
import { own, ownRow } from '@/lib/kernel/own'
import type { PaperBlock } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { deadlineOf } from './model'
import type { Snapshot } from './model-evidence'
import type { OfferValues, Side } from './model-issues'
import type { OfferState } from './model-states'
import type { Issue } from './model-table'
import {
  framed,
  mandateBlocks,
  type PaperSaid,
  paperRef,
  paperSaid,
  saidOn,
  whoBlocks,
  whyBlocks,
} from './queries-brief'
import type { EvidenceView } from './queries-evidence'
import { type FoundNegotiation, findGroup, findNegotiation } from './queries-held'
import { findPreparation, type Prepared } from './queries-preparation'
import { findIssues } from './queries-table'

export const dossierInput = paperRef.extend({ secret: flag })

/**
 * Everything of a negotiation as one paper: preparation, evidence, rounds, result, notices, lessons. Limits, weights and
 * alternatives are in it only when they are asked for, and only for the mandate group; asked for by others, they are not.
 */
export const dossier = query({
  name: 'negotiations.dossier',
  permission: may.see,
  input: dossierInput,
  async run(look, { negotiationId, language = look.actor.locale, secret }) {
    const found = await findNegotiation(look, negotiationId)
    const said = paperSaid(language)
    const inGroup = await findGroup(look, found.negotiation)
    const [prepared, issues, parts] = await Promise.all([
      findPreparation(look, found),
      findIssues(look, negotiationId),
      findParts(look, found, inGroup),
    ])
    const open = secret && inGroup
    const rounds = roundTable(parts.offers, issues, said, look.actor.timeZone)
    const blocks: PaperBlock[] = [
      ...stateBlocks(found, said),
      ...whoBlocks(prepared, said),
      ...whyBlocks(prepared, said),
      ...termsBlocks(prepared, said),
      ...checklistBlocks(prepared, said),
      ...issueBlocks(issues, said),
      ...inputBlocks(parts.inputs, said),
      ...prepared.evidence.flatMap((piece) => evidenceBlocks(piece, said)),
      heading(said.d('rounds')),
      rounds.rows.length === 0 ? nothing(said) : { kind: 'table', ...rounds },
      ...entryBlocks(parts, said),
      ...outcomeBlocks(found, parts, said, look.actor.timeZone),
      ...noticeBlocks(parts, said, look.actor.timeZone),
      ...lessonBlocks(parts, said),
      ...(open ? await mandateBlocks(look, negotiationId, said) : []),
      ...(open ? await mandateHistory(look, parts, negotiationId, said) : []),
    ]
    const title = said.d('dossierTitle', { title: prepared.title })
    return {
      paper: await framed(look, prepared, title, blocks, language),
      tables: [
        ...prepared.evidence.flatMap((piece) =>
          piece.snapshot
            ? [{ folder: said.d('evidenceFolder'), name: piece.title, ...figures(piece.snapshot, said) }]
            : [],
        ),
        ...(rounds.rows.length > 0 ? [{ folder: null, name: said.d('roundsFile'), ...rounds }] : []),
      ],
      files: prepared.evidence.flatMap(({ file }) => file ?? []),
      words: { evidence: said.d('evidenceFolder'), leftOut: said.d('leftOut'), readMe: said.d('readMe') },
    }
  },
})
export type Dossier = Awaited<ReturnType<typeof dossier.run>>

type Parts = Awaited<ReturnType<typeof findParts>>
const most = 500

/** What the other pages of the negotiation hold. A notice that is not sent is for the group alone: it may be embargoed. */
async function findParts({ tx, actor }: Look, { negotiation }: FoundNegotiation, inGroup: boolean) {
  const { id } = negotiation
  const [offers, entries, trades, inputs, notices, readers, debriefs, versions] = await Promise.all([
    tx
      .select()
      .from(negotiationOffers)
      .where(
        and(
          own(negotiationOffers, actor),
          eq(negotiationOffers.negotiationId, id),
          live(negotiationOffers),
          inGroup ? undefined : inArray(negotiationOffers.state, [...told]),
        ),
      )
      .orderBy(asc(negotiationOffers.number))
      .limit(most),
    tx
      .select()
      .from(negotiationEntries)
      .where(and(own(negotiationEntries, actor), eq(negotiationEntries.negotiationId, id), live(negotiationEntries)))
      .orderBy(asc(negotiationEntries.round), asc(negotiationEntries.id))
      .limit(most),
    tx
      .select({ reason: negotiationTrades.reason })
      .from(negotiationTrades)
      .where(
        and(
          own(negotiationTrades, actor),
          eq(negotiationTrades.negotiationId, id),
          eq(negotiationTrades.unilateral, true),
          live(negotiationTrades),
        ),
      )
      .orderBy(asc(negotiationTrades.id))
      .limit(most),
    tx
      .select()
      .from(negotiationInputs)
      .where(
        and(
          own(negotiationInputs, actor),
          eq(negotiationInputs.negotiationId, id),
          ne(negotiationInputs.state, 'cancelled'),
          live(negotiationInputs),
        ),
      )
      .orderBy(asc(negotiationInputs.id))
      .limit(most),
    tx
      .select()
      .from(negotiationNotices)
      .where(
        and(
          own(negotiationNotices, actor),
          eq(negotiationNotices.negotiationId, id),
          live(negotiationNotices),
          inGroup ? undefined : isNotNull(negotiationNotices.sentAt),
        ),
      )
      .orderBy(asc(negotiationNotices.id))
      .limit(most),
    tx
      .select({
        noticeId: negotiationReaders.noticeId,
        edition: negotiationReaders.acknowledgedEdition,
        required: negotiationReaders.required,
      })
      .from(negotiationReaders)
      .where(and(own(negotiationReaders, actor), eq(negotiationReaders.negotiationId, id), live(negotiationReaders)))
      .limit(most),
    tx
      .select()
      .from(negotiationDebriefs)
      .where(and(own(negotiationDebriefs, actor), eq(negotiationDebriefs.negotiationId, id), live(negotiationDebriefs)))
      .limit(1),
    negotiation.documentedVersionId
      ? tx
          .select({ number: termVersions.number, validFrom: termVersions.validFrom })
          .from(termVersions)
          .where(ownRow(termVersions, actor, negotiation.documentedVersionId))
      : [],
  ])
  return { offers, entries, trades, inputs, notices, readers, debrief: debriefs[0], version: versions[0] }
}

/** The states in which an offer has left the house, or has come in. */
const told: readonly OfferState[] = ['sent', 'received', 'accepted', 'countered', 'declined', 'withdrawn', 'lapsed']

const heading = (text: string): PaperBlock => ({ kind: 'heading', text })
const nothing = ({ d }: PaperSaid): PaperBlock => ({ kind: 'text', text: d('notYet') })
const factsOf = (rows: readonly (readonly [string, string | null | undefined])[]): PaperBlock[] => {
  const said = rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
  return said.length === 0 ? [] : [{ kind: 'facts', rows: said }]
}

const stateBlocks = ({ negotiation }: FoundNegotiation, { d, word, day }: PaperSaid) => {
  const deadline = deadlineOf(negotiation.deadlineOn)
  return factsOf([
    [d('state'), word(`state_${negotiation.state}`)],
    [d('deadline'), deadline && day(deadline)],
  ])
}

function termsBlocks({ terms: { base } }: Prepared, { p, day }: PaperSaid): PaperBlock[] {
  if (!base) return []
  const version = p('version', { number: base.number, day: day(base.validFrom) })
  if (base.departures.length === 0)
    return [heading(p('terms')), { kind: 'text', text: `${version}。${p('noDepartures')}` }]
  const rows = base.departures.map(({ name, standard, client }) => [name, standard ?? '', client ?? ''])
  return [heading(p('terms')), { kind: 'table', head: [p('term'), p('standard'), p('special')], rows, note: version }]
}

const checklistBlocks = ({ checklist }: Prepared, { p, d }: PaperSaid): PaperBlock[] => [
  heading(p('checklist')),
  {
    kind: 'facts',
    rows: checklist.map(({ point, done }) => [
      p(`point_${point}`),
      done === null ? p('secretPoint') : d(done ? 'yes' : 'no'),
    ]),
  },
]

function issueBlocks(issues: readonly Issue[], said: PaperSaid): PaperBlock[] {
  const { d } = said
  if (issues.length === 0) return []
  const rows = issues.map((issue) => [issue.name, issue.unit ?? '', saidOn(issue, issue.agreedValue, said)])
  return [heading(d('issues')), { kind: 'table', head: [d('issue'), d('unit'), d('agreed')], rows }]
}

function inputBlocks(inputs: Parts['inputs'], { d }: PaperSaid): PaperBlock[] {
  if (inputs.length === 0) return []
  const became = ({ disposition, dispositionReason }: Parts['inputs'][number]) =>
    [disposition && d(`disposition_${disposition}` as 'disposition_adopted'), dispositionReason].filter(Boolean)
  const rows = inputs.map((each) => [each.question, each.answer ?? '', became(each).join('：')])
  return [heading(d('inputs')), { kind: 'table', head: [d('question'), d('answer'), d('became')], rows }]
}

function evidenceBlocks(piece: EvidenceView, said: PaperSaid): PaperBlock[] {
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
    heading(`${p('evidence')}：${piece.title}`),
    ...rest,
    piece.snapshot ? { kind: 'table', ...figures(piece.snapshot, said), note } : { kind: 'text', text: note },
  ]
}

type Figures = { head: string[]; rows: string[][]; numeric: number[] }

/** A snapshot as a table: the same figures on paper and in the sheet. */
function figures(snapshot: Snapshot, { p }: PaperSaid): Figures {
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

/** Every offer that left the house or came in, with what it says of each issue in the order of the table. */
function roundTable(offers: Parts['offers'], issues: readonly Issue[], said: PaperSaid, timeZone: string): Figures {
  const { d, p, day } = said
  const terms = (values: OfferValues) =>
    issues.flatMap((issue) => {
      const value = saidOn(issue, values[issue.key], said)
      return value ? [`${issue.name}：${value}`] : []
    })
  return {
    head: [d('offer'), d('agreed'), d('conditions'), d('state')],
    rows: offers.map((offer) => [
      d('offerOf', {
        number: offer.number,
        round: offer.round,
        side: p((offer.side as Side) === 'us' ? 'ours' : 'theirs'),
        day: day(dayOf(offer.at, timeZone)),
      }),
      terms(offer.values).join('\n'),
      offer.conditions ?? '',
      d(`offerState_${offer.state as OfferState}`),
    ]),
    numeric: [],
  }
}

function entryBlocks({ entries, trades }: Parts, { d }: PaperSaid): PaperBlock[] {
  const head = [d('round'), d('agreedPoints'), d('openPoints'), d('questions'), d('observations')]
  const rows = entries.map((each) => [
    String(each.round),
    each.agreedPoints ?? '',
    each.openPoints ?? '',
    each.questions ?? '',
    each.observations ?? '',
  ])
  const given = trades.flatMap(({ reason }) => (reason ? [d('unilateral', { reason })] : []))
  return [
    ...(rows.length > 0 ? [heading(d('log')), { kind: 'table', head, rows } satisfies PaperBlock] : []),
    ...(given.length > 0
      ? [heading(d('concessions')), { kind: 'text', text: given.join('\n') } satisfies PaperBlock]
      : []),
  ]
}

function outcomeBlocks(
  { negotiation }: FoundNegotiation,
  { offers, version }: Parts,
  { d, word, day }: PaperSaid,
  timeZone: string,
): PaperBlock[] {
  const agreed = offers.find(({ id }) => id === negotiation.agreedOfferId)
  return [
    heading(d('outcome')),
    ...factsOf([
      [d('state'), word(`state_${negotiation.state}`)],
      [d('reason'), negotiation.stateReason],
      [d('offer'), agreed && String(agreed.number)],
      [d('agreedOn'), negotiation.agreedAt && day(dayOf(negotiation.agreedAt, timeZone))],
      [d('documentedAs'), version && `${version.number}（${day(version.validFrom)}）`],
    ]),
  ]
}

function noticeBlocks({ notices, readers }: Parts, { d, day }: PaperSaid, timeZone: string): PaperBlock[] {
  if (notices.length === 0) return []
  const heard = ({ id, edition }: Parts['notices'][number]) => {
    const its = readers.filter(({ noticeId, required }) => noticeId === id && required)
    return `${its.filter((each) => each.edition === edition).length} / ${its.length}`
  }
  const rows = notices.map((each) => [
    d(`audience_${each.audience}` as 'audience_other'),
    each.message,
    each.sentAt ? day(dayOf(each.sentAt, timeZone)) : d('notSent'),
    heard(each),
  ])
  return [
    heading(d('notices')),
    { kind: 'table', head: [d('audience'), d('message'), d('sentOn'), d('acknowledged')], rows },
  ]
}

function lessonBlocks({ debrief }: Parts, said: PaperSaid): PaperBlock[] {
  const { d } = said
  if (!debrief) return [heading(d('learnt')), nothing(said)]
  return [
    heading(d('learnt')),
    ...factsOf([
      [d('techniques'), debrief.techniques.join('、')],
      [d('worked'), debrief.worked],
      [d('failed'), debrief.failed],
      [d('lesson'), debrief.lesson],
      [d('reuse'), debrief.reuse],
    ]),
  ]
}

/** SECRET: the mandates with until when they held, and the offers that went beyond. Only for the mandate group. */
async function mandateHistory({ tx, actor }: Look, { offers }: Parts, negotiationId: string, { d, day }: PaperSaid) {
  const [mandates, checks] = await Promise.all([
    tx
      .select({
        number: negotiationMandates.number,
        validUntil: negotiationMandates.validUntil,
        reason: negotiationMandates.reason,
      })
      .from(negotiationMandates)
      .where(
        and(
          own(negotiationMandates, actor),
          eq(negotiationMandates.negotiationId, negotiationId),
          live(negotiationMandates),
        ),
      )
      .orderBy(asc(negotiationMandates.number)),
    tx
      .select({ offerId: negotiationChecks.offerId })
      .from(negotiationChecks)
      .where(
        and(
          own(negotiationChecks, actor),
          eq(negotiationChecks.negotiationId, negotiationId),
          eq(negotiationChecks.outside, true),
          live(negotiationChecks),
        ),
      ),
  ])
  const beyond = offers.filter(({ id }) => checks.some(({ offerId }) => offerId === id))
  const rows = mandates.map(({ number, validUntil, reason }) => [
    d('mandateOf', { number }),
    day(validUntil),
    reason ?? '',
  ])
  const head = [d('mandate'), d('validUntil'), d('reason')]
  return [
    ...(rows.length > 0 ? [heading(d('mandates')), { kind: 'table', head, rows } satisfies PaperBlock] : []),
    ...factsOf([[d('outside'), beyond.map(({ number }) => d('mandateOf', { number })).join('、')]]),
  ]
}
