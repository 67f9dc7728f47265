import { and, asc, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { negotiationInputs, negotiations, negotiationWaivers } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Discipline } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { negotiationRef } from './model'
import type { Disposition, InputKind, InputStance, InputState, Recommendation } from './model-inputs'
import type { NegotiationState } from './model-states'
import { findColleagues } from './queries-colleagues'
import { findNegotiation, mayLeadIt } from './queries-held'
import { isExpired, type OpenInput, openInputsOf } from './rules-inputs'
import { isAlive } from './rules-rights'

/** The leads' words for a negotiation, those that are over included. */
const findWaivers = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select({
      id: negotiationWaivers.id,
      by: negotiationWaivers.givenBy,
      reason: negotiationWaivers.reason,
      holdsUntil: negotiationWaivers.holdsUntil,
    })
    .from(negotiationWaivers)
    .where(
      and(
        own(negotiationWaivers, actor),
        eq(negotiationWaivers.negotiationId, negotiationId),
        live(negotiationWaivers),
      ),
    )

/** Required inputs that may keep a negotiation from being ready, with the names of those who were asked. */
async function findRequired({ tx, actor }: Look, negotiationId: string) {
  const rows = await tx
    .select({
      id: negotiationInputs.id,
      kind: negotiationInputs.kind,
      state: negotiationInputs.state,
      required: negotiationInputs.required,
      dueOn: negotiationInputs.dueOn,
      name: members.name,
    })
    .from(negotiationInputs)
    .innerJoin(members, joined(members, actor, negotiationInputs.askedOf))
    .where(
      and(
        own(negotiationInputs, actor),
        eq(negotiationInputs.negotiationId, negotiationId),
        eq(negotiationInputs.required, true),
        inArray(negotiationInputs.state, ['asked', 'accepted', 'answered']),
        live(negotiationInputs),
      ),
    )
    .orderBy(asc(negotiationInputs.id))
  return rows.map((row) => ({ ...row, kind: row.kind as InputKind, state: row.state as InputState }))
}

/** What keeps a negotiation from being ready today, with the names of those who were asked. */
export async function findOpenInputs(look: Look, negotiationId: string): Promise<OpenInput[]> {
  const [required, waivers] = await Promise.all([findRequired(look, negotiationId), findWaivers(look, negotiationId)])
  return openInputsOf(required, waivers, dayOf(look.now, look.actor.timeZone))
}

/** For so many days after its last day a question is still told of as overdue: a job that did not run may catch up. */
const caughtUp = 14

/** Questions that nobody answered in time, of negotiations that go on, with whom to tell; the latest first. */
export async function findOverdueInputs({ tx, actor, now }: Look) {
  const today = dayOf(now, actor.timeZone)
  const rows = await tx
    .select({
      id: negotiationInputs.id,
      negotiationId: negotiationInputs.negotiationId,
      title: negotiations.title,
      state: negotiations.state,
      askedBy: negotiationInputs.askedBy,
      askedOf: negotiationInputs.askedOf,
      name: members.name,
      question: negotiationInputs.question,
      dueOn: negotiationInputs.dueOn,
    })
    .from(negotiationInputs)
    .innerJoin(negotiations, and(joined(negotiations, actor, negotiationInputs.negotiationId), live(negotiations)))
    .innerJoin(members, joined(members, actor, negotiationInputs.askedOf))
    .where(
      and(
        own(negotiationInputs, actor),
        inArray(negotiationInputs.state, ['asked', 'accepted']),
        lt(negotiationInputs.dueOn, today),
        gte(negotiationInputs.dueOn, addDays(today, -caughtUp)),
        live(negotiationInputs),
      ),
    )
    .orderBy(desc(negotiationInputs.dueOn), desc(negotiationInputs.id))
    .limit(500)
  return rows.filter(({ state }) => isAlive(state as NegotiationState))
}

type Row = typeof negotiationInputs.$inferSelect

/** Questions with what came back, as pages show them; who sees the account reads them, nothing here is of the mandate. */
export async function findInputs(look: Look, which: SQL | undefined, most: number, newest = false) {
  const { tx, actor, now } = look
  const order = newest ? desc : asc
  const rows = await tx
    .select({
      input: negotiationInputs,
      title: negotiations.title,
      state: negotiations.state,
      account: { id: accounts.id, name: accounts.name },
    })
    .from(negotiationInputs)
    .innerJoin(negotiations, and(joined(negotiations, actor, negotiationInputs.negotiationId), live(negotiations)))
    .innerJoin(accounts, joined(accounts, actor, negotiationInputs.accountId))
    .where(and(own(negotiationInputs, actor), which, live(negotiationInputs), visibleAccounts(accounts, actor)))
    .orderBy(order(negotiationInputs.dueOn), order(negotiationInputs.id))
    .limit(most)
  const inputs = rows.map(({ input }) => input)
  const [names, files] = await Promise.all([
    findNamesOfMembers(
      look,
      inputs.flatMap(({ askedBy, askedOf, disposedBy }) => [askedBy, askedOf, disposedBy]),
    ),
    findFileNames(
      look,
      inputs.flatMap(({ fileId }) => fileId ?? []),
    ),
  ])
  const today = dayOf(now, actor.timeZone)
  return rows.map(({ input, title, state, account }) => ({
    ...shown(input, today),
    askedBy: names.get(input.askedBy) ?? '',
    askedOf: names.get(input.askedOf) ?? '',
    mine: input.askedOf === actor.id,
    disposedBy: names.get(input.disposedBy ?? '') ?? null,
    file: files.has(input.fileId ?? '') ? { id: input.fileId ?? '', name: files.get(input.fileId ?? '') ?? '' } : null,
    negotiation: { id: input.negotiationId, title, alive: isAlive(state as NegotiationState) },
    account,
  }))
}

function shown(input: Row, today: Day) {
  const { id, kind, discipline, question, background, dueOn, required, answer, declinedBecause } = input
  const state = input.state as InputState
  return {
    ...{ id, question, background, dueOn, required, answer, declinedBecause, state },
    kind: kind as InputKind,
    discipline: discipline as Discipline | null,
    expired: isExpired({ state, dueOn }, today),
    stance: input.stance as InputStance | null,
    recommendation: input.recommendation as Recommendation | null,
    disposition: input.disposition as Disposition | null,
    dispositionReason: input.dispositionReason,
  }
}
export type InputView = Awaited<ReturnType<typeof findInputs>>[number]

const mostShown = 200

/** Everything that was asked for a negotiation, what blocks it, who may be asked, and what the reader may do. */
export const inputsOf = query({
  name: 'negotiations.inputs',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { actor, now } = look
    const found = await findNegotiation(look, negotiationId)
    const { negotiation, account } = found
    const alive = isAlive(negotiation.state) && account.archivedAt === null
    const mayLead = alive && (await mayLeadIt(look, found))
    const [inputs, required, waivers, colleagues] = await Promise.all([
      findInputs(look, eq(negotiationInputs.negotiationId, negotiationId), mostShown),
      findRequired(look, negotiationId),
      findWaivers(look, negotiationId),
      mayLead ? findColleagues(look, account) : [],
    ])
    const names = await findNamesOfMembers(
      look,
      waivers.map(({ by }) => by),
    )
    const today = dayOf(now, actor.timeZone)
    return {
      inputs,
      open: openInputsOf(required, waivers, today),
      waivers: waivers
        .filter(({ holdsUntil }) => holdsUntil >= today)
        .map(({ by, ...waiver }) => ({ ...waiver, by: names.get(by) ?? '' })),
      colleagues: colleagues
        .filter(({ id }) => id !== actor.id)
        .map(({ id, name, disciplines }) => ({ id, name, disciplines })),
      today,
      mayLead,
      mayWaive:
        alive && isGranted(may.consent, actor) && mayEditAccount(actor, account) && negotiation.ownerId !== actor.id,
    }
  },
})
export type InputsView = Awaited<ReturnType<typeof inputsOf.run>>

/** What waits for the reader's answer, soonest first; and what became of what they said lately. */
export const myInputs = query({
  name: 'negotiations.myInputs',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const mine = eq(negotiationInputs.askedOf, look.actor.id)
    const [waiting, said] = await Promise.all([
      findInputs(look, and(mine, inArray(negotiationInputs.state, ['asked', 'accepted'])), 100),
      findInputs(look, and(mine, inArray(negotiationInputs.state, ['answered', 'disposed'])), 30, true),
    ])
    return { waiting: waiting.filter(({ negotiation }) => negotiation.alive), said }
  },
})
