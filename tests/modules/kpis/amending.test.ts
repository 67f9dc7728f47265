import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { editAmendment } from '@/lib/modules/agreements/commands-amendments'
import { amendment, changes } from '@/lib/modules/agreements/queries-amendments'
import { approval } from '@/lib/modules/agreements/queries-approval'
import { compare } from '@/lib/modules/agreements/queries-compare'
import { paper } from '@/lib/modules/agreements/queries-paper'
import { add, remove, setSeasonal, setTarget } from '@/lib/modules/kpis/commands'
import { askOwners } from '@/lib/modules/kpis/jobs'
import { ofAgreement } from '@/lib/modules/kpis/queries-agreement'
import { byId } from '@/lib/modules/kpis/queries-record'
import { owner } from '@/tests/people'
import { aScene } from '../agreements/scene'
import { done, noon, refusalOf } from '../terms/scene'
import { agreed, amended, anAmendment, entered, executed, inForce, kept, onTime, volume } from './scene'

const lower = { target: '92', amber: '88', zero: '80' }
const day = noon('2026-05-10')

async function retargeted(frame: object = {}, kpis: readonly object[] = [onTime]) {
  const scene = await inForce(kpis)
  const agreementVersionId = await anAmendment(scene, '2026-05-15', frame, day)
  await done(setTarget, scene.keeper, { agreementVersionId, kpiId: scene.kpiId, ...lower }, day)
  return { ...scene, amendmentId: agreementVersionId }
}

describe('a KPI in an amendment', () => {
  it('is part of what differs, needs the consent of its aspect alone, and is compared with what was agreed', async () => {
    const { keeper, agreementId, amendmentId } = await retargeted({}, [onTime, volume])
    const { lines, aspects } = await ask(amendment, keeper, { agreementVersionId: amendmentId }, day)
    expect(lines.map(({ key, was, now }) => [key, was, now])).toEqual([
      ['kpi:OTIF us', '目標 95%，黃燈門檻 90%，零分值 80%', '目標 92%，黃燈門檻 88%，零分值 80%'],
    ])
    expect(aspects).toEqual(['supply'])
    expect(await ask(approval, keeper, { agreementId }, day)).toMatchObject({ lines: 1 })
    const { kpis } = await ask(compare, keeper, { agreementId }, day)
    expect(kpis.map(({ was, now }) => [was?.slice(0, 6), now.slice(0, 6)])).toEqual([['目標 95%', '目標 92%']])
  })

  it('stands in the annex of the paper with what it was and from when, beside the days of the amendment', async () => {
    const { keeper, amendmentId } = await retargeted({ kind: 'temporary', validTo: '2026-06-20' })
    const { paper: written } = await ask(paper, keeper, { agreementVersionId: amendmentId }, day)
    const said = JSON.stringify(written.blocks)
    for (const each of ['92% 以上', '原為 95% 以上', '期滿後下列指標恢復原約定', '屬暫時變更', '第 2 版'])
      expect(said).toContain(each)
  })

  it('changes the hash of the amendment, and so do its days', async () => {
    const { keeper, amendmentId: agreementVersionId, kpiId } = await retargeted()
    const hashOf = async () => (await ask(paper, keeper, { agreementVersionId }, day)).contentHash
    const hashes = [await hashOf()]
    await done(setTarget, keeper, { agreementVersionId, kpiId, ...lower, target: '93' }, day)
    hashes.push(await hashOf())
    const later = { agreementVersionId, kind: 'amendment', validFrom: '2026-05-20', reason: '通路條件調整' }
    await done(editAmendment, keeper, later, day)
    hashes.push(await hashOf())
    expect(new Set(hashes).size).toBe(3)
  })

  it('is held against the target of an earlier amendment, also when a version between them did not name it', async () => {
    const scene = await retargeted()
    const { keeper, kpiId } = scene
    await amended(scene, scene.amendmentId, '2026-05-12')
    const between = await anAmendment(scene, '2026-06-01')
    await done(add, keeper, { agreementVersionId: between, ownerId: keeper.id, ...volume, startsOn: '2026-06-01' })
    await amended(scene, between, '2026-06-01')
    const agreementVersionId = await anAmendment(scene, '2026-07-01')
    await done(setTarget, keeper, { agreementVersionId, kpiId, ...lower, target: '94' })
    const { lines } = await ask(amendment, keeper, { agreementVersionId }, noon('2026-07-01'))
    expect(lines.map(({ was, now }) => [was?.slice(0, 6), now.slice(0, 6)])).toEqual([['目標 92%', '目標 94%']])
  })

  it('begins with the amendment that adds it, and is missing from then on alone', async () => {
    const scene = await inForce()
    const { keeper, agreementId } = scene
    const agreementVersionId = await anAmendment(scene, '2026-05-15')
    const added = { agreementVersionId, ownerId: keeper.id, ...volume }
    expect(await refusalOf(add, keeper, added)).toBe('kpis.termsUnfit')
    expect((await ask(ofAgreement, keeper, { agreementId }, day)).firstDay).toBe('2026-05-15')
    const { kpiId } = await done(add, keeper, { ...added, startsOn: '2026-05-15' })
    await amended(scene, agreementVersionId, '2026-05-15')
    expect(await kept(kpiId)).toMatchObject({ missing_since: '2026-06-01' })
  })

  it('is missing no more from where an amendment ends it', async () => {
    const scene = await inForce()
    const { keeper, kpiId } = scene
    for (const month of ['01', '02', '03', '04']) await entered(keeper, kpiId, `2026-${month}`, '96')
    expect(await kept(kpiId)).toMatchObject({ missing_since: '2026-06-01' })
    const agreementVersionId = await anAmendment(scene, '2026-05-01')
    await done(remove, keeper, { agreementVersionId, kpiId })
    await amended(scene, agreementVersionId, '2026-05-01')
    expect(await kept(kpiId)).toMatchObject({ missing_since: '9999-12-31' })
    const { periods } = await ask(byId, keeper, { kpiId }, noon('2026-08-01'))
    expect(periods.filter(({ missing }) => missing)).toEqual([])
  })

  it('is set for no period outside the days of the amendment', async () => {
    const { keeper, kpiId, amendmentId } = await retargeted({ kind: 'temporary', validTo: '2026-06-20' })
    const of = { agreementVersionId: amendmentId, kpiId, ...lower }
    for (const period of ['2026-04', '2026-07'])
      expect(await refusalOf(setSeasonal, keeper, { ...of, period })).toBe('kpis.periodOutside')
    expect(await refusalOf(setSeasonal, keeper, { ...of, period: '2026-06' })).toBe(null)
  })
})

it('once it is signed, an amendment is read by whoever answers for the KPIs that it changes', async () => {
  const scene = await aScene()
  const { keeper, colleague, agreementId, workspace } = scene
  const { kpiId } = await agreed(scene, { ...onTime, ownerId: colleague.id })
  await executed(scene)
  const agreementVersionId = await anAmendment(scene, '2026-05-15')
  await done(setTarget, keeper, { agreementVersionId, kpiId, ...lower })
  await amended(scene, agreementVersionId, '2026-05-15')
  const about = { workspaceId: workspace.id, now: noon('2026-05-15'), payload: { agreementVersionId } }
  for (const jobId of [crypto.randomUUID(), crypto.randomUUID()]) await runJob(askOwners, { ...about, jobId })
  const { readers } = await ask(changes, keeper, { agreementId }, noon('2026-05-15'))
  expect(readers.map(({ memberId, dueOn }) => [memberId, dueOn])).toEqual([[colleague.id, '2026-05-18']])
})

describe('a target that changes inside a period', () => {
  it('is said part by part with the target of the whole, on the KPI and on the scorecard', async () => {
    const scene = await retargeted()
    const { keeper, kpiId, agreementId } = scene
    await amended(scene, scene.amendmentId, '2026-05-12')
    await entered(keeper, kpiId, '2026-05', '93')
    const { periods } = await ask(byId, keeper, { kpiId }, noon('2026-06-02'))
    const parts = [
      { from: '2026-05-01', to: '2026-05-14', days: 14, thresholds: expect.objectContaining({ target: '95' }) },
      { from: '2026-05-15', to: '2026-05-31', days: 17, thresholds: expect.objectContaining({ target: '92' }) },
    ]
    const may = periods.find(({ key }) => key === '2026-05')
    expect(may?.segments).toMatchObject(parts)
    // (14 × 95 + 17 × 92) ÷ 31
    expect(may?.standing?.thresholds).toMatchObject({ target: '93.3548387097' })
    const { kpis } = await ask(ofAgreement, keeper, { agreementId }, noon('2026-06-02'))
    expect(kpis[0]?.segments).toMatchObject(parts)
  })

  it('returns by itself after the last day of a temporary amendment', async () => {
    const scene = await retargeted({ kind: 'temporary', validTo: '2026-05-31' })
    const { keeper, kpiId, agreementId } = scene
    await amended(scene, scene.amendmentId, '2026-05-12')
    for (const month of ['05', '06']) await entered(keeper, kpiId, `2026-${month}`, '94')
    const { periods } = await ask(byId, keeper, { kpiId }, noon('2026-07-02'))
    expect(periods.slice(1, 3).map(({ key, segments }) => [key, segments.length])).toEqual([
      ['2026-06', 1],
      ['2026-05', 2],
    ])
    expect(await kept(kpiId)).toMatchObject({ target: 95, latest_status: 'amber' })
    const promised = async (on: string) => (await ask(ofAgreement, keeper, { agreementId }, noon(on))).kpis[0]?.promised
    expect(await promised('2026-05-20')).toMatchObject({ target: '92' })
    expect(await promised('2026-06-20')).toMatchObject({ target: '95' })
  })
})

describe('a temporary target and a permanent one', () => {
  const until = { kind: 'temporary', validTo: '2026-06-15' }
  /** The target on some days, signed in this order: first day, what it is, and the percent. */
  async function promisedBy(signed: readonly (readonly [day: string, frame: object, target: string])[]) {
    const scene = await inForce()
    const { keeper, agreementId, kpiId } = scene
    for (const [validFrom, frame, target] of signed) {
      const agreementVersionId = await anAmendment(scene, validFrom, frame, noon('2026-04-01'))
      await done(setTarget, keeper, { agreementVersionId, kpiId, ...lower, target }, noon('2026-04-01'))
      await amended(scene, agreementVersionId, '2026-04-02')
    }
    const days = ['2026-04-10', '2026-04-20', '2026-05-20', '2026-06-20']
    const views = await Promise.all(days.map((on) => ask(ofAgreement, keeper, { agreementId }, noon(on))))
    return views.map(({ kpis }) => (kpis[0]?.promised as { target?: string } | null)?.target)
  }

  it('signed before it: the permanent one ends it on its first day', async () => {
    const days = await promisedBy([
      ['2026-04-15', until, '92'],
      ['2026-05-16', {}, '97'],
    ])
    expect(days).toEqual(['95', '92', '97', '97'])
  })

  it('signed after it: the temporary one runs to its end, then the permanent one holds', async () => {
    const days = await promisedBy([
      ['2026-05-16', {}, '97'],
      ['2026-04-15', until, '92'],
    ])
    expect(days).toEqual(['95', '92', '92', '97'])
  })
})

describe('an amendment that reaches back', () => {
  const closed = ['2026-03', '2026-04'] as const

  async function reaching() {
    const scene = await inForce([{ ...onTime, inARow: '2' }])
    const { keeper, kpiId } = scene
    for (const period of closed) await entered(keeper, kpiId, period, '89')
    const why = { retroactiveReason: '補正三月起的通路條件' }
    const agreementVersionId = await anAmendment(scene, '2026-03-01', why, noon('2026-06-20'))
    await done(setTarget, keeper, { agreementVersionId, kpiId, target: '88', amber: '85', zero: '80' })
    return { ...scene, amendmentId: agreementVersionId }
  }

  it('replays the periods that are over: a breach that no longer follows is void, and each says how it stood', async () => {
    const scene = await reaching()
    const { keeper, kpiId } = scene
    const breaches = () => owner()`select opened_period, state from kpi_breaches where kpi_id = ${kpiId}`
    expect(await breaches()).toEqual([{ opened_period: '2026-04', state: 'open' }])
    await amended(scene, scene.amendmentId, '2026-06-20')
    expect(await breaches()).toEqual([{ opened_period: '2026-04', state: 'void' }])
    const { periods } = await ask(byId, keeper, { kpiId }, noon('2026-06-21'))
    const said = periods.flatMap(({ key, standing, rewritten }) =>
      rewritten.map(({ number, recordedOn, why, was }) => [key, standing?.status, number, recordedOn, why, was.status]),
    )
    expect(said).toEqual(
      [...closed].reverse().map((key) => [key, 'green', 2, '2026-06-20', '補正三月起的通路條件', 'red']),
    )
    const rows = await owner()`select count(*)::int as count from kpi_measurements where kpi_id = ${kpiId}`
    expect(rows[0]?.count).toBe(2)
  })

  it('says nothing of periods that were not over when it was signed', async () => {
    const scene = await retargeted()
    const { keeper, kpiId } = scene
    await entered(keeper, kpiId, '2026-05', '93')
    await amended(scene, scene.amendmentId, '2026-05-14')
    const { periods } = await ask(byId, keeper, { kpiId }, noon('2026-07-02'))
    expect(periods.flatMap(({ rewritten }) => rewritten)).toEqual([])
  })
})
