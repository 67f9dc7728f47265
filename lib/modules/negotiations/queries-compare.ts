import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type ComparedIssue, compareInput } from './model-compare'
import type { OfferValue, Side } from './model-issues'
import type { NegotiationState } from './model-states'
import { analysis } from './queries-analysis'
import { type FoundNegotiation, findGroup, findNegotiation } from './queries-held'
import { debrief } from './queries-lessons'
import { findCosts } from './queries-moves'
import { type FoundOffer, findOffers, findTrades } from './queries-offers'
import { findIssues, findStakes } from './queries-table'
import { courseOf, mattersOf } from './rules-compare'
import { statedIn } from './rules-issues'
import { movesOf } from './rules-moves'
import { counted } from './rules-offers'
import { spaceOf } from './rules-packages'
import { scalesOf } from './rules-scales'
import { leftIn } from './rules-study-packages'
import { tradesOf } from './rules-trades'

/**
 * Two negotiations side by side: what they were about, how they went, issue by issue, and what was learnt. Of each only what
 * the reader may see: openings, targets, limits, concessions and the value left are null outside its mandate group. Refuses
 * with `notFound`.
 */
export const compare = query({
  name: 'negotiations.compare',
  permission: may.see,
  input: compareInput,
  async run(look, { negotiationId, otherId }) {
    const [one, other] = [await findSide(look, negotiationId), await findSide(look, otherId)]
    return { sides: [one.about, other.about] as const, matters: mattersOf(one.issues, other.issues) }
  },
})
export type Comparison = Awaited<ReturnType<typeof compare.run>>
export type ComparedSide = Comparison['sides'][number]

async function findSide(look: Look, negotiationId: string) {
  const { negotiation, account } = await findNegotiation(look, negotiationId)
  const [inGroup, issues, offers, learnt, names] = await Promise.all([
    findGroup(look, negotiation),
    findIssues(look, negotiationId),
    findOffers(look, negotiationId),
    debrief.run(look, { negotiationId }),
    findNamesOfMembers(look, [negotiation.ownerId]),
  ])
  const log = offers.filter(counted)
  const stakes = inGroup ? await findStakes(look, negotiationId) : null
  const [ours, theirs] = [lastWordOf(log, 'us'), lastWordOf(log, 'them')]
  const day = (at: Date | null) => at && dayOf(at, look.actor.timeZone)
  return {
    issues: issues.map(({ id, key, name, kind, unit, termCode, options, agreedValue }): ComparedIssue => {
      const { opening = null, target = null, limit = null } = stakes?.get(id) ?? {}
      const said = { ours: ours.get(key) ?? null, theirs: theirs.get(key) ?? null }
      const secret = stakes && { opening, target, limit }
      return { key, name, kind, unit, termCode, options, agreed: agreedValue, ...said, secret }
    }),
    about: {
      id: negotiationId,
      title: negotiation.title,
      account: { id: account.id, name: account.name },
      direction: negotiation.direction,
      kind: negotiation.kind,
      state: negotiation.state,
      lead: names.get(negotiation.ownerId) ?? '',
      startedOn: negotiation.startedOn,
      agreedOn: day(negotiation.agreedAt),
      closedOn: day(negotiation.closedAt),
      expectedValue: negotiation.expectedValue && plain(negotiation.expectedValue),
      currency: negotiation.currency,
      course: courseOf(log.map(({ round, side, at }) => ({ round, side, day: dayOf(at, look.actor.timeZone) }))),
      debrief: learnt.written,
      inGroup,
      secret: stakes && (await findSecret(look, { negotiation, issues, stakes, log })),
    },
  }
}

const lastWordOf = (log: readonly FoundOffer[], of: Side): ReadonlyMap<string, OfferValue> =>
  new Map(log.filter(({ side }) => side === of).flatMap(({ values }) => statedIn(values)))

/** So many packages are looked at that the page does not wait for them. */
const mostPackages = 50_000

type Read = Pick<FoundNegotiation, 'negotiation'> & {
  issues: Awaited<ReturnType<typeof findIssues>>
  stakes: Awaited<ReturnType<typeof findStakes>>
  log: readonly FoundOffer[]
}

/** SECRET, ask `findGroup` first: what was given and got in a year, and what the agreement leaves on the table. N04, N06. */
async function findSecret(look: Look, { negotiation, issues, stakes, log }: Read) {
  const [kept, found, { costOf }] = await Promise.all([
    findTrades(look, negotiation.id),
    analysis.run(look, { negotiationId: negotiation.id }),
    findCosts(look, negotiation, issues),
  ])
  const scales = scalesOf(issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null })))
  const { pairs, given, got } = tradesOf(log, movesOf(scales, log, costOf), kept)
  const agreed = Object.fromEntries(
    issues.flatMap(({ key, agreedValue }) => (agreedValue === null ? [] : [[key, agreedValue] as const])),
  )
  return { pairs: pairs.length, given, got, left: leftOf(found?.studied?.open ?? [], agreed) }
}

/** Null while not everything that is scored is settled, or nothing is believed of the other side. */
function leftOf(open: Parameters<typeof leftIn>[1], agreed: Readonly<Record<string, OfferValue>>): string | null {
  if (open.length === 0 || Object.keys(agreed).length === 0) return null
  try {
    return leftIn(spaceOf(open, mostPackages), open, agreed)?.valueLeft ?? null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const mostOffered = 200

/** The formal negotiations that can be chosen to compare, the latest change first. */
export const comparable = query({
  name: 'negotiations.comparable',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor }) {
    const rows = await tx
      .select({ id: negotiations.id, title: negotiations.title, state: negotiations.state, account: accounts.name })
      .from(negotiations)
      .innerJoin(accounts, joined(accounts, actor, negotiations.accountId))
      .where(
        and(
          own(negotiations, actor),
          live(negotiations),
          eq(negotiations.path, 'formal'),
          visibleAccounts(accounts, actor),
        ),
      )
      .orderBy(desc(negotiations.changedAt), desc(negotiations.id))
      .limit(mostOffered)
    return rows.map((row) => ({ ...row, state: row.state as NegotiationState }))
  },
})
export type Comparable = Awaited<ReturnType<typeof comparable.run>>
