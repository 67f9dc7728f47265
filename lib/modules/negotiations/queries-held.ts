import { and, eq, inArray } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { negotiationMandates, negotiationMembers, negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { once } from '@/lib/kernel/once'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted, type Permission } from '@/lib/kernel/permission'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { sitsOn } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import type { Direction, NegotiationKind, Path } from './model'
import type { NegotiationState } from './model-states'

const accountPart = {
  id: accounts.id,
  name: accounts.name,
  englishName: accounts.englishName,
  tier: accounts.tier,
  segment: accounts.segment,
  ownerId: accounts.ownerId,
  restricted: accounts.restricted,
  archivedAt: accounts.archivedAt,
}

/** A negotiation with its account, for those who may see the account; the parts of a page share it. Refuses with `notFound`. */
export const findNegotiation = (look: Look, negotiationId: string) =>
  once(look, `negotiation ${negotiationId}`, () => findItsRow(look, negotiationId))

async function findItsRow({ tx, actor }: Look, negotiationId: string) {
  const [row] = await tx
    .select({ negotiation: negotiations, account: accountPart, onTeam: isOnTeam(accounts, actor) })
    .from(negotiations)
    .innerJoin(accounts, joined(accounts, actor, negotiations.accountId))
    .where(and(ownRow(negotiations, actor, negotiationId), live(negotiations), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  const { negotiation, account, onTeam } = row
  return {
    negotiation: {
      ...negotiation,
      direction: negotiation.direction as Direction,
      kind: negotiation.kind as NegotiationKind,
      path: negotiation.path as Path,
      state: negotiation.state as NegotiationState,
      suspendedIn: negotiation.suspendedIn as NegotiationState | null,
    },
    account: { ...account, onTeam },
  }
}
export type FoundNegotiation = Awaited<ReturnType<typeof findNegotiation>>

/** The account with what decides who may negotiate with it. Refuses with `notFound`. */
export async function findAccountPart({ tx, actor }: Look, accountId: string) {
  const [row] = await tx
    .select({ ...accountPart, onTeam: isOnTeam(accounts, actor) })
    .from(accounts)
    .where(and(ownRow(accounts, actor, accountId), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  return row
}

/** Those of these negotiations in which the actor has a seat on our side. */
async function findSeats({ tx, actor }: Look, negotiationIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: negotiationMembers.negotiationId })
    .from(negotiationMembers)
    .where(
      and(
        own(negotiationMembers, actor),
        inArray(negotiationMembers.negotiationId, [...negotiationIds]),
        eq(negotiationMembers.memberId, actor.id),
        live(negotiationMembers),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Whether the actor negotiates in it: its owner and its team. */
export const isOnTable = async (look: Look, { id, ownerId }: { id: string; ownerId: string }): Promise<boolean> =>
  ownerId === look.actor.id || (await findSeats(look, [id])).length > 0

/** Whether the reader may lead it: whoever edits the account, and its team; while the account is not archived. */
export const mayLeadIt = async (
  look: Look,
  { negotiation, account }: FoundNegotiation,
  permission: Permission = may.negotiate,
): Promise<boolean> =>
  isGranted(permission, look.actor) &&
  account.archivedAt === null &&
  (mayEditAccount(look.actor, account) || (await isOnTable(look, negotiation)))

/**
 * Which of these negotiations the actor is in the mandate group of: those who negotiate, and those who are asked to approve
 * a mandate or a package. Limits, weights, estimates, alternatives, scores and breaches are for them alone, whatever their
 * role lets them see elsewhere.
 */
export async function findGroups(
  look: Look,
  found: readonly { id: string; ownerId: string }[],
): Promise<ReadonlySet<string>> {
  const { tx, actor } = look
  const rest = found.filter(({ ownerId }) => ownerId !== actor.id).map(({ id }) => id)
  const mine = found.filter(({ ownerId }) => ownerId === actor.id).map(({ id }) => id)
  if (rest.length === 0) return new Set(mine)
  const [seats, mandates] = await Promise.all([
    findSeats(look, rest),
    tx
      .select({ id: negotiationMandates.id, negotiationId: negotiationMandates.negotiationId })
      .from(negotiationMandates)
      .where(and(own(negotiationMandates, actor), inArray(negotiationMandates.negotiationId, rest))),
  ])
  const asked = await sitsOn(look, [
    ...mandates.map(({ id }) => ({ subjectKind: 'negotiationMandate' as const, subjectId: id })),
    ...rest.map((id) => ({ subjectKind: 'negotiationPackage' as const, subjectId: id })),
  ])
  const approves = mandates.filter(({ id }) => asked.has(id)).map(({ negotiationId }) => negotiationId)
  return new Set([...mine, ...seats, ...approves, ...rest.filter((id) => asked.has(id))])
}

/** The same of one. */
export const findGroup = async (look: Look, negotiation: { id: string; ownerId: string }): Promise<boolean> =>
  (await findGroups(look, [negotiation])).has(negotiation.id)
