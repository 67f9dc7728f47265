import { kpis, kpiTargets } from '@/db/schema/kpis'
import { command, type Work } from '@/lib/kernel/command'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { Refusal } from '@/lib/kernel/refusal'
import { creditTermsOf } from '@/lib/kernel/service-credit'
import { changeRow, changeRows, insertRow } from '@/lib/kernel/write'
import { keepContent } from '@/lib/modules/agreements/commands-kpis'
import { holdDraftVersion } from '@/lib/modules/agreements/commands-upkeep'
import { openEnd } from '@/lib/modules/agreements/model'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { messages } from './messages-refusals'
import {
  addInput,
  dropTargetInput,
  editInput,
  type NewTerms,
  removeInput,
  setSeasonalInput,
  setTargetInput,
} from './model'
import { findDefinition } from './queries-definitions'
import { findAgreed, findKpisOf, findTarget, findTargets } from './queries-held'
import { no } from './rules'
import { agreedKpis } from './rules-agreed'
import { mustBePeriod } from './rules-measuring'
import {
  firstDayOf,
  type Measured,
  mustBeByPeriod,
  mustFit,
  mustHold,
  mustHoldIn,
  numbersFor,
  ruleOf,
} from './rules-terms'

const agrees = {
  permission: may.agree,
  messages,
  refreshes: ['/agreements/[agreementId]', '/agreements/[agreementId]/kpis', '/agreements/[agreementId]/kpis/[kpiId]'],
}
const most = 60

/** Agrees on a KPI of the library, with its target, in the version that is drafted: what it means is copied into it. */
export const add = command({
  name: 'kpis.add',
  ...agrees,
  input: addInput,
  async run(work, { agreementVersionId: versionId, code, ...said }) {
    const held = await holdVersion(work, versionId)
    const { target, amber, zero, low, high, tolerance, ...terms } = said
    const defined = await findDefinition(work, code)
    if (!defined) throw no('unknownKpi', {}, { code: { code: 'unknownKpi' } })
    if (held.kpis.length >= most) throw no('tooManyKpis')
    if (held.kpis.some((each) => each.code === code && each.party === terms.party))
      throw no('kpiTwice', {}, { party: { code: 'kpiTwice' } })
    const numbers = { target, amber, zero, low, high, tolerance }
    mustHold(defined.direction, numbers)
    await mustBeTerms(work, terms, defined, held.days)
    const left = held.leftOver.filter((each) => each.code === code && each.party === terms.party)
    await changeRows(
      work,
      kpis,
      left.map(({ id }) => id),
      { archivedAt: work.now },
    )
    const { category: _, source: __, ...meaning } = defined
    const of = { agreementId: held.agreement.id, accountId: held.agreement.accountId }
    const row = await insertRow(work, kpis, { ...of, ...meaning, ...columnsOf(terms), changedAt: work.now })
    await insertRow(work, kpiTargets, {
      ...of,
      kpiId: row.id,
      versionId,
      fromDay: terms.startsOn,
      ...numbersFor(defined.direction, numbers),
    })
    await keepAgreed(work, versionId)
    return { agreementId: of.agreementId, kpiId: row.id }
  },
})

/** Changes what the drafted version agrees of a KPI that it is the first to name. */
export const edit = command({
  name: 'kpis.edit',
  ...agrees,
  input: editInput,
  async run(work, { agreementVersionId: versionId, kpiId, version, ...said }) {
    const held = await holdVersion(work, versionId)
    const { kpi, targets } = await held.kpi(kpiId)
    const { target, amber, zero, low, high, tolerance, ...terms } = said
    if (targets.some((each) => each.versionId !== versionId)) throw no('setEarlier')
    if (held.kpis.some((each) => each.id !== kpiId && each.code === kpi.code && each.party === terms.party))
      throw no('kpiTwice', {}, { party: { code: 'kpiTwice' } })
    const numbers = { target, amber, zero, low, high, tolerance }
    mustHold(kpi.direction, numbers)
    await mustBeTerms(work, terms, kpi, held.days)
    mustBeByPeriod(terms, targets)
    const row = await changeRow(work, kpis, { id: kpiId, version }, { ...columnsOf(terms), changedAt: work.now })
    const usual = targets.find(({ seasonal }) => !seasonal)
    if (usual)
      await changeRow(
        work,
        kpiTargets,
        { id: usual.id },
        { fromDay: terms.startsOn, ...numbersFor(kpi.direction, numbers) },
      )
    await keepAgreed(work, versionId)
    return { agreementId: held.agreement.id, kpiId, version: row.version }
  },
})

/** Takes a KPI out: one that the drafted version is the first to name goes; an earlier one ends with this version. */
export const remove = command({
  name: 'kpis.remove',
  ...agrees,
  input: removeInput,
  async run(work, { agreementVersionId: versionId, kpiId }) {
    const held = await holdVersion(work, versionId)
    const { targets } = await held.kpi(kpiId)
    const mine = targets.filter((each) => each.versionId === versionId).map(({ id }) => id)
    await changeRows(work, kpiTargets, mine, { archivedAt: work.now })
    if (mine.length === targets.length) await changeRow(work, kpis, { id: kpiId }, { archivedAt: work.now })
    else await insertTarget(work, held, kpiId, {})
    await keepAgreed(work, versionId)
    return { agreementId: held.agreement.id }
  },
})

/** Sets the target of a KPI for the days of the drafted version; what held before stays for its own days. A06. */
export const setTarget = command({
  name: 'kpis.setTarget',
  ...agrees,
  input: setTargetInput,
  async run(work, { agreementVersionId: versionId, kpiId, ...numbers }) {
    const held = await holdVersion(work, versionId)
    const { kpi, targets } = await held.kpi(kpiId)
    mustHold(kpi.direction, numbers)
    const usual = targets.find((each) => each.versionId === versionId && !each.seasonal)
    const kept = numbersFor(kpi.direction, numbers)
    if (usual) await changeRow(work, kpiTargets, { id: usual.id }, kept)
    else await insertTarget(work, held, kpiId, kept)
    await keepAgreed(work, versionId)
    return { agreementId: held.agreement.id, kpiId }
  },
})

/** Sets a target of its own for one period, which goes before the usual one. */
export const setSeasonal = command({
  name: 'kpis.setSeasonal',
  ...agrees,
  input: setSeasonalInput,
  async run(work, { agreementVersionId: versionId, kpiId, period, ...numbers }) {
    const held = await holdVersion(work, versionId)
    const { kpi, targets } = await held.kpi(kpiId)
    if (kpi.cumulative) throw no('totalHasNoSeason', {}, { period: { code: 'totalHasNoSeason' } })
    mustHold(kpi.direction, numbers)
    const { from, to } = mustBePeriod(period, kpi, await findFiscalCalendar(work))
    mustHoldIn({ from, to }, held.version)
    const kept = numbersFor(kpi.direction, numbers)
    const before = targets.find((each) => each.versionId === versionId && each.seasonal && each.fromDay === from)
    if (before) await changeRow(work, kpiTargets, { id: before.id }, kept)
    else await insertTarget(work, held, kpiId, { ...kept, seasonal: true, fromDay: from, toDay: to })
    await keepAgreed(work, versionId)
    return { agreementId: held.agreement.id, kpiId }
  },
})

/** Takes back what the drafted version changed: a target of one period, or a changed target of an earlier KPI. */
export const dropTarget = command({
  name: 'kpis.dropTarget',
  ...agrees,
  input: dropTargetInput,
  async run(work, { kpiTargetId }) {
    const { kpiId, versionId, seasonal } = await findTarget(work, kpiTargetId)
    const held = await holdVersion(work, versionId)
    const { targets } = await held.kpi(kpiId)
    if (!seasonal && targets.every((each) => each.versionId === versionId)) throw no('notInVersion')
    await changeRow(work, kpiTargets, { id: kpiTargetId }, { archivedAt: work.now })
    await keepAgreed(work, versionId)
    return { agreementId: held.agreement.id, kpiId }
  },
})

/** The drafted version and the KPIs of its agreement, under the lock of the agreement. */
async function holdVersion(work: Work, versionId: string) {
  const found = await holdDraftVersion(work, versionId)
  const kept = await findKpisOf(work, found.agreement.id)
  const kpi = async (kpiId: string) => {
    const mine = kept.find(({ id }) => id === kpiId)
    if (!mine) throw new Refusal('notFound')
    return { kpi: mine, targets: (await findTargets(work, [kpiId])).map(({ target }) => target) }
  }
  const days = { startsOn: firstDayOf(found.version), endsOn: found.agreement.endsOn }
  return { ...found, kpis: kept.filter(({ alive }) => alive), leftOver: kept.filter(({ alive }) => !alive), kpi, days }
}
type Held = Awaited<ReturnType<typeof holdVersion>>

async function mustBeTerms(work: Work, terms: NewTerms, kpi: Measured, days: Held['days']) {
  mustFit(terms, kpi, days)
  if (!(await findNamesOfMembers(work, [terms.ownerId])).has(terms.ownerId))
    throw no('ownerUnknown', {}, { ownerId: { code: 'ownerUnknown' } })
}

const columnsOf = ({ inARow, reds, of, endsOn, monthlyFee, cap, tiers, ...terms }: NewTerms) => ({
  ...terms,
  credit: creditTermsOf({ monthlyFee, cap, tiers }),
  endsOn: endsOn ?? openEnd,
  breachRule: ruleOf({ inARow, reds, of }),
})

const insertTarget = (work: Work, { agreement, version }: Held, kpiId: string, columns: object) =>
  insertRow(work, kpiTargets, {
    agreementId: agreement.id,
    accountId: agreement.accountId,
    kpiId,
    versionId: version.id,
    fromDay: version.validFrom,
    ...columns,
  })

/** Keeps with the version what it agrees on now: its hash changes with it. */
async function keepAgreed(work: Work, versionId: string) {
  await work.call(keepContent, { agreementVersionId: versionId, kpis: agreedKpis(await findAgreed(work, versionId)) })
}
