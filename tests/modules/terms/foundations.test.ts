import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { store } from '@/lib/modules/files/commands'
import { filesOf } from '@/lib/modules/files/queries'
import { addSource, describe as describeNeed, hear, quantify } from '@/lib/modules/needs/commands'
import { verify } from '@/lib/modules/needs/commands-answers'
import { byId } from '@/lib/modules/needs/queries'
import { discard, draft } from '@/lib/modules/terms/commands'
import { submit } from '@/lib/modules/terms/commands-submit'
import { removeTerm, setTerm } from '@/lib/modules/terms/commands-terms'
import { termsOfNeed } from '@/lib/modules/terms/queries-needs'
import { termEditor } from '@/lib/modules/terms/queries-pages'
import { newcomer, owner } from '@/tests/people'
import {
  aDraft,
  approved,
  aScene,
  aStandard,
  confirmed,
  done,
  grounds,
  look,
  net,
  noon,
  refusalOf,
  type Scene,
  startDay,
} from './scene'

const aPaper = { name: '協議書.txt', content: new TextEncoder().encode('端架陳列每店每檔三千元') }

async function withDraft() {
  const scene = await aScene()
  await aStandard(scene, { paymentDays: net(60) })
  return { ...scene, versionId: await aDraft(scene, {}) }
}
type WithDraft = Awaited<ReturnType<typeof withDraft>>

const aNeed = async ({ keeper, accountId }: Scene, over: object = {}) =>
  (
    await done(hear, keeper, {
      accountId,
      title: '付款配合統一採購中心',
      kind: 'price',
      method: 'contacts',
      verbatim: '改為七十五天',
      ...over,
    })
  ).id

async function makeSure({ keeper, colleague }: Scene, needId: string) {
  await done(describeNeed, keeper, { needId, version: 99, context: '付款制度改了', consequence: '無法下單' })
  const measure = { metric: '付款天數', unit: '天', baseline: '60', target: '75', confidence: 'high' }
  await done(quantify, keeper, { needId, version: 99, ...measure })
  await done(addSource, keeper, { needId, method: 'observation', verbatim: '對帳單上已註明' })
  await done(verify, colleague, { needId, checked: [] })
}

const depart = (scene: WithDraft, over: object = {}) =>
  done(setTerm, scene.keeper, {
    versionId: scene.versionId,
    code: 'paymentDays',
    value: net(75),
    ...grounds,
    ...over,
  })
const feedsOf = async ({ keeper }: Scene, needId: string) => (await ask(byId, keeper, { needId })).feeds
const specialOf = async ({ keeper }: Scene, versionId: string) =>
  (await look(keeper, versionId)).terms.find(({ code }) => code === 'paymentDays')?.special

describe('a departure with a file as its proof', () => {
  it('shows it by name, keeps it among the files of the account, and leaves it out again', async () => {
    const scene = await withDraft()
    const file = await done(store, scene.keeper, aPaper)
    await depart(scene, { evidenceId: file.id })
    expect((await specialOf(scene, scene.versionId))?.evidence).toEqual({ id: file.id, name: '協議書.txt' })
    const { files } = await ask(filesOf, scene.keeper, { accountId: scene.accountId })
    expect(files.map(({ name }) => name)).toEqual(['協議書.txt'])
    await depart(scene, { evidenceId: '' })
    expect((await specialOf(scene, scene.versionId))?.evidence).toBeNull()
  })

  it('takes only a file that one has uploaded oneself', async () => {
    const scene = await withDraft()
    const [theirs, foreign] = [
      await done(store, scene.colleague, aPaper),
      await done(store, await newcomer('manager'), aPaper),
    ]
    for (const { id: evidenceId } of [theirs, foreign])
      expect(
        await refusalOf(setTerm, scene.keeper, {
          versionId: scene.versionId,
          code: 'paymentDays',
          value: net(75),
          ...grounds,
          evidenceId,
        }),
      ).toBe('files.fileUnknown')
  })

  it('is another content for those who approved it without', async () => {
    const scene = await withDraft()
    await depart(scene)
    await approved(scene, scene.versionId)
    expect((await look(scene.keeper, scene.versionId)).state).toBe('internallyApproved')
    const file = await done(store, scene.keeper, aPaper)
    await depart(scene, { evidenceId: file.id })
    expect((await look(scene.keeper, scene.versionId)).state).toBe('draft')
  })
})

describe('a departure that serves a need', () => {
  it('makes the need one that is to be verified, and is told of on the page of the need', async () => {
    const scene = await withDraft()
    const needId = await aNeed(scene)
    await depart(scene, { needIds: [needId] })
    expect(await feedsOf(scene, needId)).toEqual(['term'])
    expect(await ask(termsOfNeed, scene.keeper, { needId })).toMatchObject([
      { versionId: scene.versionId, number: 1, name: '月結天數', said: '發票日後 75 天', state: 'draft' },
    ])
    expect((await specialOf(scene, scene.versionId))?.needs).toEqual([
      { id: needId, title: '付款配合統一採購中心', unsure: true },
    ])
  })

  it('tells approvers that the need is not verified, and does not when it is', async () => {
    const detailOf = async (versionId: string) => {
      const [run] = await owner()<{ lines: { detail: { 'zh-TW': string } }[] }[]>`
        select lines from approval_runs where subject_id = ${versionId}`
      return run?.lines[0]?.detail['zh-TW']
    }
    const unsure = await withDraft()
    await depart(unsure, { needIds: [await aNeed(unsure)] })
    await done(submit, unsure.keeper, { versionId: unsure.versionId })
    expect(await detailOf(unsure.versionId)).toContain('尚未驗證')
    const sure = await withDraft()
    const needId = await aNeed(sure)
    await depart(sure, { needIds: [needId] })
    await makeSure(sure, needId)
    await done(submit, sure.keeper, { versionId: sure.versionId })
    expect(await detailOf(sure.versionId)).not.toContain('尚未驗證')
    expect((await specialOf(sure, sure.versionId))?.unsure).toBe(false)
  })

  it('lets go of the need when it is removed, discarded or serves it no more, unless another term serves it', async () => {
    const scene = await withDraft()
    const needId = await aNeed(scene)
    const { keeper, versionId } = scene
    await depart(scene, { needIds: [needId] })
    await depart(scene, { needIds: [] })
    expect(await feedsOf(scene, needId)).toEqual([])
    await depart(scene, { needIds: [needId] })
    const rebate = { versionId, code: 'annualRebate', value: { number: '2' }, ...grounds, needIds: [needId] }
    await done(setTerm, keeper, rebate)
    await done(removeTerm, keeper, { versionId, code: 'paymentDays' })
    expect(await feedsOf(scene, needId)).toEqual(['term'])
    await done(discard, keeper, { versionId })
    expect(await feedsOf(scene, needId)).toEqual([])
    expect(await ask(termsOfNeed, keeper, { needId })).toEqual([])
  })

  it('serves it in the next version too', async () => {
    const scene = await withDraft()
    const needId = await aNeed(scene)
    await depart(scene, { needIds: [needId] })
    await approved(scene, scene.versionId)
    await confirmed(scene, scene.versionId)
    const [sheet] = await owner()<
      { id: string }[]
    >`select sheet_id as id from term_versions where id = ${scene.versionId}`
    const next = await done(draft, scene.keeper, { sheetId: sheet?.id, kind: 'amendment' }, noon(startDay))
    expect((await specialOf(scene, next.versionId))?.needs.map(({ id }) => id)).toEqual([needId])
    const numbers = (await ask(termsOfNeed, scene.keeper, { needId })).map(({ number }) => number)
    expect(numbers).toEqual([2, 1])
  })

  it('serves needs of its own account only', async () => {
    const scene = await withDraft()
    const elsewhere = await aScene()
    const foreign = await aNeed(elsewhere)
    const wanted = { versionId: scene.versionId, code: 'paymentDays', value: net(75), ...grounds, needIds: [foreign] }
    expect(await refusalOf(setTerm, scene.keeper, wanted)).toBe('needs.someMissing')
    expect((await look(scene.keeper, scene.versionId)).sum.total).toBe('0')
  })

  it('keeps a confidential need from those who may not read it', async () => {
    const scene = await withDraft()
    const needId = await aNeed(scene, { confidential: 'true', title: '併購後的付款安排' })
    await depart(scene, { needIds: [needId] })
    const { colleague, versionId } = scene
    const seen = (await look(colleague, versionId)).terms.find(({ code }) => code === 'paymentDays')?.special
    expect(seen).toMatchObject({ needs: [], unsure: true })
    const editor = await ask(termEditor, colleague, { versionId, code: 'paymentDays' }, noon(startDay))
    expect(JSON.stringify(editor)).not.toContain('併購')
    await expect(ask(termsOfNeed, colleague, { needId })).rejects.toThrow()
  })
})
