import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { giveNotice, terminate } from '@/lib/modules/agreements/commands-lifecycle'
import { turnVersions } from '@/lib/modules/agreements/commands-timeline'
import { keepTerms } from '@/lib/modules/agreements/jobs'
import { exitItems } from '@/lib/modules/agreements/model-lifecycle'
import { term } from '@/lib/modules/agreements/queries-term'
import { owner } from '@/tests/people'
import { done, noon } from '../terms/scene'
import { aFile, anActiveScene, inForce } from './obligations-scene'
import { annual, aScene, executedAgreement } from './scene'

type Scene = Awaited<ReturnType<typeof anActiveScene>>
const termOf = ({ keeper, agreementId }: Scene, on: string) => ask(term, keeper, { agreementId }, noon(on))

/** The contract of 2026 as one that renews by itself, in force. */
async function aRenewing(): Promise<Scene> {
  const scene = await aScene()
  const about = { ...annual, title: '自動續約合約', renewal: 'autoRenew', renewalMonths: '12' }
  const { agreementId } = await done(draft, scene.keeper, { accountId: scene.accountId, ...about }, noon('2025-12-01'))
  await inForce(scene, agreementId)
  return { ...scene, agreementId }
}

/** Signs a later version on the day on which it is drafted. */
async function signed(scene: Scene, frame: object, on: string): Promise<void> {
  const about = { agreementId: scene.agreementId, reason: '檔期調整', ...frame }
  const { agreementVersionId } = await done(amend, scene.keeper, about, noon(on))
  await executedAgreement({ ...scene, agreementVersionId }, { now: noon(on), on })
  await owner()`update agreements set state = 'active' where id = ${scene.agreementId}`
}

const summer = { kind: 'temporary', validFrom: '2026-07-01', validTo: '2026-08-31' }

async function noticed({ manager, agreementId }: Scene, lastDay: string, on: string, givenOn?: string) {
  const notice = { agreementId, reason: '違約未改善', lastDay, givenOn, fileId: await aFile(manager) }
  return perform(giveNotice, manager, notice, { now: noon(on) })
}

/** One morning of the product: versions turn, then terms are kept. */
async function morning({ workspace }: Scene, on: string): Promise<void> {
  await done(turnVersions, workspaceActor(workspace.id), {}, noon(on))
  await keepTerms.run({ input: {}, now: noon(on), workspaceId: workspace.id, jobId: on })
}

describe('notice of termination', () => {
  it('outlasts a change for a time that returns to the base, and one that is signed after it', async () => {
    const scene = await aRenewing()
    await signed(scene, summer, '2026-06-20')
    await morning(scene, '2026-07-01')
    expect((await noticed(scene, '2026-09-30', '2026-07-15')).ok).toBe(true)
    await signed(scene, { kind: 'amendment', validFrom: '2026-08-15' }, '2026-08-01')
    await morning(scene, '2026-09-01')
    const given = { givenOn: '2026-07-15', lastDay: '2026-09-30' }
    expect(await termOf(scene, '2026-09-01')).toMatchObject({ endsOn: '2026-09-30', notice: given })
    await morning(scene, '2026-10-01')
    await morning(scene, '2027-01-01')
    expect(await termOf(scene, '2027-01-01')).toMatchObject({ state: 'active', notice: given })
    await done(terminate, scene.manager, { agreementId: scene.agreementId, exitItems }, noon('2027-01-01'))
    expect(await termOf(scene, '2027-01-01')).toMatchObject({ state: 'terminated', endedOn: '2026-09-30' })
  })

  it('names no last day before it was given, and is corrected up to the end of the term, proof and all', async () => {
    const scene = await anActiveScene()
    const early = await noticed(scene, '2025-09-30', '2026-07-15', '2025-07-15')
    expect(early.ok || early.refusal.fields).toEqual({ lastDay: { code: 'lastDayBefore' } })
    const before = await noticed(scene, '2026-03-31', '2026-07-15')
    expect(before.ok || before.refusal.fields).toEqual({ lastDay: { code: 'lastDayBeforeNotice' } })
    expect((await noticed(scene, '2026-08-31', '2026-07-15')).ok).toBe(true)
    const late = await noticed(scene, '2027-01-01', '2026-07-16')
    expect(late.ok || late.refusal.code).toBe('agreements.lastDayLater')
    expect((await noticed(scene, '2026-10-31', '2026-07-16', '2026-07-15')).ok).toBe(true)
    const { endsOn, notice, decisions } = await termOf(scene, '2026-07-16')
    expect([endsOn, notice, decisions.length]).toEqual([
      '2026-10-31',
      { givenOn: '2026-07-15', lastDay: '2026-10-31' },
      1,
    ])
  })

  it('of an agreement without a period of notice is corrected in its place', async () => {
    const scene = await anActiveScene()
    await owner()`update agreements set notice_on = '9999-12-31' where id = ${scene.agreementId}`
    await noticed(scene, '2026-08-31', '2026-07-15')
    await noticed(scene, '2026-09-30', '2026-07-16')
    expect(await termOf(scene, '2026-07-16')).toMatchObject({
      endsOn: '2026-09-30',
      decisions: [{ noticeOn: '2026-12-31' }],
    })
  })

  it('is lifted by a renewal that was signed after it, from the first day of that renewal', async () => {
    const scene = await anActiveScene()
    await noticed(scene, '2026-12-31', '2026-07-15')
    await signed(scene, { kind: 'renewal', validFrom: '2027-01-01' }, '2026-11-10')
    expect(await termOf(scene, '2026-11-10')).toMatchObject({ endsOn: '2026-12-31' })
    await morning(scene, '2027-01-01')
    expect(await termOf(scene, '2027-01-01')).toMatchObject({ state: 'active', endsOn: '2027-12-31', notice: null })
    await signed(scene, { kind: 'amendment', validFrom: '2027-03-01' }, '2027-03-01')
    expect(await termOf(scene, '2027-03-01')).toMatchObject({ endsOn: '2027-12-31', notice: null })
  })
})
