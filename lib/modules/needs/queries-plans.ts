import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { people } from '@/db/schema/contacts'
import { needMethods, needPlanSteps, needPlans, needSources } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findRun } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { accountRef, type Method } from './model'
import { type PlanStep, planStateOf, usesOf } from './rules-plans'

/** What a plan says; an approval holds for exactly this. */
const planHashOf = (aim: string | null, steps: readonly PlanStep[]): string =>
  digestOf([
    aim,
    steps
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, method, methodId, why, memberId, personId, dueOn }) => [
        id,
        method,
        methodId,
        why,
        memberId,
        personId,
        dueOn,
      ]),
  ])

/** The account's plan with its steps by day; null when nobody has begun one. */
export async function findPlan({ tx, actor }: Look, accountId: string) {
  const [plan] = await tx
    .select()
    .from(needPlans)
    .where(and(own(needPlans, actor), eq(needPlans.accountId, accountId)))
  if (!plan) return null
  const rows = await tx
    .select({
      step: needPlanSteps,
      member: members.name,
      person: people.displayName,
      methodName: needMethods.name,
      methodEnglishName: needMethods.englishName,
    })
    .from(needPlanSteps)
    .innerJoin(members, joined(members, actor, needPlanSteps.memberId))
    .leftJoin(people, joined(people, actor, needPlanSteps.personId))
    .leftJoin(needMethods, joined(needMethods, actor, needPlanSteps.methodId))
    .where(and(own(needPlanSteps, actor), eq(needPlanSteps.planId, plan.id), live(needPlanSteps)))
    .orderBy(asc(needPlanSteps.dueOn), asc(needPlanSteps.id))
  const steps = rows.map(({ step, ...names }) => ({ ...step, ...names, method: step.method as Method }))
  return { ...plan, steps, hash: planHashOf(plan.aim, steps) }
}
export type FoundPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** How the needs of an account are meant to be found, and how they were. */
export const planOf = query({
  name: 'needs.planOf',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const account = await findAccount(look, accountId)
    const { tx, actor, now } = look
    const plan = await findPlan(look, accountId)
    const run = plan ? await findRun(look, 'needPlan', plan.id) : null
    const used = await tx
      .select({
        method: needSources.method,
        methodId: needSources.methodId,
        personId: needSources.personId,
        heardOn: sql<string>`max(${needSources.heardOn})`,
        times: sql<number>`count(*)`.mapWith(Number),
      })
      .from(needSources)
      .where(and(own(needSources, actor), eq(needSources.accountId, accountId), isNull(needSources.archivedAt)))
      .groupBy(needSources.method, needSources.methodId, needSources.personId)
    const today = dayOf(now, actor.timeZone)
    const steps = (plan?.steps ?? []).map((step) => {
      const { times, lastOn } = usesOf(step, used)
      return {
        id: step.id,
        version: step.version,
        method: step.method,
        methodId: step.methodId,
        methodName: step.methodName,
        methodEnglishName: step.methodEnglishName,
        why: step.why,
        memberId: step.memberId,
        member: step.member,
        personId: step.personId,
        person: step.person,
        dueOn: step.dueOn,
        times,
        lastOn,
        late: times === 0 && step.dueOn < today,
      }
    })
    const planned = new Set(steps.map((step) => step.method))
    return {
      accountId,
      aim: plan?.aim ?? null,
      planId: plan?.id ?? null,
      state: planStateOf(steps.length, plan?.hash ?? '', run),
      steps,
      /** Methods by which needs were found without having been planned. */
      beside: [...new Set(used.map((each) => each.method as Method))].filter((method) => !planned.has(method)),
      mayPlan: mayWorkWith(actor, account),
    }
  },
})
export type PlanView = Awaited<ReturnType<typeof planOf.run>>
