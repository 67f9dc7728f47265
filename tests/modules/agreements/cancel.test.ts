import { expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { cancel } from '@/lib/modules/agreements/commands-cancel'
import { ofAccount } from '@/lib/modules/agreements/queries'
import { changes } from '@/lib/modules/agreements/queries-amendments'
import { term } from '@/lib/modules/agreements/queries-term'
import { newcomer, owner } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene, drafted } from './scene'
import { aComplete, events, standing, walk } from './walk-scene'

const reason = '對方改用標準訂單'
const toldTo = async (memberId: string, key: string) =>
  (
    await owner()<{ said: string }[]>`select text ->> 'zh-TW' as said from notifications
    where member_id = ${memberId} and key like ${`agreements.${key}.%`}`
  ).map(({ said }) => said)

it('a draft that is given up says why, is kept, and stands no more among what runs with the account', async () => {
  const scene = await aScene()
  const { keeper, accountId } = scene
  const { agreementId } = await aComplete(scene)
  expect(await ask(term, keeper, { agreementId }, drafted)).toMatchObject({ mayCancel: true, cancelledBecause: null })
  expect(await done(cancel, keeper, { agreementId, reason }, drafted)).toMatchObject({ state: 'cancelled' })
  const after = await ask(term, keeper, { agreementId }, drafted)
  expect(after).toMatchObject({ state: 'cancelled', mayCancel: false, cancelledBecause: reason })
  expect((await ask(changes, keeper, { agreementId }, drafted)).mayAmend).toBe(false)
  expect(await ask(ofAccount, keeper, { accountId }, drafted)).not.toContainEqual(
    expect.objectContaining({ id: agreementId }),
  )
})

it('tells whoever drafted it when somebody else gives it up', async () => {
  const scene = await aScene()
  const { agreementId } = await aComplete(scene)
  await done(cancel, scene.manager, { agreementId, reason }, drafted)
  expect(await toldTo(scene.keeper.id, 'toldCancelled')).toEqual([expect.stringContaining(reason)])
})

it('withdraws what was submitted for consent', async () => {
  const scene = await aScene()
  const walker = await walk(scene, await aComplete(scene), ['submit'])
  await events.cancel(scene, walker)
  const runs = await owner()`select state from approval_runs where subject_id = ${walker.agreementVersionId}`
  expect(runs.map(({ state }) => state)).toEqual(['withdrawn'])
  await events.settle(scene, walker)
  expect(await standing(walker)).toEqual({ agreement: 'cancelled', version: 'void' })
})

it('voids the signatures that were collected, and tells whoever was asked', async () => {
  const scene = await aScene()
  const walker = await walk(scene, await aComplete(scene), ['submit', 'consent', 'sendOut', 'signFirst', 'cancel'])
  const signed = await owner()<{ state: string }[]>`
    select state from agreement_signatories where version_id = ${walker.agreementVersionId} and archived_at is not null`
  expect(signed.map(({ state }) => state)).toEqual(['void', 'void'])
  expect(await toldTo(scene.manager.id, 'toldRecalled')).toEqual([expect.stringContaining(reason)])
})

it('is not for a colleague without a part in it, and does not exist for another company', async () => {
  const scene = await aScene()
  const { agreementId } = await aComplete(scene)
  expect(await refusalOf(cancel, scene.colleague, { agreementId, reason })).toBe('notAllowed')
  expect(await refusalOf(cancel, await newcomer('manager'), { agreementId, reason })).toBe('notFound')
  expect(await refusalOf(cancel, scene.keeper, { agreementId, reason: ' ' })).toBe('invalid')
})
