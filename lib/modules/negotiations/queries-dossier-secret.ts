import type { Look } from '@/lib/kernel/command'
import type { PaperBlock } from '@/lib/kernel/paper'
import type { OfferValue } from './model-issues'
import type { Issue } from './model-table'
import { findAlternatives } from './queries-alternatives'
import { analysis } from './queries-analysis'
import { findMandates } from './queries-mandate'
import { type FoundOffer, type FoundTrade, findChecks } from './queries-offers'
import { findStakes } from './queries-table'
import { factsOf, headingOf, type PaperSaid, saidOn, tableUnder, textOf } from './rules-paper'

type OnTable = { id: string; issues: readonly Issue[] }

/** SECRET: what we want, can bear and weigh, and what we do without this deal. Only for the mandate group. */
export async function mandateBlocks(look: Look, { id, issues }: OnTable, said: PaperSaid): Promise<PaperBlock[]> {
  const { d, p } = said
  const [stakes, alternatives] = await Promise.all([findStakes(look, id), findAlternatives(look, id)])
  const valued = issues.flatMap((issue) => {
    const stake = stakes.get(issue.id)
    if (!stake) return []
    const say = (value: OfferValue | null) => saidOn(issue, value, said)
    const theirs = [say(stake.theirTarget), say(stake.theirLimit)].filter(Boolean).join(' – ')
    const target = issue.kind === 'boolean' ? say(stake.wanted) : say(stake.target)
    return [[issue.name, say(stake.opening), target, say(stake.limit), stake.weight ?? '', theirs]]
  })
  const bySide = (['us', 'them'] as const).flatMap((side) => alternatives.filter((each) => each.side === side))
  return [
    ...tableUnder(d('mandate'), {
      head: [d('issue'), d('opening'), d('target'), d('limit'), d('weight'), d('theirs')],
      rows: valued,
      note: d('mandateNote'),
    }),
    ...tableUnder(d('alternatives'), {
      head: ['', d('alternative'), d('nextStep')],
      rows: bySide.map(({ side, name, nextStep }) => [p(side === 'us' ? 'ours' : 'theirs'), name, nextStep ?? '']),
    }),
  ]
}

type Told = { offers: readonly FoundOffer[]; trades: readonly FoundTrade[]; alternativeNext: string | null }

/** SECRET: the mandates with until when they held, the offers that went beyond, and what was given for nothing. */
export async function mandateHistory(
  look: Look,
  negotiationId: string,
  { offers, trades, alternativeNext }: Told,
  { d, day, list }: PaperSaid,
): Promise<PaperBlock[]> {
  const [mandates, checks] = await Promise.all([findMandates(look, negotiationId), findChecks(look, negotiationId)])
  const beyond = offers.filter(({ id }) => checks.get(id)?.outside)
  const given = trades.flatMap(({ unilateral, reason }) => (unilateral && reason ? [d('unilateral', { reason })] : []))
  return [
    ...tableUnder(d('mandates'), {
      head: [d('mandate'), d('validUntil'), d('reason')],
      rows: mandates
        .toReversed()
        .map(({ number, validUntil, reason }) => [d('mandateOf', { number }), day(validUntil), reason ?? '']),
    }),
    ...factsOf([
      [d('outside'), list(beyond.map(({ number }) => d('mandateOf', { number })))],
      [d('alternativeNext'), alternativeNext],
    ]),
    ...(given.length > 0 ? [headingOf(d('concessions')), textOf(given.join('\n'))] : []),
  ]
}

/** SECRET: what the analysis of the whole negotiation is worked out from, with what was agreed; null where it cannot be. */
export async function findStudied(look: Look, { id, issues }: OnTable) {
  const view = await analysis.run(look, { negotiationId: id })
  if (!view?.studied) return null
  const agreed = Object.fromEntries(
    issues.flatMap(({ key, agreedValue }) => (agreedValue === null ? [] : [[key, agreedValue]])),
  )
  const settled = Object.keys(agreed).length > 0
  return { issues, settled, studied: { ...view.studied, agreed: settled ? agreed : null } }
}
export type DossierStudy = NonNullable<Awaited<ReturnType<typeof findStudied>>>
