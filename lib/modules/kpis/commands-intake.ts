import { kpiImports, kpiMeasurements } from '@/db/schema/kpis'
import { command } from '@/lib/kernel/command'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRows, insertRow, insertRows } from '@/lib/kernel/write'
import { revertEach } from '@/lib/kernel/write-each'
import { revokeLinks } from '@/lib/modules/links/commands'
import { keepLatest } from './commands-keeping'
import { may } from './manifest'
import { intakeWords } from './messages-intake'
import { messages } from './messages-refusals'
import { sharingKind } from './model'
import { type IntakePlan, keepManyInput, measureManyInput, takeBackInput } from './model-intake'
import { findExisting, findKpisOfMeasurements, findLastRevisions, lockKpis, planIntake } from './queries-intake'
import { saysTheSame } from './rules-import'

const shared = {
  permission: may.measure,
  messages,
  refreshes: ['/agreements/board', '/agreements/[agreementId]/kpis', '/agreements/[agreementId]/kpis/[kpiId]'],
}
const keyOf = ({ kpiId, period }: { kpiId: string; period: string }) => `${kpiId} ${period}`

/**
 * Keeps measurements that were planned, all at once: a value that is there already is restated, and its older revision stays
 * as it was, and what was shared of it is shared anew. What says the same as what is there by now is left alone. Answers the
 * measurements in the order given, null for those. However many there are, it asks and writes a few times. K11.
 */
export const keepMany = command({
  name: 'kpis.keepMany',
  ...shared,
  internal: true,
  input: keepManyInput,
  hides: ['values'],
  async run(work, { values, source, reason, importId }) {
    const ids = [...new Set(values.map(({ kpiId }) => kpiId))]
    await lockKpis(work, ids)
    const there = new Map((await findExisting(work, ids)).map((each) => [keyOf(each), each]))
    const revisions = await findLastRevisions(work, ids)
    const told = values.filter((each) => {
      const before = there.get(keyOf(each))
      return !before || !saysTheSame(each, before)
    })
    const restated = told.flatMap((each) => there.get(keyOf(each))?.id ?? [])
    await changeRows(work, kpiMeasurements, restated, { current: false })
    const shown = told.flatMap((each) => (there.get(keyOf(each))?.sharing === 'shared' ? [each.agreementId] : []))
    for (const subjectId of new Set(shown)) await work.call(revokeLinks, { subjectKind: sharingKind, subjectId })
    const rows = await insertRows(
      work,
      kpiMeasurements,
      told.map((each) => ({
        ...each,
        revision: (revisions.get(keyOf(each)) ?? 0) + 1,
        source,
        reason: there.has(keyOf(each)) ? reason : null,
        importId,
        enteredBy: work.actor.id,
      })),
    )
    await keepLatest(work, ids)
    const written = new Map(rows.map((row) => [keyOf(row), row.id]))
    return { ids: values.map((each) => written.get(keyOf(each)) ?? null) }
  },
})

/** Takes back what an import brought: its values hold no longer, and those that they restated hold again. */
export const takeBackMany = command({
  name: 'kpis.takeBackMany',
  ...shared,
  internal: true,
  input: takeBackInput,
  async run(work, { added, images }) {
    const kpiIds = await findKpisOfMeasurements(work, [...added, ...images.map(({ id }) => id)])
    await lockKpis(work, kpiIds)
    await changeRows(work, kpiMeasurements, added, { current: false })
    await revertEach(work, kpiMeasurements, images)
    await keepLatest(work, kpiIds)
  },
})

/**
 * Measurements as another system sends them, each row accounted for: created, revised, unchanged or rejected with the reason.
 * Sending the same again changes nothing. K11.
 */
export const measureMany = command({
  name: 'kpis.measureMany',
  ...shared,
  input: measureManyInput,
  async run(work, { rows: sent }) {
    const rows = sent.map((row, index) => ({ ...row, row: index + 1 }))
    const plans = await planIntake(work, rows)
    const taken = plans.flatMap((plan) => (plan.outcome === 'new' || plan.outcome === 'update' ? [plan.is] : []))
    const say = translatorOf(intakeWords, work.actor.locale)
    const counts = countsOf(plans)
    const refused = plans.filter((plan) => plan.outcome === 'refused')
    const { id: importId } = await insertRow(work, kpiImports, {
      ...counts,
      via: 'api',
      state: 'done',
      rows: rows.length,
      done: rows.length,
      rejected: refused.map(({ row, reason }) => ({
        row,
        reason,
        text: Object.values(sent[row - 1] ?? {}).join(' | '),
      })),
      rejectedCount: refused.length,
      startedBy: work.actor.id,
      finishedAt: work.now,
    })
    if (taken.length > 0) await work.call(keepMany, { values: taken, source: 'api', reason: 'API', importId })
    return {
      importId,
      ...counts,
      rejected: refused.length,
      rows: plans.map((plan) => ({
        row: plan.row,
        outcome: outcomes[plan.outcome],
        reason: plan.outcome === 'refused' ? plan.reason.replace('measure_', '') : null,
        sentence: plan.outcome === 'refused' ? say(plan.reason) : null,
      })),
    }
  },
})

const outcomes = {
  new: 'created',
  update: 'revised',
  same: 'unchanged',
  repeated: 'unchanged',
  refused: 'rejected',
} as const

const countsOf = (plans: readonly IntakePlan[]) => {
  const count = (...wanted: IntakePlan['outcome'][]) => plans.filter(({ outcome }) => wanted.includes(outcome)).length
  return { created: count('new'), revised: count('update'), unchanged: count('same', 'repeated') }
}
