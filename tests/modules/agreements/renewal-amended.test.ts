import { expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { turnVersions } from '@/lib/modules/agreements/commands-timeline'
import { keepTerms, turnVersions as turn } from '@/lib/modules/agreements/jobs'
import { changes } from '@/lib/modules/agreements/queries-amendments'
import { verifyAgreements } from '@/lib/modules/agreements/queries-verify'
import { carriedOn } from '@/lib/modules/agreements/rules-amendments'
import { owner } from '@/tests/people'
import { done, noon } from '../terms/scene'
import { inForce } from './obligations-scene'
import { annual, aScene, executedAgreement, look } from './scene'

const change = { kind: 'amendment', reason: '檔期調整' }
const autumn = noon('2026-10-10')

/** A contract of 2026 that renews by itself, with a change begun in October, signed unless it is said otherwise. */
async function renewing(frame: object, signed = true) {
  const scene = await aScene()
  const { keeper, accountId } = scene
  const about = { ...annual, title: '自動續約合約', renewal: 'autoRenew', renewalMonths: '12' }
  const { agreementId } = await done(draft, keeper, { accountId, ...about }, noon('2025-12-01'))
  await inForce(scene, agreementId)
  const { agreementVersionId } = await done(amend, keeper, { agreementId, ...change, ...frame }, autumn)
  const amended = { ...scene, agreementId, agreementVersionId }
  if (signed) await executedAgreement(amended, { now: autumn, on: '2026-10-10' })
  await owner()`update agreements set state = 'active' where id = ${agreementId}`
  return amended
}
type Renewing = Awaited<ReturnType<typeof renewing>>

const newYear = ({ workspace }: Renewing, on = '2027-01-01') =>
  keepTerms.run({ input: {}, now: noon(on), workspaceId: workspace.id, jobId: on })

async function stretchesOf({ keeper, agreementId }: Renewing) {
  const { stretches } = await ask(changes, keeper, { agreementId }, noon('2027-01-02'))
  return stretches.map(({ number, from, to }) => [number, from, to])
}

it('a change for a time across the end of the term holds to its last day, then the renewed version', async () => {
  const scene = await renewing({ kind: 'temporary', validFrom: '2026-12-15', validTo: '2027-01-15' })
  await newYear(scene)
  expect(await stretchesOf(scene)).toEqual([
    [1, '2026-01-01', '2026-12-14'],
    [2, '2026-12-15', '2027-01-15'],
    [3, '2027-01-16', null],
  ])
  const shown = async (on: string) => {
    await done(turnVersions, workspaceActor(scene.workspace.id), {}, noon(on))
    const { latest, endsOn } = await look(scene.keeper, scene.agreementId, noon(on))
    return [latest.number, endsOn]
  }
  expect([await shown('2027-01-10'), await shown('2027-01-16')]).toEqual([
    [2, '2027-12-31'],
    [3, '2027-12-31'],
  ])
})

it('a change that was signed for the next term is not undone by the renewal', async () => {
  const scene = await renewing({ validFrom: '2027-02-01' })
  await newYear(scene)
  expect(await stretchesOf(scene)).toEqual([
    [1, '2026-01-01', '2026-12-31'],
    [3, '2027-01-01', '2027-01-31'],
    [2, '2027-02-01', null],
  ])
})

it('a renewal goes on from what was changed before it, also when the product stood still over the turn', async () => {
  const scene = await renewing({ validFrom: '2026-11-01' })
  await newYear(scene, '2027-01-05')
  expect(await stretchesOf(scene)).toEqual([
    [1, '2026-01-01', '2026-10-31'],
    [2, '2026-11-01', '2026-12-31'],
    [3, '2027-01-01', null],
  ])
})

it('renews beside an amendment that is still drafted, and what renewed by itself verifies', async () => {
  const scene = await renewing({ validFrom: '2027-02-01' }, false)
  await newYear(scene)
  const { versions } = await ask(changes, scene.keeper, { agreementId: scene.agreementId }, noon('2027-01-02'))
  expect(versions.map(({ number, kind, state }) => [number, kind, state])).toEqual([
    [1, 'original', 'executed'],
    [2, 'amendment', 'draft'],
    [3, 'renewal', 'executed'],
  ])
  expect((await verifyAgreements(scene.workspace.id)).broken).toEqual([])
})

const december = { kind: 'temporary', validFrom: '2026-12-15', validTo: '2026-12-31' }
const turnsFirst = async (scene: Renewing) => {
  await turn.run({ input: {}, now: noon('2027-01-01'), workspaceId: scene.workspace.id, jobId: 'turn' })
  await newYear(scene)
}

it('begins the next term with a version of its own also where another one turned that morning', async () => {
  const scene = await renewing(december)
  await turnsFirst(scene)
  expect(await stretchesOf(scene)).toEqual([
    [1, '2026-01-01', '2026-12-14'],
    [2, '2026-12-15', '2026-12-31'],
    [3, '2027-01-01', null],
  ])
  expect(await look(scene.keeper, scene.agreementId, noon('2027-01-01'))).toMatchObject({ endsOn: '2027-12-31' })
})

it('expires when that was decided in time, whatever turned that morning', async () => {
  const scene = await renewing(december)
  const lapse = { agreementId: scene.agreementId, decision: 'lapse', reason: '不續' }
  await done(decideRenewal, scene.keeper, lapse, noon('2026-09-20'))
  await turnsFirst(scene)
  expect((await look(scene.keeper, scene.agreementId, noon('2027-01-01'))).state).toBe('expired')
})

const version = (number: number, kind: string, validFrom: string, order: string, byItself = false) => ({
  ...{ id: String(number), number, kind, validFrom, validTo: null, recordedOn: order, order, byItself },
})

it('a renewal by itself ranks with what it renews; one that was signed later goes before it', () => {
  const versions = [
    version(1, 'original', '2026-01-01', '2025-12-20'),
    version(2, 'amendment', '2026-12-01', '2027-01-03'),
    version(3, 'renewal', '2027-01-01', '2027-01-01', true),
    version(4, 'renewal', '2028-01-01', '2028-01-01', true),
  ]
  expect(carriedOn(versions).map(({ number, order }) => [number, order])).toEqual([
    [1, '2025-12-20'],
    [2, '2027-01-03'],
    [3, '2025-12-20'],
    [4, '2025-12-20'],
  ])
})
