import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { z } from 'zod'
import { pricePolicies, pricePolicyReadings } from '@/db/schema/pricing'
import { members } from '@/db/schema/workspace'
import type { Role } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { firstLimits, type Limits, type Policy, type PolicyState, policyRef } from './model-policy'
import { inForceOn, policyState, withoutMargins } from './rules-policy'

/** What consent to an edition is bound to. */
export const policyHashOf = ({
  title,
  englishTitle,
  body,
  englishBody,
  audience,
  validFrom,
  limits,
}: Omit<Policy, 'id' | 'version' | 'number' | 'authorId'>) =>
  digestOf({ title, englishTitle, body, englishBody, audience, validFrom, limits })

export type StandingPolicy = Policy & { state: PolicyState; approved: boolean; contentHash: string }

/** Every edition with where it stands today, newest first. */
export async function findPolicies(look: Look): Promise<StandingPolicy[]> {
  const { tx, actor, now } = look
  const rows = await tx
    .select()
    .from(pricePolicies)
    .where(and(own(pricePolicies, actor), live(pricePolicies)))
    .orderBy(desc(pricePolicies.number))
    .limit(200)
  const policies = rows.map((row) => ({ ...row, audience: row.audience as Role[], limits: row.limits as Limits }))
  const runs = await findRuns(
    look,
    'pricePolicy',
    policies.map(({ id }) => id),
  )
  const known = policies.map((policy) => {
    const contentHash = policyHashOf(policy)
    const consent = runs.get(policy.id) ?? null
    return { ...policy, contentHash, consent, approved: isApproved(consent, contentHash) }
  })
  const today = dayOf(now, actor.timeZone)
  const held = inForceOn(
    known.filter(({ approved }) => approved),
    today,
  )
  return known.map(({ consent, ...policy }) => ({
    ...policy,
    state: policyState({ ...policy, consent }, today, held !== null && held.id !== policy.id),
  }))
}

export async function findPolicy(look: Look, policyId: string): Promise<StandingPolicy> {
  const found = (await findPolicies(look)).find(({ id }) => id === policyId)
  if (!found) throw new Refusal('notFound')
  return found
}

/** The edition that holds on a day; null before the first one does. */
export const findPolicyOn = async (look: Look, day: Day): Promise<StandingPolicy | null> =>
  inForceOn(
    (await findPolicies(look)).filter(({ approved }) => approved),
    day,
  )

/** The limits that hold on a day: the policy's, or those that every workspace begins with. */
export async function findAuthority(look: Look, day: Day): Promise<{ policyId: string | null; limits: Limits }> {
  const policy = await findPolicyOn(look, day)
  return policy ? { policyId: policy.id, limits: policy.limits } : { policyId: null, limits: firstLimits }
}

/** Members of the audience with the day on which each read the edition; null who has not. */
async function findReaders({ tx, actor }: Look, policy: Policy) {
  const [people, readings] = await Promise.all([
    tx
      .select({ id: members.id, name: members.name, roles: members.roles })
      .from(members)
      .where(and(own(members, actor), live(members), ne(members.status, 'deactivated')))
      .orderBy(asc(members.name), asc(members.id)),
    tx
      .select({ memberId: pricePolicyReadings.memberId, readOn: pricePolicyReadings.readOn })
      .from(pricePolicyReadings)
      .where(and(own(pricePolicyReadings, actor), eq(pricePolicyReadings.policyId, policy.id))),
  ])
  const read = new Map(readings.map(({ memberId, readOn }) => [memberId, readOn]))
  return people
    .filter(({ id, roles }) => read.has(id) || policy.audience.some((role) => roles.includes(role)))
    .map(({ id, name }) => ({ id, name, readOn: read.get(id) ?? null }))
}

/** Ids of those who must read the edition and have not. */
export const findUnread = async (look: Look, policy: Policy): Promise<string[]> =>
  (await findReaders(look, policy)).flatMap(({ id, readOn }) => (readOn === null ? [id] : []))

export type PolicyView = {
  policy: StandingPolicy
  readers: { id: string; name: string; readOn: Day | null }[]
  mine: { mustRead: boolean; readOn: Day | null }
}

async function viewOf(look: Look, policy: StandingPolicy): Promise<PolicyView> {
  const readers = await findReaders(look, policy)
  const me = readers.find(({ id }) => id === look.actor.id)
  return {
    policy: seesMargin(look.actor) ? policy : { ...policy, ...withoutMargins(policy) },
    readers,
    mine: { mustRead: policy.audience.some((role) => look.actor.roles.includes(role)), readOn: me?.readOn ?? null },
  }
}

/** The edition in force with who has read it, and the other editions. */
export const policyNow = query({
  name: 'pricing.policyNow',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const editions = await findPolicies(look)
    const held = editions.find(({ state }) => state === 'inForce') ?? null
    return {
      current: held && (await viewOf(look, held)),
      editions: editions.map(({ id, number, title, englishTitle, validFrom, state }) => ({
        id,
        number,
        title,
        englishTitle,
        validFrom,
        state,
      })),
    }
  },
})

/** One edition. */
export const policyById = query({
  name: 'pricing.policyById',
  permission: may.see,
  input: policyRef,
  run: async (look, { policyId }) => viewOf(look, await findPolicy(look, policyId)),
})

/** Ids of those of the members who have read the edition. */
export async function findReadBy({ tx, actor }: Look, policyId: string, memberIds: readonly string[]) {
  if (memberIds.length === 0) return []
  const rows = await tx
    .select({ memberId: pricePolicyReadings.memberId })
    .from(pricePolicyReadings)
    .where(
      and(
        own(pricePolicyReadings, actor),
        eq(pricePolicyReadings.policyId, policyId),
        inArray(pricePolicyReadings.memberId, [...memberIds]),
      ),
    )
  return rows.map(({ memberId }) => memberId)
}

/** The number of the next edition. */
export async function findNextNumber({ tx, actor }: Look): Promise<number> {
  const [last] = await tx
    .select({ number: pricePolicies.number })
    .from(pricePolicies)
    .where(own(pricePolicies, actor))
    .orderBy(desc(pricePolicies.number))
    .limit(1)
  return (last?.number ?? 0) + 1
}
