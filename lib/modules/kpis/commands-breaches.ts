import { kpiActions, kpiBreaches, kpis } from '@/db/schema/kpis'
import { command, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { formatDay } from '@/lib/kernel/day'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { tell } from './commands-telling'
import { may } from './manifest'
import { breachWords } from './messages-breaches'
import { actionRef, addActionInput, explainInput, finishActionInput, moveInput, verifyInput } from './model-breaches'
import type { BreachEvent, BreachState } from './model-states'
import { findAction, findActions, findBreach } from './queries-breaches'
import { countAlive } from './queries-replay'
import { mustBeAlive, mustBeUndone, mustMayHandle, mustStep, no, ownerUnknown } from './rules-breach-rights'

const shared = {
  permission: may.handle,
  messages: breachWords,
  refreshes: ['/agreements/breaches', '/agreements/breaches/[breachId]', '/agreements/board'],
}

/** Takes the next step of a breach: it was seen, its plan stands, somebody began, it is closed. Refuses what is missing. */
export const moveBreach = command({
  name: 'kpis.moveBreach',
  ...shared,
  input: moveInput,
  async run(work, { breachId, step }) {
    const held = await holdBreach(work, breachId)
    const state = await stepped(work, held, step)
    const seen = step === 'acknowledge' ? { acknowledgedBy: work.actor.id, acknowledgedAt: work.now } : {}
    const over = step === 'close' ? { closedAt: work.now } : {}
    await changeRow(work, kpiBreaches, { id: breachId }, { state, ...seen, ...over })
    if (step === 'close') await keepAlive(work, held.kpi.id)
    return { breachId, state }
  },
})

/** Says where the cause lies and what shall be different, as often as one learns more. */
export const explainBreach = command({
  name: 'kpis.explainBreach',
  ...shared,
  input: explainInput,
  async run(work, { breachId, version, ...said }) {
    await holdBreach(work, breachId)
    await changeRow(work, kpiBreaches, { id: breachId, version }, said)
    return { breachId }
  },
})

/** Somebody other than the owner of the KPI says whether the actions helped, and how that shows. */
export const verifyBreach = command({
  name: 'kpis.verifyBreach',
  ...shared,
  input: verifyInput,
  async run(work, { breachId, verification }) {
    const held = await holdBreach(work, breachId)
    const state = await stepped(work, held, 'verify', verification)
    const by = { verifiedBy: work.actor.id, verifiedAt: work.now, verification }
    await changeRow(work, kpiBreaches, { id: breachId }, { state, ...by })
    return { breachId, state }
  },
})

/** Adds what somebody does about a breach, by when, and how one will see that it helped. Whoever has it is told. */
export const addAction = command({
  name: 'kpis.addAction',
  ...shared,
  input: addActionInput,
  async run(work, { breachId, ...action }) {
    const { breach, kpi, account } = await holdBreach(work, breachId)
    if (!(await findNamesOfMembers(work, [action.ownerId])).has(action.ownerId))
      throw no('ownerUnknown', {}, ownerUnknown)
    const { agreementId, accountId } = breach
    const row = await insertRow(work, kpiActions, { breachId, kpiId: kpi.id, agreementId, accountId, ...action })
    await tell(work, [action.ownerId], {
      kind: 'kpiAction',
      text: saidInAll(breachWords, 'toldAction', (locale) => ({
        ...{ day: formatDay(action.dueOn, locale), text: cut(action.text, 200), account: account.name },
        kpi: locale === 'en' ? kpi.englishName : kpi.name,
      })),
      ...about(breachId),
      key: `kpis.action.${row.id}`,
    })
    return { breachId, kpiActionId: row.id }
  },
})

/** Says what came of an action, with its evidence. When it was the last one, those who may verify are told. */
export const finishAction = command({
  name: 'kpis.finishAction',
  ...shared,
  input: finishActionInput,
  async run(work, { kpiActionId, result, fileId }) {
    const { action, breach, kpi, account, agreement } = await lockAction(work, kpiActionId)
    if (action.ownerId !== work.actor.id) mustMayHandle(work.actor, kpi.ownerId, account, agreement)
    mustBeUndone(action, breach)
    await changeRow(work, kpiActions, { id: kpiActionId }, { doneAt: work.now, result, fileId })
    if (fileId)
      await work.call(attach, {
        ...{ kind: 'kpiAction', subjectId: kpiActionId, accountId: breach.accountId, fileIds: [fileId] },
        restricted: agreement.confidential,
      })
    const open = (await findActions(work, breach.id)).filter(({ doneAt }) => doneAt === null)
    if (open.length === 0)
      await tell(
        work,
        [agreement.ownerId, ...(agreement.backupId ? [agreement.backupId] : [])].filter((id) => id !== kpi.ownerId),
        {
          kind: 'kpiBreach',
          text: saidInAll(breachWords, 'toldVerify', (locale) => ({
            account: account.name,
            kpi: locale === 'en' ? kpi.englishName : kpi.name,
          })),
          ...about(breach.id),
          key: `kpis.verify.${breach.id}.${kpiActionId}`,
        },
      )
    return { breachId: breach.id }
  },
})

/** Takes out an action that nobody has done: it was a slip, or another one takes its place. */
export const dropAction = command({
  name: 'kpis.dropAction',
  ...shared,
  input: actionRef,
  async run(work, { kpiActionId }) {
    const { action, breach, kpi, account, agreement } = await lockAction(work, kpiActionId)
    mustMayHandle(work.actor, kpi.ownerId, account, agreement)
    mustBeUndone(action, breach)
    await changeRow(work, kpiActions, { id: kpiActionId }, { archivedAt: work.now })
    return { breachId: breach.id }
  },
})

/** A breach that is alive, for those who deal with it; its KPI is locked before it, as by whoever measures. */
async function holdBreach(work: Work, breachId: string) {
  const found = await findBreach(work, breachId)
  mustMayHandle(work.actor, found.kpi.ownerId, found.account, found.agreement)
  await lockRow(work, kpis, found.kpi.id)
  const breach = await lockRow(work, kpiBreaches, breachId)
  mustBeAlive(breach.state)
  return { ...found, breach }
}
type Held = Awaited<ReturnType<typeof holdBreach>>

/** An action as it stands under the lock of its breach. */
async function lockAction(work: Work, kpiActionId: string) {
  const { breach } = await findAction(work, kpiActionId)
  await lockRow(work, kpiBreaches, breach.id)
  return findAction(work, kpiActionId)
}

async function stepped(work: Work, { breach, kpi }: Held, event: BreachEvent, effect: string | null = null) {
  const actions = await findActions(work, breach.id)
  return mustStep(breach.state as BreachState, event, {
    cause: breach.cause,
    actions: actions.length,
    openActions: actions.filter(({ doneAt }) => doneAt === null).length,
    effect,
    ownerId: kpi.ownerId,
    actorId: work.actor.id,
    planRequired: kpi.planRequired,
  })
}

/** Keeps how many breaches of the KPI are alive, for the board. */
async function keepAlive(work: Work, kpiId: string) {
  await changeRow(work, kpis, { id: kpiId }, { openBreaches: await countAlive(work, kpiId) })
}

const about = (breachId: string) => ({
  href: `/agreements/breaches/${breachId}`,
  subjectKind: 'kpiBreach',
  subjectId: breachId,
})
