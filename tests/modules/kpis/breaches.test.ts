import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { add } from '@/lib/modules/kpis/commands'
import {
  addAction,
  dropAction,
  explainBreach,
  finishAction,
  moveBreach,
  verifyBreach,
} from '@/lib/modules/kpis/commands-breaches'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { remindActions, remindMissing, tellBreaches, tellReopened } from '@/lib/modules/kpis/commands-telling'
import { list } from '@/lib/modules/kpis/list'
import { breaches } from '@/lib/modules/kpis/list-breaches'
import { breach } from '@/lib/modules/kpis/queries-breaches'
import { beside, type Held } from '@/tests/beside'
import { newcomer, owner, person } from '@/tests/people'
import { aScene as anAgreement, drafted } from '../agreements/scene'
import { done, noon, refusalOf } from '../terms/scene'
import { entered, inForce, onTime } from './scene'

const spring = noon('2026-04-05')

/** The contract's KPI was red in February and March: a breach is open. */
async function inBreach(kpi: object = onTime) {
  const scene = await inForce([kpi])
  for (const [period, percent] of [
    ['2026-01', '96'],
    ['2026-02', '85'],
    ['2026-03', '84'],
  ])
    await entered(scene.keeper, scene.kpiId, period ?? '', percent ?? '', spring)
  const [row] = await owner()<{ id: string }[]>`select id from kpi_breaches where kpi_id = ${scene.kpiId}`
  const lead = await person('manager', scene.workspace, { name: '協理' })
  return { ...scene, breachId: row?.id ?? '', lead }
}
const toldTo = async (memberId: string) =>
  (await owner()`select key, text->>'zh-TW' as text from notifications where member_id = ${memberId} order by created_at`) as unknown as {
    key: string
    text: string
  }[]

describe('a breach', () => {
  it('opens by itself with the second red month, counts on the board, and is told to its owner once', async () => {
    const { keeper, lead, kpiId, breachId, workspace } = await inBreach()
    expect((await ask(breaches, keeper, {})).rows).toMatchObject([
      { id: breachId, opened: '2026-03', because: 'consecutive', state: 'open' },
    ])
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ id: kpiId, status: 'red', breaches: 1 }])
    for (let times = 0; times < 2; times++)
      await done(tellBreaches, workspaceActor(workspace.id), { breachIds: [breachId] })
    for (const { id } of [keeper, lead]) expect(await toldTo(id)).toMatchObject([{ key: `kpis.breach.${breachId}` }])
    const seen = await ask(breach, keeper, { breachId })
    expect(seen.periods.map(({ key, status }) => `${key} ${status}`)).toEqual([
      '2026-01 green',
      '2026-02 red',
      '2026-03 red',
    ])
  })

  it('costs what was agreed of every red month, shown with its steps and in the list, and again after a restatement', async () => {
    const credit = {
      consequence: 'penalty',
      monthlyFee: '１２０，０００',
      tiers: [
        { from: '85', pct: '10' },
        { from: '0', pct: '30' },
      ],
    }
    const { keeper, kpiId, breachId } = await inBreach({ ...onTime, ...credit })
    expect(await ask(breach, keeper, { breachId })).toMatchObject({
      cost: {
        steps: [
          { key: '2026-02', attained: '85', pct: '10', amount: '12000', capped: false },
          { key: '2026-03', attained: '84', pct: '25', amount: '30000', capped: true },
        ],
        amount: '42000',
      },
    })
    const listed = async () => (await ask(breaches, keeper, {})).rows.map(({ amount, currency }) => [amount, currency])
    expect(await listed()).toEqual([['42000', 'TWD']])
    const again = { kpiId, period: '2026-03', numerator: '89', denominator: '100', reason: '補登' }
    await done(measure, keeper, again, spring)
    expect(await listed()).toEqual([['24000', 'TWD']])
  })

  it('costs nothing that was not agreed, and an amount is agreed only where it can be computed', async () => {
    const { keeper, breachId } = await inBreach()
    expect(await ask(breach, keeper, { breachId })).toMatchObject({ cost: null })
    expect((await ask(breaches, keeper, {})).rows).toMatchObject([{ amount: null }])
    const scene = await anAgreement()
    const { agreementVersionId } = scene
    const fields = async (kpi: object) => {
      const said = { agreementVersionId, ownerId: scene.keeper.id, ...onTime, ...kpi }
      const result = await perform(add, scene.keeper, said, { now: drafted })
      return result.ok
        ? {}
        : Object.fromEntries(Object.entries(result.refusal.fields).map(([at, { code }]) => [at, code]))
    }
    const tiers = [{ from: '0', pct: '30' }]
    const penalty = { consequence: 'penalty', monthlyFee: '0', tiers }
    expect(await fields({ ...penalty, consequence: 'actionPlan' })).toEqual({ consequence: 'creditNeedsAmount' })
    expect(await fields({ ...penalty, code: 'LT90', target: '5', amber: '6', zero: '9' })).toEqual({
      monthlyFee: 'creditNeedsPercent',
    })
    expect(await fields({ ...penalty, monthlyFee: '' })).toEqual({ monthlyFee: 'feeMissing' })
    expect(await fields({ ...penalty, tiers: [] })).toEqual({ 'tiers.0.from': 'credit_tiersMissing' })
    expect(await fields({ ...penalty, tiers: [...tiers, { from: '90', pct: '40' }] })).toEqual({
      'tiers.0.from': 'credit_creditFalls',
    })
    expect(await fields(penalty)).toEqual({})
  })

  it('goes from its cause over actions to somebody else who verifies it', async () => {
    const { keeper, lead, breachId, kpiId } = await inBreach()
    const steps = (step: string) => refusalOf(moveBreach, keeper, { breachId, step }, spring)
    expect(await steps('plan')).toBe('kpis.notHere')
    await done(moveBreach, keeper, { breachId, step: 'acknowledge' }, spring)
    expect(await steps('plan')).toBe('kpis.needs_causeGiven')
    await done(explainBreach, keeper, { breachId, causeKind: 'logistics', cause: '改線後到倉太晚' }, spring)
    expect(await steps('plan')).toBe('kpis.needs_actionGiven')
    const action = {
      breachId,
      text: '改由南區倉出貨',
      ownerId: keeper.id,
      dueOn: '2026-04-30',
      effect: '到倉提前兩小時',
    }
    const { kpiActionId } = await done(addAction, keeper, action, spring)
    await done(moveBreach, keeper, { breachId, step: 'plan' }, spring)
    await done(moveBreach, keeper, { breachId, step: 'start' }, spring)
    const verification = { breachId, verification: '四月為 97%' }
    expect(await refusalOf(verifyBreach, lead, verification, spring)).toBe('kpis.needs_actionsDone')
    await done(finishAction, keeper, { kpiActionId, result: '四月起改線' }, spring)
    expect(await refusalOf(verifyBreach, keeper, verification, spring)).toBe('kpis.needs_bySomebodyElse')
    await done(verifyBreach, lead, verification, spring)
    await done(moveBreach, keeper, { breachId, step: 'close' }, spring)
    expect(await ask(breach, lead, { breachId })).toMatchObject({ state: 'closed', verifiedName: '協理' })
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ id: kpiId, breaches: 0 }])
    expect(await refusalOf(explainBreach, keeper, { breachId, causeKind: 'other', cause: '再說' }, spring)).toBe(
      'kpis.isOver',
    )
    expect(await refusalOf(dropAction, keeper, { kpiActionId }, spring)).toBe('kpis.isOver')
  })

  it('is counted on the board as it is closed, with one that opens at the same moment', async () => {
    const { keeper, kpiId, breachId } = await inBreach()
    await owner()`update kpi_breaches set state = 'verified' where id = ${breachId}`
    const another = {
      hold: (sql: Held) => sql`select 1 from kpis where id = ${kpiId} for update`,
      change: (sql: Held) => sql`insert into kpi_breaches
        (workspace_id, id, kpi_id, agreement_id, account_id, opened_period, opened_from, because)
        select workspace_id, gen_random_uuid(), kpi_id, agreement_id, account_id, '2026-06', '2026-06-01', 'once'
        from kpi_breaches where id = ${breachId}`,
    }
    await beside(another, () => done(moveBreach, keeper, { breachId, step: 'close' }, spring))
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ id: kpiId, breaches: 1 }])
  })

  it('has an action finished or taken out once, however many do so at the same time', async () => {
    const { keeper, breachId } = await inBreach()
    const action = { breachId, text: '改由南區倉出貨', ownerId: keeper.id, dueOn: '2026-04-30' }
    const { kpiActionId } = await done(addAction, keeper, action, spring)
    const somebodyElse = {
      hold: (sql: Held) => sql`select 1 from kpi_breaches where id = ${breachId} for update`,
      change: (sql: Held) => sql`update kpi_actions set done_at = now(), result = '先到' where id = ${kpiActionId}`,
    }
    const finished = { kpiActionId, result: '後到' }
    expect(await beside(somebodyElse, () => refusalOf(finishAction, keeper, finished, spring))).toBe('kpis.isDone')
    await owner()`update kpi_actions set done_at = null where id = ${kpiActionId}`
    expect(await beside(somebodyElse, () => refusalOf(dropAction, keeper, { kpiActionId }, spring))).toBe('kpis.isDone')
  })

  it('is void when the measurements are restated, and found again when they are restated back', async () => {
    const { keeper, kpiId, breachId } = await inBreach()
    const restated = (value: string) =>
      done(measure, keeper, { kpiId, period: '2026-03', value, reason: '漏計二月底的訂單' }, spring)
    await restated('96')
    expect(await ask(breach, keeper, { breachId })).toMatchObject({ state: 'void' })
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ status: 'green', breaches: 0 }])
    await restated('80')
    const { rows } = await ask(breaches, keeper, {})
    expect(rows).toMatchObject([{ opened: '2026-03', state: 'open' }])
    expect(rows[0]?.id).not.toBe(breachId)
  })

  it('is open again, and told, when the period that ended it is restated; what was said of it is kept', async () => {
    const { keeper, lead, kpiId, breachId, workspace } = await inBreach()
    const cause = { causeKind: 'logistics', cause: '改線後到倉太晚' }
    await done(explainBreach, keeper, { breachId, ...cause }, spring)
    await entered(keeper, kpiId, '2026-04', '97', noon('2026-05-02'))
    expect(await ask(breach, keeper, { breachId })).toMatchObject({ state: 'closed', greenPeriod: '2026-04' })
    const restated = { kpiId, period: '2026-04', numerator: '84', denominator: '100', reason: '漏計月底的訂單' }
    await done(measure, keeper, restated, noon('2026-05-05'))
    await entered(keeper, kpiId, '2026-05', '83', noon('2026-06-02'))
    const seen = await ask(breach, keeper, { breachId })
    expect(seen).toMatchObject({ state: 'open', greenPeriod: null, ...cause })
    expect(seen.closedAt).toEqual(noon('2026-05-02'))
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ id: kpiId, breaches: 1 }])
    const sent = await owner()`select data -> 'breachIds' as ids from pgboss.job
      where name = 'kpis.reopened' and data ->> 'workspaceId' = ${workspace.id}`
    expect(sent).toMatchObject([{ ids: [breachId] }])
    const office = workspaceActor(workspace.id)
    await done(tellBreaches, office, { breachIds: [breachId] })
    for (let times = 0; times < 2; times++) await done(tellReopened, office, { breachIds: [breachId] })
    for (const { id } of [keeper, lead])
      expect((await toldTo(id)).map(({ text }) => text)).toEqual([
        expect.stringContaining('自 2026-03 起未達標'),
        expect.stringContaining('自 2026-03 起的未達標事件重新開啟'),
      ])
  })

  it('is not dealt with by somebody who has no part in it, and not seen from another company', async () => {
    const { colleague, breachId, keeper } = await inBreach()
    expect(await refusalOf(moveBreach, colleague, { breachId, step: 'acknowledge' }, spring)).toBe('kpis.notYours')
    const stranger = await newcomer('manager')
    expect(await refusalOf(moveBreach, stranger, { breachId, step: 'acknowledge' }, spring)).toBe('notFound')
    expect((await ask(breaches, stranger, {})).rows).toEqual([])
    const action = { breachId, text: '無人', ownerId: stranger.id, dueOn: '2026-04-30' }
    expect(await refusalOf(addAction, keeper, action, spring)).toBe('kpis.ownerUnknown')
  })
})

describe('reminders', () => {
  it('say after the days of grace that a value is missing, once however often the day is replayed', async () => {
    const { keeper, workspace } = await inForce()
    const office = workspaceActor(workspace.id)
    await done(remindMissing, office, {}, noon('2026-02-05'))
    expect(await toldTo(keeper.id)).toEqual([])
    for (const day of ['2026-02-06', '2026-02-06', '2026-02-09', '2026-02-20'])
      await done(remindMissing, office, {}, noon(day))
    expect((await toldTo(keeper.id)).map(({ text }) => text)).toEqual([expect.stringContaining('準時足量交付率')])
  })

  it('come before an action is due and when it is late, each once; members may not send them', async () => {
    const { keeper, lead, colleague, breachId, workspace } = await inBreach()
    const office = workspaceActor(workspace.id)
    await done(moveBreach, keeper, { breachId, step: 'acknowledge' }, spring)
    const action = { breachId, text: '改由南區倉出貨', ownerId: colleague.id, dueOn: '2026-04-30' }
    await done(addAction, keeper, action, spring)
    for (const day of ['2026-04-20', '2026-04-28', '2026-04-29', '2026-05-04', '2026-05-05'])
      await done(remindActions, office, {}, noon(day))
    expect((await toldTo(colleague.id)).map(({ key }) => key.split('.')[1])).toEqual([
      'action',
      'toldActionSoon',
      'toldActionLate',
    ])
    expect((await toldTo(keeper.id)).map(({ key }) => key.split('.')[1])).toEqual(['toldActionLate'])
    expect(await refusalOf(remindActions, lead, {}, spring)).toBe('notAllowed')
  })
})
