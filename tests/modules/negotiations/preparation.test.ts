import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { noteCulture } from '@/lib/modules/accounts/commands-notes'
import { add } from '@/lib/modules/contacts/commands'
import { store } from '@/lib/modules/files/commands'
import { byId as fileById, filesOf } from '@/lib/modules/files/queries'
import { hear } from '@/lib/modules/needs/commands'
import {
  bringEvidence,
  removeEvidence,
  retakeSnapshot,
  takeSnapshot,
} from '@/lib/modules/negotiations/commands-evidence'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { recordOffer } from '@/lib/modules/negotiations/commands-offers'
import {
  addCounterpart,
  confirmConduct,
  editCounterpart,
  removeCounterpart,
  seat,
  setConduct,
  unseat,
} from '@/lib/modules/negotiations/commands-people'
import {
  addInterest,
  linkNeed,
  linkTerms,
  moveInterest,
  removeInterest,
  tick,
  unlinkNeed,
} from '@/lib/modules/negotiations/commands-preparation'
import { preparation } from '@/lib/modules/negotiations/queries-preparation'
import { evidenceOf } from '@/tests/journeys/evidence-of'
import { newcomer, owner } from '@/tests/people'
import { aProduct } from '../products/scene'
import { aSale, follow } from '../sales/scene'
import { aDraft, approved, aStandard, confirmed, done, net, noon, refusalOf } from '../terms/scene'
import { aScene as aNegotiation, type Scene as Negotiation } from './scene'
import { putInState } from './standing'

async function aScene() {
  const scene = await aNegotiation()
  const someone = { accountId: scene.accountId, familyName: '羅', givenName: '美琪', honorific: '協理', points: [] }
  const buyer = await done(add, scene.keeper, {
    ...someone,
    displayName: '羅美琪',
    language: 'en',
    decisionRole: 'decides',
  })
  return { ...scene, personId: buyer.id }
}
type Scene = Awaited<ReturnType<typeof aScene>>

const letterContent = new TextEncoder().encode('期望付款 75 天\n')

/** A file that somebody has just uploaded, and belongs to nothing yet. */
async function anUpload(actor: Actor) {
  const { id: uploadId } = await done(store, actor, { name: '要求信.txt', content: letterContent })
  return { letter: { kind: 'requestLetter', title: '要求信', claim: '對方要求延長付款' }, uploadId }
}

const viewOf = (actor: Actor, { negotiationId }: Pick<Negotiation, 'negotiationId'>, now?: Date) =>
  ask(preparation, actor, { negotiationId }, now)

async function aConfirmed(scene: Scene) {
  const { keeper, negotiationId, personId } = scene
  const { counterpartId } = await done(addCounterpart, keeper, { negotiationId, personId, part: 'decides' })
  await done(setConduct, keeper, { negotiationId, language: 'zh-TW' })
  await done(confirmConduct, keeper, { negotiationId, language: 'zh-TW', personIds: [personId] })
  return counterpartId
}

const isConfirmed = async (scene: Scene) => (await viewOf(scene.keeper, scene)).conduct.confirmedOn !== null

describe('our people at the table', () => {
  it('have each one part; the lead stays and is given to nobody', async () => {
    const { keeper, logistics, negotiationId } = await aScene()
    const { seatId } = await done(seat, keeper, { negotiationId, memberId: logistics.id, part: 'advises' })
    await done(seat, keeper, { negotiationId, memberId: logistics.id, part: 'notes' })
    expect((await viewOf(keeper, { negotiationId })).seats).toMatchObject([
      { name: '林怡君', part: 'leads', leads: true },
      { name: '吳柏翰', part: 'notes', leads: false },
    ])
    const [own] = await owner()`select id from negotiation_members where member_id = ${keeper.id}`
    expect(await refusalOf(unseat, keeper, { seatId: own?.id })).toBe('negotiations.leadStays')
    expect(await refusalOf(seat, keeper, { negotiationId, memberId: keeper.id, part: 'notes' })).toBe(
      'negotiations.leadStays',
    )
    await done(unseat, keeper, { seatId })
    expect((await viewOf(keeper, { negotiationId })).seats).toHaveLength(1)
  })

  it('are seated by the mandate group alone: nobody lets themselves in, whatever their role', async () => {
    const { manager, lead, logistics, negotiationId } = await aScene()
    for (const outsider of [manager, lead, logistics])
      expect(await refusalOf(seat, outsider, { negotiationId, memberId: outsider.id, part: 'observes' })).toBe(
        'notAllowed',
      )
    const stranger = await newcomer('manager')
    expect(await refusalOf(seat, stranger, { negotiationId, memberId: stranger.id, part: 'notes' })).toBe('notFound')
  })

  it('are people of the company', async () => {
    const { keeper, negotiationId } = await aScene()
    const stranger = await newcomer('manager')
    expect(await refusalOf(seat, keeper, { negotiationId, memberId: stranger.id, part: 'notes' })).toBe(
      'negotiations.memberUnknown',
    )
  })
})

describe('language and counterpart', () => {
  it('are confirmed once both are there, by what the reader had before them', async () => {
    const scene = await aScene()
    const { keeper, negotiationId, personId } = scene
    const seen = { negotiationId, language: null, personIds: [] }
    expect(await refusalOf(confirmConduct, keeper, seen)).toBe('negotiations.conductLacks')
    await aConfirmed(scene)
    expect((await viewOf(keeper, scene)).conduct).toMatchObject({ language: 'zh-TW', confirmedBy: '林怡君' })
    const stale = { negotiationId, language: 'ja', personIds: [personId] }
    expect(await refusalOf(confirmConduct, keeper, stale)).toBe('negotiations.conductChanged')
  })

  it('are confirmed before a formal negotiation begins, which is then evidence of whoever leads it', async () => {
    const scene = await aScene()
    const { keeper, accountId, negotiationId } = scene
    await done(addIssue, keeper, { negotiationId, name: '付款天數', kind: 'numeric', unit: '天' })
    const [issue] = await owner()`select key from negotiation_issues where negotiation_id = ${negotiationId}`
    await putInState(negotiationId, 'ready')
    const offer = { negotiationId, side: 'them', channel: 'meeting', values: { [String(issue?.key)]: '60' } }
    expect(await refusalOf(recordOffer, keeper, offer)).toBe('negotiations.notYet')
    await aConfirmed(scene)
    expect(await evidenceOf(keeper, 'BGM-2.1', accountId)).toEqual([])
    await done(recordOffer, keeper, offer)
    expect(await evidenceOf(keeper, 'BGM-2.1', accountId)).toMatchObject([
      { subjectKind: 'negotiation', subjectId: negotiationId, memberId: keeper.id },
    ])
  })

  it('are void when the language changes, and when somebody else sits there', async () => {
    const scene = await aScene()
    const { keeper, negotiationId, personId } = scene
    const counterpartId = await aConfirmed(scene)
    await done(setConduct, keeper, { negotiationId, language: 'zh-TW', venue: '土城' })
    expect(await isConfirmed(scene)).toBe(true)
    await done(editCounterpart, keeper, { counterpartId, part: 'decides', style: '先談數字' })
    expect(await isConfirmed(scene)).toBe(true)
    await done(setConduct, keeper, { negotiationId, language: 'en', venue: '土城' })
    expect(await isConfirmed(scene)).toBe(false)
    await done(confirmConduct, keeper, { negotiationId, language: 'en', personIds: [personId] })
    await done(removeCounterpart, keeper, { counterpartId })
    expect(await isConfirmed(scene)).toBe(false)
  })

  it('names each person once, and only those who work there', async () => {
    const { keeper, negotiationId, personId } = await aScene()
    const named = { negotiationId, personId, part: 'decides' }
    await done(addCounterpart, keeper, named)
    expect(await refusalOf(addCounterpart, keeper, named)).toBe('negotiations.personSeated')
    const elsewhere = { ...named, personId: crypto.randomUUID() }
    expect(await refusalOf(addCounterpart, keeper, elsewhere)).toBe('negotiations.personElsewhere')
  })

  it('are proposed from what is known: how to address them, their language, what they decide, and the house’s customs', async () => {
    const scene = await aScene()
    const { keeper, colleague, accountId } = scene
    await done(noteCulture, keeper, { accountId, kind: 'etiquette', text: '先寒暄再談價', source: 'observed' })
    const view = await viewOf(keeper, scene)
    expect(view.choices?.people).toMatchObject([{ greeting: '羅協理', language: 'en', decisionRole: 'decides' }])
    expect(view.notes).toMatchObject([{ kind: 'etiquette', text: '先寒暄再談價' }])
    expect((await viewOf(colleague, scene)).notes).toEqual([])
  })

  it('is changed by those alone who lead it', async () => {
    const { colleague, logistics, negotiationId } = await aScene()
    expect(await refusalOf(setConduct, colleague, { negotiationId, language: 'en' })).toBe('notAllowed')
    expect(await refusalOf(setConduct, logistics, { negotiationId, language: 'en' })).toBe('notAllowed')
    const stranger = await newcomer('manager')
    expect(await refusalOf(setConduct, stranger, { negotiationId, language: 'en' })).toBe('notFound')
  })
})

describe('interests', () => {
  it('stand in the order of what counts most, for each side its own', async () => {
    const scene = await aScene()
    const { keeper, negotiationId } = scene
    const noted: string[] = []
    for (const text of ['端架陳列', '準時付款', '新品上架'])
      noted.push((await done(addInterest, keeper, { negotiationId, side: 'us', text })).interestId)
    await done(addInterest, keeper, { negotiationId, side: 'them', text: '庫存週轉' })
    await done(moveInterest, keeper, { interestId: noted[2], to: 'up' })
    await done(moveInterest, keeper, { interestId: noted[0], to: 'up' })
    const texts = async () => (await viewOf(keeper, scene)).interests.us.map(({ text }) => text)
    expect(await texts()).toEqual(['端架陳列', '新品上架', '準時付款'])
    await done(removeInterest, keeper, { interestId: noted[0] })
    await done(moveInterest, keeper, { interestId: noted[1], to: 'up' })
    expect(await texts()).toEqual(['準時付款', '新品上架'])
    expect((await viewOf(keeper, scene)).interests.them).toMatchObject([{ text: '庫存週轉' }])
  })
})

describe('needs and terms', () => {
  it('are those of the account, and a confidential need is read by those alone who may', async () => {
    const scene = await aScene()
    const { keeper, colleague, accountId, negotiationId } = scene
    const said = { method: 'asking', verbatim: '旺季要先到貨', kind: 'delivery' }
    const open = await done(hear, keeper, { accountId, title: '旺季先到貨', ...said })
    const secret = await done(hear, keeper, { accountId, title: '換倉計畫', confidential: true, ...said })
    for (const { id: needId } of [open, secret]) await done(linkNeed, keeper, { negotiationId, needId })
    await done(linkNeed, keeper, { negotiationId, needId: open.id })
    expect((await viewOf(keeper, scene)).needs).toMatchObject([{ title: '旺季先到貨', state: 'heard' }, {}])
    expect((await viewOf(colleague, scene)).needs).toMatchObject([{ title: '旺季先到貨' }])
    await done(unlinkNeed, keeper, { negotiationId, needId: open.id })
    expect(await refusalOf(unlinkNeed, keeper, { negotiationId, needId: open.id })).toBe('negotiations.needUnknown')
    const unknown = { negotiationId, needId: crypto.randomUUID() }
    expect(await refusalOf(linkNeed, keeper, unknown)).toBe('negotiations.needUnknown')
  })

  it('show what departs from the standard in the version that holds', async () => {
    const scene = await aScene()
    const { keeper, negotiationId } = scene
    await aStandard(scene, { paymentDays: net(45) })
    const versionId = await aDraft(scene, { paymentDays: net(60) })
    await approved(scene, versionId)
    await confirmed(scene, versionId)
    const [sheet] = await owner()`select id from term_sheets where account_id = ${scene.accountId}`
    await done(linkTerms, keeper, { negotiationId, termSheetId: sheet?.id }, noon('2026-11-24'))
    const { terms } = await viewOf(keeper, scene, noon('2026-11-24'))
    expect(terms.base).toMatchObject({ versionId, departures: [{ code: 'paymentDays' }] })
    const unknown = { negotiationId, termSheetId: crypto.randomUUID() }
    expect(await refusalOf(linkTerms, keeper, unknown)).toBe('negotiations.sheetUnknown')
  })
})

describe('the checklist', () => {
  it('ticks by itself what is on record, and shows nobody outside the group whether limits are set', async () => {
    const scene = await aScene()
    const { keeper, colleague, negotiationId } = scene
    await aConfirmed(scene)
    await done(tick, keeper, { negotiationId, points: ['nonverbal', 'nonverbal'] })
    const doneOf = async (actor: Actor) =>
      Object.fromEntries((await viewOf(actor, scene)).checklist.map(({ point, done }) => [point, done]))
    expect(await doneOf(keeper)).toMatchObject({ language: true, nonverbal: true, targets: false, options: false })
    expect(await doneOf(colleague)).toMatchObject({ language: true, targets: null, options: null })
  })
})

describe('evidence', () => {
  const march = noon('2026-11-22')

  async function sold() {
    const scene = await aScene()
    const { lead, accountId } = scene
    const soy = await aProduct(lead)
    await aSale(lead, accountId, '2026-03-05', [{ productId: soy, quantity: '10', unitPrice: '120.5' }])
    await aSale(lead, accountId, '2025-03-05', [{ productId: soy, quantity: '8', unitPrice: '120.5' }])
    await follow(lead, [accountId], '2025-03-05', '2026-03-05')
    return { ...scene, soy }
  }
  const figures = { months: '12', claim: '採購量成長 25%' }

  it('is a snapshot that later sales do not change; taken again, there is another one', async () => {
    const scene = await sold()
    const { keeper, lead, accountId, negotiationId, soy } = scene
    const { evidenceId } = await done(
      takeSnapshot,
      keeper,
      { negotiationId, kind: 'salesStatistics', step: 'quarter', ...figures },
      march,
    )
    const total = { net: '1205', before: '964', growthPct: '25' }
    expect((await viewOf(keeper, scene)).evidence).toMatchObject([{ id: evidenceId, snapshot: { total } }])
    await aSale(lead, accountId, '2026-03-06', [{ productId: soy, quantity: '10', unitPrice: '120.5' }])
    await follow(lead, [accountId], '2026-03-06', '2026-03-06')
    expect((await viewOf(keeper, scene)).evidence).toMatchObject([{ snapshot: { total } }])
    await done(retakeSnapshot, keeper, { evidenceId }, march)
    expect((await viewOf(keeper, scene)).evidence).toMatchObject([
      { snapshot: { total } },
      { snapshot: { step: 'quarter', total: { net: '2410', before: '964', growthPct: '150' } }, claim: figures.claim },
    ])
  })

  it('shows which products they use, with the change against the year before', async () => {
    const scene = await sold()
    const { keeper, negotiationId } = scene
    await done(takeSnapshot, keeper, { negotiationId, kind: 'productUsage', ...figures }, march)
    const [piece] = (await viewOf(keeper, scene)).evidence
    expect(piece?.title).toBe('產品使用 2025-11 – 2026-10')
    expect(piece?.snapshot).toMatchObject({
      rows: [{ name: '純釀醬油', unit: '瓶', quantity: '10', quantityBefore: '8', growthPct: '25' }],
    })
  })

  it('refuses figures where nothing was sold, words without words, and foreign issues and files', async () => {
    const { keeper, negotiationId } = await aScene()
    const ask = { negotiationId, kind: 'salesStatistics', ...figures }
    expect(await refusalOf(takeSnapshot, keeper, ask)).toBe('negotiations.nothingSold')
    const note = { negotiationId, kind: 'market', title: '行情', claim: '原料上漲' }
    expect(await refusalOf(bringEvidence, keeper, note)).toBe('negotiations.materialMissing')
    const other = crypto.randomUUID()
    expect(await refusalOf(bringEvidence, keeper, { ...note, note: '八月', issueId: other })).toBe(
      'negotiations.issueElsewhere',
    )
    expect(await refusalOf(bringEvidence, keeper, { ...note, fileId: other })).toBe('negotiations.fileElsewhere')
    const { evidenceId } = await done(bringEvidence, keeper, { ...note, note: '八月' })
    expect(await refusalOf(retakeSnapshot, keeper, { evidenceId })).toBe('negotiations.notSnapshot')
    await done(removeEvidence, keeper, { evidenceId })
    expect(await refusalOf(removeEvidence, keeper, { evidenceId })).toBe('notFound')
  })

  it('may be a file of the account', async () => {
    const scene = await aScene()
    const { keeper, accountId, negotiationId } = scene
    const { id: fileId } = await done(store, keeper, { name: '要求信.txt', content: letterContent, accountId })
    const letter = { kind: 'requestLetter', title: '要求信', claim: '對方要求延長付款', fileId }
    await done(bringEvidence, keeper, { negotiationId, ...letter })
    expect((await viewOf(keeper, scene)).evidence).toMatchObject([{ file: { id: fileId, name: '要求信.txt' } }])
  })

  it('may be a new file, which becomes one of the account for whoever sees it', async () => {
    const scene = await aScene()
    const { keeper, logistics, accountId, negotiationId } = scene
    const { letter, uploadId } = await anUpload(keeper)
    const { evidenceId } = await done(bringEvidence, keeper, { negotiationId, ...letter, uploadId })
    expect((await viewOf(keeper, scene)).evidence).toMatchObject([{ file: { id: uploadId, name: '要求信.txt' } }])
    const { files } = await ask(filesOf, keeper, { accountId })
    expect(files).toMatchObject([{ id: uploadId, kind: 'negotiationEvidence', subjectId: evidenceId }])
    expect((await ask(fileById, logistics, { fileId: uploadId })).name).toBe('要求信.txt')
  })

  it('is one file, uploaded by whoever brings it, never a file of costs; a refused one leaves nothing behind', async () => {
    const { keeper, lead, accountId, negotiationId } = await aScene()
    const { letter, uploadId } = await anUpload(keeper)
    const { letter: otherLetter, uploadId: theirs } = await anUpload(lead)
    const bring = { negotiationId, ...letter }
    const known = await done(store, keeper, { name: '紀錄.txt', content: letterContent, accountId })
    expect(await refusalOf(bringEvidence, keeper, { ...bring, uploadId, fileId: known.id })).toBe(
      'negotiations.oneFile',
    )
    expect(await refusalOf(bringEvidence, keeper, { ...bring, uploadId: theirs })).toBe('negotiations.uploadUnknown')
    const cost = { negotiationId, ...otherLetter, kind: 'cost', uploadId: theirs }
    expect(await refusalOf(bringEvidence, lead, cost)).toBe('negotiations.costFileOpen')
    expect((await ask(filesOf, keeper, { accountId })).files).toHaveLength(1)
  })

  it('is uploaded by those alone who prepare, and in no other company', async () => {
    const { keeper, logistics, negotiationId } = await aScene()
    const { letter, uploadId } = await anUpload(logistics)
    const bring = { negotiationId, ...letter, uploadId }
    expect(await refusalOf(bringEvidence, logistics, bring)).toBe('notAllowed')
    const stranger = await newcomer('manager')
    const { uploadId: foreign } = await anUpload(stranger)
    expect(await refusalOf(bringEvidence, stranger, { ...bring, uploadId: foreign })).toBe('notFound')
    expect(await refusalOf(bringEvidence, keeper, { ...bring, uploadId: foreign })).toBe('negotiations.uploadUnknown')
  })

  it('of costs is brought, seen and removed by those alone who see margins', async () => {
    const scene = await aScene()
    const { keeper, lead, negotiationId } = scene
    const cost = { negotiationId, kind: 'cost', title: '成本', claim: '毛利不足', note: '每瓶 51.25 元' }
    expect(await refusalOf(bringEvidence, keeper, cost)).toBe('notAllowed')
    const { evidenceId } = await done(bringEvidence, lead, cost)
    expect((await viewOf(lead, scene)).evidence).toHaveLength(1)
    expect(JSON.stringify(await viewOf(keeper, scene))).not.toContain('51.25')
    expect(await refusalOf(removeEvidence, keeper, { evidenceId })).toBe('notAllowed')
  })
})
