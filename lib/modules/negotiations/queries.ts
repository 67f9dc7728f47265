import { and, count, desc, eq, gte, inArray } from 'drizzle-orm'
import { negotiations } from '@/db/schema/negotiations'
import { addDays, dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { productsByIds } from '@/lib/modules/products/queries'
import { may } from './manifest'
import { accountRef, deadlineOf, negotiationRef, type Path, type TalkResult } from './model'
import type { NegotiationState } from './model-states'
import { findGroup, findNegotiation, mayLeadIt } from './queries-held'
import { findTeam } from './queries-team'
import { isAlive, mayEditTalk } from './rules-rights'

/** One negotiation as everybody reads it who sees the account: its head and its overview. Nothing of the mandate. */
export const byId = query({
  name: 'negotiations.byId',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { actor, now } = look
    const found = await findNegotiation(look, negotiationId)
    const { negotiation, account } = found
    const [mayLead, inGroup, team, [product]] = await Promise.all([
      mayLeadIt(look, found),
      findGroup(look, negotiation),
      findTeam(look, negotiationId),
      negotiation.productId ? productsByIds(look, [negotiation.productId]) : [],
    ])
    return {
      id: negotiation.id,
      version: negotiation.version,
      title: negotiation.title,
      direction: negotiation.direction,
      path: negotiation.path,
      kind: negotiation.kind,
      state: negotiation.state,
      purpose: negotiation.purpose,
      objective: negotiation.objective,
      expectedValue: negotiation.expectedValue && plain(negotiation.expectedValue),
      currency: negotiation.currency,
      startedOn: negotiation.startedOn,
      deadlineOn: deadlineOf(negotiation.deadlineOn),
      baseVersionId: negotiation.baseVersionId,
      documentedVersionId: negotiation.documentedVersionId,
      ownerId: negotiation.ownerId,
      account: { id: account.id, name: account.name },
      team,
      today: dayOf(now, actor.timeZone),
      alive: isAlive(negotiation.state),
      mayLead,
      /** Whether limits, weights and alternatives are for this reader. */
      inGroup,
      /** A small talk, or the one that a formal negotiation began with. */
      talk: {
        asked: negotiation.asked,
        gave: negotiation.gave,
        got: negotiation.got,
        result: negotiation.result as TalkResult | null,
        termCode: negotiation.termCode,
        product: product?.name ?? null,
        interactionId: negotiation.interactionId,
        mayEdit: negotiation.path === 'light' && isGranted(may.talk, actor) && mayEditTalk(actor, negotiation, account),
      },
    }
  },
})
export type NegotiationView = Awaited<ReturnType<typeof byId.run>>

const mostOfAccount = 6
const daysCounted = 365
const running = ['planning', 'ready', 'open', 'agreedInPrinciple', 'approved', 'documented', 'suspended']

/** What is being negotiated with an account, the latest change first, and how many small talks there were in a year. */
export const ofAccount = query({
  name: 'negotiations.ofAccount',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const { tx, actor, now } = look
    await findAccount(look, accountId)
    const here = and(own(negotiations, actor), live(negotiations), eq(negotiations.accountId, accountId))
    const since = addDays(dayOf(now, actor.timeZone), -daysCounted)
    const [open, [light]] = await Promise.all([
      tx
        .select({
          id: negotiations.id,
          title: negotiations.title,
          path: negotiations.path,
          state: negotiations.state,
          deadlineOn: negotiations.deadlineOn,
        })
        .from(negotiations)
        .where(and(here, inArray(negotiations.state, running)))
        .orderBy(desc(negotiations.changedAt), desc(negotiations.id))
        .limit(mostOfAccount),
      tx
        .select({ talks: count() })
        .from(negotiations)
        .where(and(here, eq(negotiations.path, 'light'), gte(negotiations.startedOn, since))),
    ])
    return {
      open: open.map((row) => ({
        ...row,
        path: row.path as Path,
        state: row.state as NegotiationState,
        deadlineOn: deadlineOf(row.deadlineOn),
      })),
      lightTalks: light?.talks ?? 0,
    }
  },
})
export type OfAccount = Awaited<ReturnType<typeof ofAccount.run>>
