import { and, arrayContains, asc, between, eq, inArray, ne } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { agreementAdvice, agreements, type agreementVersions } from '@/db/schema/agreements'
import { members } from '@/db/schema/workspace'
import type { Discipline } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith } from '@/lib/kernel/rights'
import { may } from './manifest'
import { agreementRef } from './model'
import type { adviceDecisions, adviceRecommendations } from './model-advice'
import type { AdviceState, VersionState } from './model-states'
import type { AdviceTrigger } from './model-values'
import { findChange, findContent } from './queries-approval'
import { findAgreement, findLatest, readable } from './queries-held'
import { findTellable } from './queries-readers'
import { holdsUp } from './rules-advice'
import { asksAgain, isOutdated, readsAdvice, suggestedFor } from './rules-advising'
import type { Content } from './rules-approval'
import { newSuggestions } from './rules-triggers'

type Row = typeof agreementAdvice.$inferSelect
export type FoundAdvice = Omit<Row, 'state'> & { state: AdviceState }
type Version = typeof agreementVersions.$inferSelect

const typed = (row: Row): FoundAdvice => ({ ...row, state: row.state as AdviceState })

/** What was asked about an agreement, through all its versions, in the order in which it was asked. */
export async function findAdviceOf({ tx, actor }: Look, agreementId: string): Promise<FoundAdvice[]> {
  const rows = await tx
    .select()
    .from(agreementAdvice)
    .where(and(own(agreementAdvice, actor), eq(agreementAdvice.agreementId, agreementId), live(agreementAdvice)))
    .orderBy(asc(agreementAdvice.id))
  return rows.map(typed)
}

/** One request; whoever asks looks whether the agreement may be read. Refuses with `notFound`. */
export async function findAdvice({ tx, actor }: Look, adviceId: string): Promise<FoundAdvice> {
  const [row] = await tx
    .select()
    .from(agreementAdvice)
    .where(and(ownRow(agreementAdvice, actor, adviceId), live(agreementAdvice)))
  if (!row) throw new Refusal('notFound')
  return typed(row)
}

type Subject = Pick<FoundAdvice, 'clauseKey' | 'trigger'>

/**
 * By which digest what advice is about is known as it stands: its clause, with the law or the months where they made it due.
 * Null for the agreement as a whole, and for a clause that is gone.
 */
function subjectOf({ facts, clauses }: Content, { clauseKey, trigger }: Subject): string | null {
  const clause = clauses.find(({ key }) => key === clauseKey)
  if (!clause && (clauseKey !== '' || trigger === null)) return null
  return digestOf({
    said: clause ? [clause.heading, clause.body, clause.value] : null,
    law: trigger === 'foreignLaw' ? facts.governingLaw : null,
    months: trigger === 'longTerm' ? facts.months : null,
  })
}

/** The same of a version that is held. */
export const findSubject = async (look: Look, version: Version, subject: Subject): Promise<string | null> =>
  subjectOf(await findContent(look, version), subject)

/**
 * Where the advice on a version stands: what the rules suggest and nobody asked for, or waived, as it stands; what was given
 * on something that was changed since; and how much holds up its approval. What is suggested as blocking counts until
 * somebody asked or waived it. BGM-3.3.
 */
export async function findStanding(look: Look, version: Version, asked: readonly FoundAdvice[]) {
  const { before, after } = await findChange(look, version)
  const own = asked.filter(({ versionId, clauseKey }) => versionId === version.id || clauseKey === '')
  const outdated = new Set(own.filter((each) => isOutdated(each, subjectOf(after, each))).map(({ id }) => id))
  const counting = own.filter(({ id, state }) => state !== 'cancelled' && !outdated.has(id))
  const suggestions = newSuggestions(suggestedFor(before, after), counting)
  const open = asked.filter(
    (each, index) =>
      each.versionId === version.id &&
      (holdsUp(each) || asksAgain(each, asked.slice(index + 1), subjectOf(after, each))),
  )
  const holdingUp = suggestions.filter(({ blocking }) => blocking).length + open.length
  return { suggestions, outdated, holdingUp, after }
}

/** How much advice holds up the approval of a version. */
export const countHoldingUp = async (look: Look, version: Version): Promise<number> =>
  (await findStanding(look, version, await findAdviceOf(look, version.agreementId))).holdingUp

/** Managers at work, who are told when advice is not followed or done without. */
export async function findManagers({ tx, actor }: Look): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        own(members, actor),
        live(members),
        ne(members.status, 'deactivated'),
        arrayContains(members.roles, ['manager']),
      ),
    )
    .orderBy(asc(members.id))
  return rows.map(({ id }) => id)
}

/** The advice on the latest version: what is suggested, what was asked and what became of it. Privileged words only for its readers. */
export const advice = query({
  name: 'agreements.advice',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const found = await findAgreement(look, agreementId)
    const version = await findLatest(look, agreementId)
    const asked = await findAdviceOf(look, agreementId)
    const [{ suggestions, outdated, holdingUp, after }, names, readers] = await Promise.all([
      findStanding(look, version, asked),
      findNamesOfMembers(
        look,
        asked.flatMap(({ askedBy, advisorId, decidedBy }) => [askedBy, advisorId, decidedBy]),
      ),
      findTellable(look, found),
    ])
    const headings = new Map(after.clauses.map(({ key, heading }) => [key, heading]))
    const open = version.state !== 'executed' && version.state !== 'void'
    const mayAsk = open && isGranted(may.draft, actor) && mayWorkWith(actor, found.account)
    const today = dayOf(now, actor.timeZone)
    return {
      versionId: version.id,
      versionState: version.state as VersionState,
      today,
      mayAsk,
      advisors: readers.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name })),
      clauses: after.clauses.map(({ key, heading }) => ({ key, heading })),
      holdingUp,
      suggestions: suggestions.map(({ clauseKey, ...each }) => ({
        ...each,
        clauseKey: clauseKey ?? '',
        heading: clauseKey === null ? null : (headings.get(clauseKey) ?? null),
      })),
      asked: asked.map((each) => {
        const reads = readsAdvice(actor, each)
        const mine = each.advisorId === null ? mayAsk : each.advisorId === actor.id
        const pending = each.state === 'requested' || each.state === 'accepted'
        return {
          id: each.id,
          heading: headings.get(each.clauseKey) ?? null,
          trigger: each.trigger as AdviceTrigger | null,
          discipline: each.discipline as Discipline,
          state: each.state,
          blocking: each.blocking,
          privileged: each.privileged,
          outdated: outdated.has(each.id),
          askedBy: names.get(each.askedBy) ?? '—',
          advisor: each.advisorId ? (names.get(each.advisorId) ?? '—') : each.advisorName,
          dueOn: each.dueOn,
          overdue: pending && each.dueOn !== null && each.dueOn < today,
          waivedBecause: each.waivedBecause,
          declinedBecause: reads ? each.declinedBecause : null,
          reads,
          said: reads
            ? {
                question: each.question,
                background: each.background,
                recommendation: each.recommendation as (typeof adviceRecommendations)[number] | null,
                answer: each.answer,
                hasFile: each.fileId !== null,
                decision: each.decision as (typeof adviceDecisions)[number] | null,
                decisionReason: each.decisionReason,
                decidedBy: each.decidedBy ? (names.get(each.decidedBy) ?? '—') : null,
              }
            : null,
          mayAnswer: open && pending && mine,
          mayAccept: open && each.state === 'requested' && mine,
          mayDecide: mayAsk && reads && each.state === 'answered',
          mayWaive: mayAsk && ['requested', 'accepted', 'answered', 'declined'].includes(each.state),
          mayCancel: mayAsk && ['requested', 'accepted', 'declined'].includes(each.state),
        }
      }),
    }
  },
})
export type AdviceView = Awaited<ReturnType<typeof advice.run>>

/** For so many days after its last day a question is still told of as overdue; so many before, as due soon. */
const [caughtUp, ahead] = [14, 2]

/** Requests that are due soon or overdue, with whom to tell. */
export async function findDueAdvice({ tx, actor, now }: Look) {
  const today = dayOf(now, actor.timeZone)
  return tx
    .select({
      id: agreementAdvice.id,
      agreementId: agreementAdvice.agreementId,
      title: agreements.title,
      askedBy: agreementAdvice.askedBy,
      advisorId: agreementAdvice.advisorId,
      dueOn: agreementAdvice.dueOn,
    })
    .from(agreementAdvice)
    .innerJoin(agreements, and(joined(agreements, actor, agreementAdvice.agreementId), live(agreements)))
    .where(
      and(
        own(agreementAdvice, actor),
        inArray(agreementAdvice.state, ['requested', 'accepted']),
        between(agreementAdvice.dueOn, addDays(today, -caughtUp), addDays(today, ahead)),
        live(agreementAdvice),
      ),
    )
    .orderBy(asc(agreementAdvice.dueOn), asc(agreementAdvice.id))
    .limit(500)
}

/** What waits for the actor's advice, the nearest day first. */
export const adviceAskedOfMe = query({
  name: 'agreements.adviceAskedOfMe',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const today = dayOf(now, actor.timeZone)
    const rows = await tx
      .select({
        id: agreementAdvice.id,
        agreementId: agreementAdvice.agreementId,
        title: agreements.title,
        account: accounts.name,
        question: agreementAdvice.question,
        dueOn: agreementAdvice.dueOn,
      })
      .from(agreementAdvice)
      .innerJoin(agreements, and(joined(agreements, actor, agreementAdvice.agreementId), live(agreements)))
      .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
      .where(
        and(
          own(agreementAdvice, actor),
          eq(agreementAdvice.advisorId, actor.id),
          inArray(agreementAdvice.state, ['requested', 'accepted']),
          live(agreementAdvice),
          readable(actor),
        ),
      )
      .orderBy(asc(agreementAdvice.dueOn), asc(agreementAdvice.id))
      .limit(100)
    return rows.map((row) => ({ ...row, overdue: row.dueOn !== null && row.dueOn < today }))
  },
})
export type AskedOfMe = Awaited<ReturnType<typeof adviceAskedOfMe.run>>
