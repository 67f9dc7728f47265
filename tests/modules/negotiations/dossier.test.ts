import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { add } from '@/lib/modules/contacts/commands'
import { store } from '@/lib/modules/files/commands'
import { bringEvidence, takeSnapshot } from '@/lib/modules/negotiations/commands-evidence'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { observe } from '@/lib/modules/negotiations/commands-observations'
import { addCounterpart, setConduct } from '@/lib/modules/negotiations/commands-people'
import { addInterest } from '@/lib/modules/negotiations/commands-preparation'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { brief } from '@/lib/modules/negotiations/queries-brief'
import { pdfOfBrief, pdfOfDossier, zipOfDossier } from '@/lib/modules/negotiations/queries-papers'
import { textOf } from '@/tests/kernel/pdf-text'
import { newcomer, owner } from '@/tests/people'
import { aProduct } from '../products/scene'
import { aSale, follow } from '../sales/scene'
import { done } from '../terms/scene'
import { aScene as aNegotiation } from './scene'

/** Values that stand nowhere else: none may be found where they do not belong. */
const secrets = ['4711.25', '3977.75', '0.7313', '改向豐源採購'] as const

/** What we believe of the other side; their limit is a secret too, and what is worked out with it. */
const believed = { theirTarget: '4000', theirLimit: '4650', theirWeight: '1', confidence: 'medium', source: '去年底價' }

/** A negotiation with something of everything, mandate and rounds included. */
async function aScene() {
  const scene = await aNegotiation()
  const { keeper, lead, accountId, negotiationId, workspace } = scene
  const soy = await aProduct(lead)
  await aSale(lead, accountId, '2026-03-05', [{ productId: soy, quantity: '10', unitPrice: '120.5' }])
  await follow(lead, [accountId], '2026-03-05', '2026-03-05')
  const buyer = await done(add, keeper, { accountId, displayName: '游錫堃', title: '採購協理', points: [] })
  await done(addCounterpart, keeper, { negotiationId, personId: buyer.id, part: 'decides', address: '游協理' })
  await done(setConduct, keeper, { negotiationId, language: 'zh-TW', setting: 'ourOffice', etiquette: '先寒暄再談價' })
  await done(addInterest, keeper, { negotiationId, side: 'us', text: '端架陳列四期' })
  await done(takeSnapshot, keeper, { negotiationId, kind: 'productUsage', months: '24', claim: '醬油採購量成長' })
  const content = new TextEncoder().encode('期望付款七十五天\n')
  const { id: fileId } = await done(store, keeper, { name: '要求信.txt', content, accountId })
  const letter = { kind: 'requestLetter', title: '要求信', claim: '對方要求延長付款', fileId }
  await done(bringEvidence, keeper, { negotiationId, ...letter })
  const cost = { kind: 'cost', title: '成本表', claim: '毛利不足', note: '每瓶五十一元二角' }
  await done(bringEvidence, lead, { negotiationId, ...cost })
  const { issueId } = await done(addIssue, keeper, { negotiationId, name: '每箱單價', kind: 'numeric', unit: '元' })
  const [target, limit, weight, alternative] = secrets
  await done(setStakes, keeper, { negotiationId, stakes: [{ issueId, target, limit, weight, ...believed }] })
  const sql = owner()
  const [issue] = await sql`select key from negotiation_issues where id = ${issueId}`
  const part = { workspace_id: workspace.id, negotiation_id: negotiationId, account_id: accountId }
  await sql`insert into negotiation_alternatives ${sql({ ...part, id: crypto.randomUUID(), side: 'us', name: alternative })}`
  await sql`insert into negotiation_offers ${sql({
    ...{ ...part, id: crypto.randomUUID(), number: 1, round: 1, side: 'them', at: new Date(), channel: 'meeting' },
    ...{
      values: sql.json({ [String(issue?.key)]: '4600' }),
      conditions: '須於月底前下單',
      state: 'received',
      recorded_by: keeper.id,
    },
  })}`
  await sql`insert into negotiation_debriefs ${sql({
    ...{
      ...part,
      id: crypto.randomUUID(),
      techniques: ['questions', 'bargaining'],
      lesson: '先談交期再談價格',
      written_by: keeper.id,
    },
  })}`
  return scene
}
type Scene = Awaited<ReturnType<typeof aScene>>

/** Digits as they are kept, whether or not they were said with thousands apart. */
const ungrouped = (text: string) => text.replace(/(?<=\d),(?=\d{3})/g, '')
const squeezed = (text: string) => ungrouped(text.replace(/\s+/g, ''))
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const textOfPdf = async (response: Response) => squeezed(textOf(await bytesOf(response)))
const wanted = ({ negotiationId }: Scene, secret = false) => ({ negotiationId, language: 'zh-TW' as const, secret })
const dossierOf = async (actor: Actor, scene: Scene, secret = false) =>
  textOfPdf(await pdfOfDossier(actor, wanted(scene, secret)))

describe('the dossier of a negotiation', () => {
  it('holds preparation, evidence, figures, rounds and lessons, in Chinese that can be read and searched', async () => {
    const scene = await aScene()
    const text = await dossierOf(scene.keeper, scene)
    const parts = [
      '游錫堃',
      '游協理',
      '先寒暄再談價',
      '端架陳列四期',
      '醬油採購量成長',
      '純釀醬油',
      '要求信',
      '第1號，第1回合',
    ]
    for (const part of [...parts, '4600元', '須於月底前下單', '先談交期再談價格', '提問與傾聽、議價'])
      expect(text).toContain(squeezed(part))
    expect(text).not.toContain('\ufffd')
  })

  it('tells limits, weights and alternatives only when they are asked for, and only to the mandate group', async () => {
    const scene = await aScene()
    const { keeper, lead, manager, logistics } = scene
    const told = await dossierOf(keeper, scene, true)
    for (const secret of secrets) expect(told).toContain(secret)
    const quiet = await dossierOf(keeper, scene)
    for (const secret of secrets) expect(quiet).not.toContain(secret)
    for (const outsider of [lead, manager, logistics]) {
      const theirs = await dossierOf(outsider, scene, true)
      for (const secret of secrets) expect(theirs).not.toContain(secret)
    }
  })

  it('tells the mandate group what offers were worth, where both could meet and what was left, when they ask for it', async () => {
    const scene = await aScene()
    const { keeper, manager, negotiationId } = scene
    const [before, ...worked] = ['分析（機密）', '84.8', '可能的協議空間', '4650']
    const open = await dossierOf(keeper, scene, true)
    for (const part of [before, ...worked]) expect(open).toContain(part)
    expect(open).not.toContain('桌上剩餘價值')
    const sql = owner()
    await sql`update negotiation_issues set agreed_value = ${sql.json('4600')} where negotiation_id = ${negotiationId}`
    await sql`update negotiations set state = 'documented' where id = ${negotiationId}`
    expect(await dossierOf(keeper, scene, true)).toContain('桌上剩餘價值這個協議已達效率')
    for (const quiet of [await dossierOf(keeper, scene), await dossierOf(manager, scene, true)])
      for (const part of [before, ...worked, '桌上剩餘價值']) expect(quiet).not.toContain(part)
    const packed = unzipSync(await bytesOf(await zipOfDossier(keeper, wanted(scene, true))))
    const scores = Object.entries(packed).find(([name]) => name.includes('分析'))?.[1] ?? new Uint8Array()
    expect(strFromU8(scores)).toContain('84.8')
  })

  it('holds what a supervisor saw at the table, for whoever was watched and for supervisors', async () => {
    const scene = await aScene()
    const { keeper, lead, logistics, negotiationId } = scene
    const seen = { observedId: keeper.id, observedOn: '2026-11-20', rating1: 3, rating3: 4, note: '先聽完再回應' }
    await done(observe, lead, { negotiationId, ...seen })
    for (const reader of [keeper, lead]) {
      const text = await dossierOf(reader, scene)
      for (const part of ['觀察紀錄', '先聽完再回應', 'BGM-2.1態度專業，合乎對方文化背景3', '未觀察到'])
        expect(text).toContain(part)
    }
    expect(await dossierOf(logistics, scene)).not.toContain('先聽完再回應')
  })

  it('shows costs to those alone who see margins', async () => {
    const scene = await aScene()
    expect(await dossierOf(scene.keeper, scene)).not.toContain('五十一元二角')
    expect(await dossierOf(scene.lead, scene)).toContain('五十一元二角')
  })

  it('as ZIP brings the same paper, every table as a sheet, and the files', async () => {
    const scene = await aScene()
    const response = await zipOfDossier(scene.keeper, wanted(scene))
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''")
    const packed = unzipSync(await bytesOf(response))
    const names = Object.keys(packed).sort()
    expect(names).toHaveLength(4)
    const named = (part: string) => packed[names.find((name) => name.includes(part)) ?? ''] ?? new Uint8Array()
    expect(squeezed(textOf(named('.pdf')))).toContain('先談交期再談價格')
    expect(strFromU8(named('產品使用'))).toContain('純釀醬油')
    expect(strFromU8(named('各回合'))).toContain('4,600 元')
    expect(strFromU8(named('要求信'))).toBe('期望付款七十五天\n')
    for (const bytes of Object.values(packed))
      for (const secret of secrets) expect(ungrouped(strFromU8(bytes))).not.toContain(secret)
  })

  it('does not exist for another company', async () => {
    const scene = await aScene()
    const stranger = await newcomer('manager')
    await expect(pdfOfDossier(stranger, wanted(scene, true))).rejects.toMatchObject({ code: 'notFound' })
    await expect(zipOfDossier(stranger, wanted(scene))).rejects.toMatchObject({ code: 'notFound' })
    await expect(pdfOfBrief(stranger, { negotiationId: scene.negotiationId, language: 'zh-TW' })).rejects.toMatchObject(
      { code: 'notFound' },
    )
  })
})

describe('the brief', () => {
  it('says who, how to address them, in which language and why; the mandate stands on it for its group alone', async () => {
    const scene = await aScene()
    const { keeper, manager, negotiationId } = scene
    const ours = ungrouped(JSON.stringify(await ask(brief, keeper, { negotiationId })))
    for (const part of ['游協理', '先寒暄再談價', '以條件換得端架陳列', '醬油採購量成長', ...secrets])
      expect(ours).toContain(part)
    const theirs = ungrouped(JSON.stringify(await ask(brief, manager, { negotiationId })))
    expect(theirs).toContain('游協理')
    for (const secret of secrets) expect(theirs).not.toContain(secret)
    expect(await textOfPdf(await pdfOfBrief(keeper, { negotiationId, language: 'zh-TW' }))).toContain('游錫堃')
  })
})
