import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { findAnswers } from '@/lib/modules/links/queries'
import { consult, fileLetterAnswer, sendLetter } from '@/lib/modules/needs/commands-consultation'
import { consultation, consultationById, consultationsOf } from '@/lib/modules/needs/queries-consultation'
import { evidenceRules } from '@/lib/modules/registry'
import { aPerson, done, refused } from '../contacts/scene'
import { aNeed, aScene, aStranger, inScope, needOf, now, type Scene, today } from './scene'

/** Four open needs of the contact, one of somebody else, one that is closed. */
async function fourNeeds(scene: Scene) {
  const needIds = []
  for (const title of ['上午送達', '小包裝', '電子對帳', '月底補貨']) needIds.push(await aNeed(scene, { title }))
  const other = await aPerson(scene.manager, scene.accountId, { displayName: '李小華' })
  await aNeed(scene, { title: '別人的', personId: other })
  return needIds
}

const said = (needIds: readonly string[]) =>
  ['valid', 'changed', 'met', 'dropped'].map((outcome, index) => ({
    needId: needIds[index],
    outcome,
    words: outcome === 'changed' ? '改為每盒六入' : outcome === 'dropped' ? '改由總倉處理' : '',
  }))

async function held(scene: Scene) {
  const needIds = await fourNeeds(scene)
  const { manager, accountId, personId } = scene
  const made = await done(consult, manager, { accountId, personId, channel: 'visit', reviews: said(needIds) }, now)
  return { ...made, needIds }
}

describe('a consultation', () => {
  it('walks the open needs that this contact spoke of, and no others', async () => {
    const scene = await aScene()
    const needIds = await fourNeeds(scene)
    const { personId, accountId, manager } = scene
    const { needs } = await ask(consultation, manager, { personId, accountId }, now)
    expect(needs.map((need) => need.id)).toEqual(needIds)
  })

  it('gives each of them a review, closes what is met or dropped, and is logged as a contact', async () => {
    const scene = await aScene()
    const { id, needIds, interactionId } = await held(scene)
    const { manager, accountId } = scene
    const [valid, changed, met, dropped] = needIds as [string, string, string, string]
    expect((await ask(consultationById, manager, { consultationId: id }, now)).reviews).toHaveLength(4)
    expect(await needOf(manager, valid)).toMatchObject({ state: 'heard', reviews: [{ outcome: 'valid' }] })
    expect((await needOf(manager, changed)).sources.map((source) => source.verbatim)).toContain('改為每盒六入')
    expect(await needOf(manager, met)).toMatchObject({ state: 'met', outcomeOn: today })
    expect(await needOf(manager, dropped)).toMatchObject({ state: 'dropped', outcomeBecause: '改由總倉處理' })
    expect(await ask(consultationsOf, manager, { accountId }, now)).toMatchObject([{ id, person: '王大明' }])
    expect((await needOf(manager, changed)).sources.at(-1)).toMatchObject({ interactionId })
  })

  it('leaves no need out, and asks for words where something changed or went', async () => {
    const scene = await aScene()
    const needIds = await fourNeeds(scene)
    const { manager, accountId, personId } = scene
    const input = { accountId, personId, channel: 'visit' }
    const some = { ...input, reviews: said(needIds).slice(0, 3) }
    expect((await refused(consult, manager, some, now)).sentence('zh-TW')).toBe('還有 1 項需求未檢視。')
    const silent = said(needIds).map((review) => ({ ...review, words: '' }))
    const refusal = await refused(consult, manager, { ...input, reviews: silent }, now)
    expect(Object.keys(refusal.fields)).toEqual(['reviews.1.words', 'reviews.3.words'])
    const nobody = await aPerson(manager, accountId, { displayName: '新人' })
    expect((await refused(consult, manager, { ...input, personId: nobody, reviews: [] }, now)).code).toBe(
      'needs.nothingToReview',
    )
    const reviews = said(needIds)
    expect((await refused(consult, scene.colleague, { ...input, reviews }, now)).code).toBe('needs.accountNotYours')
    expect((await refused(consult, await aStranger(), { ...input, reviews }, now)).code).toBe('notFound')
  })

  it('writes a short letter in the contact’s language', async () => {
    const scene = await aScene()
    const { id } = await held(scene)
    const { letter } = await ask(consultationById, scene.manager, { consultationId: id }, now)
    expect(letter).toMatchObject({ language: 'zh-TW', title: '需求確認函', from: { company: '和泰食品' } })
    const maria = await aPerson(scene.manager, scene.accountId, { displayName: 'Maria Anders', language: 'de' })
    const needId = await aNeed(scene, { title: 'Smaller cases', personId: maria })
    const reviews = [{ needId, outcome: 'valid', words: '' }]
    const input = { accountId: scene.accountId, personId: maria, channel: 'call', reviews }
    const { id: english } = await done(consult, scene.manager, input, now)
    const found = await ask(consultationById, scene.manager, { consultationId: english }, now)
    expect(found.letter).toMatchObject({ language: 'en', title: 'What we understood of your needs' })
  })

  it('is evidence of KRM-2.2 of whoever held it, on its day', async () => {
    const scene = await aScene()
    const { id } = await held(scene)
    const rule = evidenceRules.find((each) => each.indicator === 'KRM-2.2')
    const rows = await inScope(scene.manager, async (look) => rule?.run(look, { accountId: scene.accountId }))
    expect(rows).toMatchObject([{ subjectId: id, memberId: scene.manager.id, day: today }])
  })
})

describe('the letter', () => {
  it('goes out by signed link, and an answer that came by word ranks with it', async () => {
    const scene = await aScene()
    const { id: consultationId } = await held(scene)
    const { manager } = scene
    expect((await done(sendLetter, manager, { consultationId }, now)).address).toContain('/c/')
    await done(
      fileLetterAnswer,
      manager,
      { consultationId, method: 'meeting', answeredOn: today, note: '當面說沒問題' },
      now,
    )
    const { contentHash } = await ask(consultationById, manager, { consultationId }, now)
    const answers = await inScope(manager, (look) => findAnswers(look, 'consultation', [consultationId]))
    expect(answers.get(consultationId)).toMatchObject({ outcome: 'confirmed', via: 'meeting', contentHash })
  })

  it('is sent and answered by those who serve the account, and is out of reach of others', async () => {
    const scene = await aScene()
    const { id: consultationId } = await held(scene)
    const { colleague } = scene
    const filed = { consultationId, method: 'meeting', answeredOn: today, note: '好' }
    expect((await refused(sendLetter, colleague, { consultationId }, now)).code).toBe('needs.accountNotYours')
    expect((await refused(fileLetterAnswer, colleague, filed, now)).code).toBe('needs.accountNotYours')
    const stranger = await aStranger()
    expect((await refused(sendLetter, stranger, { consultationId }, now)).code).toBe('notFound')
    expect((await refused(fileLetterAnswer, stranger, filed, now)).code).toBe('notFound')
  })

  it('is not read by those who may not read one of its needs', async () => {
    const scene = await aScene()
    await aNeed(scene, { title: '機密', confidential: true })
    const needs = (
      await ask(consultation, scene.manager, { personId: scene.personId, accountId: scene.accountId }, now)
    ).needs
    const reviews = needs.map((need) => ({ needId: need.id, outcome: 'valid', words: '' }))
    const input = { accountId: scene.accountId, personId: scene.personId, channel: 'call', reviews }
    const { id: consultationId } = await done(consult, scene.manager, input, now)
    await expect(ask(consultationById, scene.colleague, { consultationId }, now)).rejects.toThrow('notFound')
  })
})
