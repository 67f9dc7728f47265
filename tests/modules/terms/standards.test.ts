import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { open as openAccount } from '@/lib/modules/accounts/commands-open'
import {
  discardStandard,
  draftStandard,
  nameType,
  publishStandard,
  removeStandardTerm,
  setStandardTerm,
  submitStandard,
  withdrawStandard,
} from '@/lib/modules/terms/commands-standards'
import { catalogue, peers } from '@/lib/modules/terms/queries'
import { version } from '@/lib/modules/terms/queries-pages'
import { standardById, standards } from '@/lib/modules/terms/queries-standards'
import { newcomer, person } from '@/tests/people'
import {
  aDraft,
  approved,
  aScene,
  aStandard,
  confirmed,
  consent,
  done,
  look,
  net,
  noon,
  refusalOf,
  type Scene,
  startDay,
} from './scene'

/** A client of the scene whose terms are in force with these payment days; null follows the standard. */
async function aClient(scene: Scene, name: string, days: number | null) {
  const account = await done(openAccount, scene.keeper, { name, kind: 'customer', segment: '量販' })
  const its = { ...scene, accountId: account.id }
  const versionId = await aDraft(its, days === null ? {} : { paymentDays: net(days) }, { validFrom: '2026-11-01' })
  await approved(its, versionId)
  await confirmed(its, versionId)
  return account.id
}

async function withStandard() {
  const scene = await aScene()
  const standardId = await aStandard(scene, { paymentDays: net(60) })
  return { ...scene, standardId }
}

describe('a standard', () => {
  it('is drafted, approved by a manager, published, and then holds', async () => {
    const { lead, keeper, standardId } = await withStandard()
    const [row] = await ask(standards, keeper, {}, noon(startDay))
    expect(row).toMatchObject({ id: standardId, state: 'inForce', terms: 1 })
    expect(await refusalOf(setStandardTerm, lead, { standardId, code: 'paymentDays', value: net(45) })).toBe(
      'terms.standardPublished',
    )
  })

  it('is set by leads and managers only', async () => {
    const { keeper, standardId } = await withStandard()
    for (const [command, input] of [
      [draftStandard, { direction: 'sell' }],
      [setStandardTerm, { standardId, code: 'paymentDays', value: net(45) }],
      [publishStandard, { standardId }],
      [nameType, { code: 'displayFee', name: '端架費' }],
    ] as const)
      expect(await refusalOf(command as never, keeper, input)).toBe('notAllowed')
  })

  it('of another workspace does not exist', async () => {
    const { standardId } = await withStandard()
    const stranger = await newcomer('manager')
    for (const command of [submitStandard, withdrawStandard, publishStandard, discardStandard])
      expect(await refusalOf(command as never, stranger, { standardId })).toBe('notFound')
    const at = { standardId, code: 'paymentDays' }
    expect(await refusalOf(setStandardTerm, stranger, { ...at, value: net(45) })).toBe('notFound')
    expect(await refusalOf(removeStandardTerm, stranger, at)).toBe('notFound')
  })

  it('waits for its approval: no change, no publishing, and a way back', async () => {
    const { lead, manager } = await withStandard()
    const { standardId } = await done(draftStandard, lead, { direction: 'sell', validFrom: '2027-01-01' })
    expect(await refusalOf(draftStandard, lead, { direction: 'sell' })).toBe('terms.standardDraftExists')
    await done(setStandardTerm, lead, { standardId, code: 'paymentDays', value: net(45) })
    expect(await refusalOf(publishStandard, lead, { standardId })).toBe('terms.standardNotApproved')
    await done(submitStandard, lead, { standardId })
    expect(await refusalOf(setStandardTerm, lead, { standardId, code: 'leadTime', value: { number: '7' } })).toBe(
      'terms.standardWaits',
    )
    await done(withdrawStandard, lead, { standardId })
    await done(setStandardTerm, lead, { standardId, code: 'leadTime', value: { number: '7' } })
    await done(submitStandard, lead, { standardId })
    await consent(standardId, [manager], noon(startDay))
    await done(publishStandard, lead, { standardId })
    expect((await ask(standards, lead, {}, noon(startDay)))[0]).toMatchObject({ state: 'coming' })
  })

  it('can be emptied of a term, discarded, and is not submitted empty', async () => {
    const { lead } = await withStandard()
    const { standardId } = await done(draftStandard, lead, { direction: 'sell' })
    await done(removeStandardTerm, lead, { standardId, code: 'paymentDays' })
    expect(await refusalOf(submitStandard, lead, { standardId })).toBe('terms.versionEmpty')
    await done(discardStandard, lead, { standardId })
    expect(await refusalOf(discardStandard, lead, { standardId })).toBe('notFound')
  })
})

describe('raising the payment days from 60 to 45', () => {
  it('lists exactly the clients whose terms became a departure or ceased to be one', async () => {
    const scene = await withStandard()
    await aClient(scene, '甲福量販', null)
    await aClient(scene, '乙福量販', 45)
    await aClient(scene, '丙福量販', 75)
    const { standardId } = await done(draftStandard, scene.lead, { direction: 'sell', validFrom: '2027-01-01' })
    await done(setStandardTerm, scene.lead, { standardId, code: 'paymentDays', value: net(45) })
    const { effects } = await ask(standardById, scene.lead, { standardId }, noon(startDay))
    expect(effects.map(({ account, effect }) => [account, effect]).sort()).toEqual([
      ['乙福量販', 'ceases'],
      ['甲福量販', 'becomes'],
    ])
  })

  it('lists no client to those who may not see what clients agreed to', async () => {
    const scene = await withStandard()
    await aClient(scene, '甲福量販', null)
    const { standardId } = await done(draftStandard, scene.lead, { direction: 'sell' })
    await done(setStandardTerm, scene.lead, { standardId, code: 'paymentDays', value: net(45) })
    expect((await ask(standardById, scene.keeper, { standardId }, noon(startDay))).effects).toEqual([])
  })

  it('leaves what a client agreed to as it is', async () => {
    const scene = await withStandard()
    const versionId = await aDraft(scene, { annualRebate: { number: '2' } })
    await approved(scene, versionId)
    await confirmed(scene, versionId)
    await aStandard(scene, { paymentDays: net(45) }, { validFrom: '2026-02-01' })
    const seen = await look(scene.keeper, versionId, noon('2026-11-24'))
    expect(seen.terms.find(({ code }) => code === 'paymentDays')?.client).toBe('發票日後 60 天')
  })
})

describe('what others agreed to', () => {
  const refusedAsk = async (scene: Scene, role: 'keeper' | 'colleague') =>
    ask(peers, scene[role], { code: 'paymentDays' }, noon(startDay)).then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error.code : 'other'),
    )

  it('is compared for nobody who may not see margins', async () => {
    const scene = await withStandard()
    expect(await refusedAsk(scene, 'keeper')).toBe('notAllowed')
    const legal = await person('specialist', scene.workspace, { disciplines: ['legal'] })
    await expect(ask(peers, legal, { code: 'paymentDays' })).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('is told to leads from five clients on, and never by name; managers see who', async () => {
    const scene = await withStandard()
    for (const name of ['甲', '乙', '丙', '丁']) await aClient(scene, `${name}福量販`, 75)
    const few = await ask(peers, scene.lead, { code: 'paymentDays' }, noon(startDay))
    expect(few).toMatchObject({ enough: false, values: [], rows: [], median: null })
    await aClient(scene, '戊福量販', 75)
    const enough = await ask(peers, scene.lead, { code: 'paymentDays' }, noon(startDay))
    expect(enough.values).toEqual([{ said: '發票日後 75 天', count: 5 }])
    expect(enough.rows).toEqual([])
    expect((await ask(peers, scene.manager, { code: 'paymentDays' }, noon(startDay))).rows.length).toBe(5)
  })

  it('is counted beside a departure for leads and managers only', async () => {
    const scene = await withStandard()
    await aClient(scene, '甲福量販', 75)
    const versionId = await aDraft(scene, { paymentDays: net(75) })
    const counts = async (who: 'keeper' | 'manager') =>
      (await ask(version, scene[who], { versionId }, noon(startDay))).terms.find(({ code }) => code === 'paymentDays')
        ?.sameAs
    expect(await counts('keeper')).toBeNull()
    expect(await counts('manager')).toBe(1)
  })
})

describe('the catalogue', () => {
  it('has 32 kinds of terms, which the workspace can call by its own names', async () => {
    const { lead, keeper } = await aScene()
    await done(nameType, lead, { code: 'displayFee', name: '端架費', retired: 'true' })
    await done(nameType, lead, { code: 'displayFee', name: '黃金端架費' })
    const { types } = await ask(catalogue, keeper, {})
    expect(types.length).toBe(32)
    expect(types.find(({ code }) => code === 'displayFee')).toMatchObject({
      name: '黃金端架費',
      own: { retired: false },
    })
  })
})
