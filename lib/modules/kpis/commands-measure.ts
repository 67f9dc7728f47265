import { kpiMeasurements, kpis } from '@/db/schema/kpis'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { revokeLinks } from '@/lib/modules/links/commands'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { keepLatest } from './commands-keeping'
import { may } from './manifest'
import { messages } from './messages-refusals'
import { measureInput, sharingKind } from './model'
import { findCurrentOf, findKpi, findReadable } from './queries-held'
import { findLastRevisions } from './queries-intake'
import { no } from './rules'
import {
  isClosed,
  mustBeInForce,
  mustBePeriod,
  mustBeValue,
  mustHaveBegun,
  mustMayMeasure,
  mustRestate,
} from './rules-measuring'

/**
 * Enters what was measured in a period, by hand. Where the period has a value already it is restated: the older revision
 * stays as it was, the reason stands beside the new one, and what was shared of it is shared anew. Refuses what nobody signed,
 * what has not begun, and closed periods but by a manager. K01, K10.
 */
export const measure = command({
  name: 'kpis.measure',
  permission: may.measure,
  messages,
  refreshes: ['/agreements/[agreementId]/kpis', '/agreements/[agreementId]/kpis/[kpiId]'],
  input: measureInput,
  async run(work, { kpiId, period: typed, note, reason, fileId, ...numbers }) {
    const { actor, now } = work
    const { kpi, agreement, account } = await findKpi(work, kpiId)
    mustMayMeasure(actor, kpi.ownerId, account)
    await lockRow(work, kpis, kpiId)
    const [readable] = await findReadable(work, [kpiId])
    if (!readable) throw no('notInForce')
    mustBeInForce(agreement.state, readable.targets.length)
    const period = mustBePeriod(typed, readable.kpi, await findFiscalCalendar(work))
    const today = dayOf(now, actor.timeZone)
    mustHaveBegun(period, today)
    const value = mustBeValue(numbers, kpi.unit)
    const before = await findCurrentOf(work, kpiId, period.from)
    if (before) {
      mustRestate({ before, now: value, reason }, isClosed(before.sharing, period, today), actor)
      await changeRow(work, kpiMeasurements, { id: before.id }, { current: false })
      if (before.sharing === 'shared')
        await work.call(revokeLinks, { subjectKind: sharingKind, subjectId: agreement.id })
    }
    const of = { kpiId, agreementId: agreement.id, accountId: agreement.accountId }
    const row = await insertRow(work, kpiMeasurements, {
      ...of,
      period: period.key,
      fromDay: period.from,
      revision: ((await findLastRevisions(work, [kpiId])).get(`${kpiId} ${period.key}`) ?? 0) + 1,
      ...value,
      source: 'manual',
      reason: before ? reason : null,
      ...{ note, fileId, enteredBy: actor.id },
    })
    if (fileId)
      await work.call(attach, {
        kind: 'measurement',
        subjectId: row.id,
        accountId: agreement.accountId,
        fileIds: [fileId],
        restricted: agreement.confidential,
      })
    await keepLatest(work, [kpiId])
    return { agreementId: agreement.id, kpiId, measurementId: row.id }
  },
})
