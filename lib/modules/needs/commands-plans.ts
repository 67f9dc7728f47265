import { needPlanSteps, needPlans } from '@/db/schema/needs'
import { command, type Work } from '@/lib/kernel/command'
import { formatDay } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import { eachLocale, saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval, touchApproval } from '@/lib/modules/approvals/commands'
import { findRun } from '@/lib/modules/approvals/queries'
import { findPerson } from '@/lib/modules/contacts/queries'
import { mustNameMember, plannedAccount } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { editStepInput, planMethodInput, setAimInput, stepRef, submitPlanInput } from './model-plans'
import { findMethod } from './queries-held'
import { type FoundPlan, findPlan } from './queries-plans'
import { mustBeChangedSince, mustHaveSteps, planStateOf } from './rules-plans'

const plans = { permission: may.plan, messages, refreshes: ['/(crm)/accounts/[accountId]/needs'] }

async function planOfAccount(work: Work, accountId: string) {
  const known = await findPlan(work, accountId)
  return known?.id ?? (await insertRow(work, needPlans, { accountId, authorId: work.actor.id })).id
}

type Step = { method: string; methodId: string | null; memberId: string; personId: string | null }

async function knownStep<Given extends Step>(work: Work, given: Given): Promise<Given> {
  await mustNameMember(work, given.memberId, 'memberId')
  if (given.personId) await findPerson(work, given.personId)
  return given.methodId ? { ...given, method: (await findMethod(work, given.methodId)).basis } : given
}

/** The lead is asked again for exactly what the plan says now; an approval of other words counts no more. */
async function touch(work: Work, accountId: string): Promise<void> {
  const plan = await findPlan(work, accountId)
  if (!plan) return
  await work.call(touchApproval, {
    subjectKind: 'needPlan',
    subjectId: plan.id,
    contentHash: plan.hash,
    facts: {},
    lines: linesOf(plan),
    totals: noTotals,
    touched: ['needs'],
  })
}

const noTotals = { costPerYear: null, marginPct: null, value: null }

/** Each planned way as the lead reads it: how, why, who, with whom, by when. */
const linesOf = ({ steps }: FoundPlan) =>
  steps.map((step) => ({
    key: step.id,
    aspect: 'needs' as const,
    label: step.methodName
      ? eachLocale((locale) => (locale === 'en' ? (step.methodEnglishName ?? step.methodName) : step.methodName) ?? '')
      : saidInAll(messages, `method_${step.method}`),
    standard: null,
    was: null,
    now: eachLocale((locale) =>
      translatorOf(messages, locale)(step.person ? 'stepSaidWith' : 'stepSaid', {
        why: step.why,
        member: step.member,
        person: step.person ?? '',
        day: formatDay(step.dueOn, locale),
      }),
    ),
    costPerYear: null,
    detail: null,
    why: step.why,
    confidential: false,
  }))

/** Plans one way of finding the needs of an account: which, why, who of us, with whom, by when. */
export const planMethod = command({
  name: 'needs.planMethod',
  ...plans,
  input: planMethodInput,
  async run(work, { accountId, ...given }) {
    await plannedAccount(work, accountId)
    const step = await knownStep(work, given)
    const row = await insertRow(work, needPlanSteps, {
      ...step,
      accountId,
      planId: await planOfAccount(work, accountId),
    })
    await touch(work, accountId)
    return { id: row.id, accountId }
  },
})

async function stepInHand(work: Work, stepId: string) {
  const step = await lockRow(work, needPlanSteps, stepId)
  await plannedAccount(work, step.accountId)
  return step
}

export const editStep = command({
  name: 'needs.editStep',
  ...plans,
  input: editStepInput,
  async run(work, { stepId, version, ...given }) {
    const { accountId } = await stepInHand(work, stepId)
    await changeRow(work, needPlanSteps, { id: stepId, version }, await knownStep(work, given))
    await touch(work, accountId)
    return { id: stepId, accountId }
  },
})

export const removeStep = command({
  name: 'needs.removeStep',
  ...plans,
  input: stepRef,
  async run(work, { stepId }) {
    const { accountId } = await stepInHand(work, stepId)
    await changeRow(work, needPlanSteps, { id: stepId }, { archivedAt: work.now })
    await touch(work, accountId)
    return { id: stepId, accountId }
  },
})

/** The undo of removing a step. */
export const restoreStep = command({
  name: 'needs.restoreStep',
  ...plans,
  input: stepRef,
  async run(work, { stepId }) {
    const { accountId } = await stepInHand(work, stepId)
    await changeRow(work, needPlanSteps, { id: stepId }, { archivedAt: null })
    await touch(work, accountId)
    return { id: stepId, accountId }
  },
})

/** What is to be found out with the plan. */
export const setAim = command({
  name: 'needs.setAim',
  ...plans,
  input: setAimInput,
  async run(work, { accountId, aim }) {
    await plannedAccount(work, accountId)
    await changeRow(work, needPlans, { id: await planOfAccount(work, accountId) }, { aim })
    await touch(work, accountId)
    return { id: accountId, accountId }
  },
})

/** Asks the lead to confirm how the needs of the account are to be found. Refuses an empty plan and one that is confirmed. */
export const submitPlan = command({
  name: 'needs.submitPlan',
  ...plans,
  input: submitPlanInput,
  async run(work, { accountId, reason }) {
    const account = await plannedAccount(work, accountId)
    const plan = await findPlan(work, accountId)
    mustHaveSteps(plan?.steps.length ?? 0)
    if (!plan) throw new Refusal('notFound')
    mustBeChangedSince(planStateOf(plan.steps.length, plan.hash, await findRun(work, 'needPlan', plan.id)))
    const { state } = await work.call(submitForApproval, {
      subjectKind: 'needPlan',
      subjectId: plan.id,
      accountId,
      title: saidInAll(messages, 'planTitle', { account: account.name }),
      href: `/accounts/${accountId}/needs#plan`,
      contentHash: plan.hash,
      facts: {},
      lines: linesOf(plan),
      totals: noTotals,
      reason,
    })
    return { id: accountId, accountId, planId: plan.id, state }
  },
})
