import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { advocacies, needAnswers, needMethods, needSources, needs, needVerifications } from '@/db/schema/needs'
import type { Actor } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { seesEverything } from '@/lib/kernel/rights'
import { isOnTeam, isServedBy, visibleAccounts } from '@/lib/kernel/visibility'
import type { NeedContent } from './rules'

/**
 * Which needs the actor may read, beside a join of their accounts: those of accounts that they see; confidential ones only
 * with the account's owner and team, the owner's lead, who wrote or owns it, who is asked to decide on it, and those who
 * see everything.
 */
export function readableNeeds(actor: Actor): SQL | undefined {
  if (seesEverything(actor)) return undefined
  return and(
    visibleAccounts(accounts, actor),
    or(
      eq(needs.confidential, false),
      isServedBy(accounts, actor),
      eq(needs.authorId, actor.id),
      eq(needs.ownerId, actor.id),
      isAskedToDecide(actor),
    ),
  )
}

const isAskedToDecide = (actor: Actor) =>
  sql`exists (select from ${advocacies} where ${and(
    eq(advocacies.workspaceId, actor.workspaceId),
    eq(advocacies.needId, needs.id),
    eq(advocacies.ownerId, actor.id),
    isNull(advocacies.archivedAt),
  )})`

/** The need with its account, archived or not. Refuses `notFound` what is not there or not for the actor. */
export async function findNeed(look: Look, needId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select({ need: needs, account: accounts, onTeam: isOnTeam(accounts, actor) })
    .from(needs)
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .where(and(ownRow(needs, actor, needId), readableNeeds(actor)))
  if (!row) throw new Refusal('notFound')
  return { need: row.need, account: { ...row.account, onTeam: row.onTeam } }
}

/** Those of these needs that are of the account and for the actor to read. */
export const findNeedsOf = ({ tx, actor }: Look, accountId: string, needIds: readonly string[]) =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx
        .select({ id: needs.id, feeds: needs.feeds })
        .from(needs)
        .innerJoin(accounts, joined(accounts, actor, needs.accountId))
        .where(
          and(
            own(needs, actor),
            inArray(needs.id, [...new Set(needIds)]),
            eq(needs.accountId, accountId),
            live(needs),
            readableNeeds(actor),
          ),
        )

/** Open needs of an account that the actor may read, the latest heard first: what a record of a neighbour can rest on. */
export const findOpenNeeds = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select({ id: needs.id, title: needs.title, state: needs.state })
    .from(needs)
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .where(
      and(own(needs, actor), eq(needs.accountId, accountId), isNull(needs.outcome), live(needs), readableNeeds(actor)),
    )
    .orderBy(desc(needs.heardOn), desc(needs.id))
    .limit(60)

/** Needs that a command has just written, with what their accounts lend them; the caller has seen that it may. */
export const holdNeeds = ({ tx, actor }: Look, needIds: readonly string[]) =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx
        .select({ need: needs, account: { ownerId: accounts.ownerId, restricted: accounts.restricted } })
        .from(needs)
        .innerJoin(accounts, joined(accounts, actor, needs.accountId))
        .where(and(own(needs, actor), inArray(needs.id, [...needIds])))
        .orderBy(asc(needs.id))

/** Where these needs come from, first heard first. */
export const findSources = ({ tx, actor }: Look, needIds: readonly string[]) =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(needSources)
        .where(and(own(needSources, actor), inArray(needSources.needId, [...needIds]), live(needSources)))
        .orderBy(asc(needSources.heardOn), asc(needSources.id))

export const findVerifications = ({ tx, actor }: Look, needIds: readonly string[]) =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(needVerifications)
        .where(and(own(needVerifications, actor), inArray(needVerifications.needId, [...needIds])))
        .orderBy(asc(needVerifications.id))

export const findAnswers = ({ tx, actor }: Look, needIds: readonly string[]) =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(needAnswers)
        .where(and(own(needAnswers, actor), inArray(needAnswers.needId, [...needIds]), live(needAnswers)))
        .orderBy(asc(needAnswers.answeredOn), asc(needAnswers.id))

/** Decisions that the client has not been told. */
export const findOwedReplies = ({ tx, actor }: Look, needIds: readonly string[]) =>
  needIds.length === 0
    ? Promise.resolve([])
    : tx
        .select({ id: advocacies.id, needId: advocacies.needId, replyDueOn: advocacies.replyDueOn })
        .from(advocacies)
        .where(
          and(
            own(advocacies, actor),
            inArray(advocacies.needId, [...needIds]),
            isNotNull(advocacies.replyDueOn),
            isNull(advocacies.repliedOn),
            live(advocacies),
          ),
        )

/** Decisions that were passed on with this answer. */
export async function findPassedOn({ tx, actor }: Look, answerId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: advocacies.id })
    .from(advocacies)
    .where(and(own(advocacies, actor), eq(advocacies.replyId, answerId)))
  return rows.map((row) => row.id)
}

/** A method of the workspace's own that can still be chosen. Refuses `notFound`. */
export async function findMethod({ tx, actor }: Look, methodId: string) {
  const [row] = await tx
    .select()
    .from(needMethods)
    .where(and(ownRow(needMethods, actor, methodId), live(needMethods)))
  if (!row) throw new Refusal('notFound')
  return row
}

const exactly = (value: string | null) => (value === null ? null : plain(value))

/** The hash that a verification is bound to: whatever it covers changes, the verification counts no more. */
export const contentHashOf = (need: NeedContent): string =>
  digestOf([
    need.title,
    need.holder,
    need.kind,
    need.context,
    need.consequence,
    need.metric,
    need.unit,
    exactly(need.baseline),
    exactly(need.target),
    need.confidence,
    need.measureSource,
  ])

/** Whether a second reader made sure of the need as it stands. */
export const isMadeSure = (need: NeedContent, verifications: readonly { contentHash: string }[]): boolean => {
  const hash = contentHashOf(need)
  return verifications.some((each) => each.contentHash === hash)
}
