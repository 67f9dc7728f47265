import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { setFacts } from '@/lib/modules/agreements/commands'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { dropTerms, takeTerms } from '@/lib/modules/agreements/commands-annex'
import { annex } from '@/lib/modules/agreements/queries-annex'
import { approval } from '@/lib/modules/agreements/queries-approval'
import { compare } from '@/lib/modules/agreements/queries-compare'
import { history } from '@/lib/modules/agreements/queries-history'
import { paper } from '@/lib/modules/agreements/queries-paper'
import { verifyAgreements } from '@/lib/modules/agreements/queries-verify'
import { newcomer, owner } from '@/tests/people'
import { aStandard, done, net, noon, refusalOf } from '../terms/scene'
import { annualFacts, approvedAgreement, aScene, drafted, executedAgreement, look } from './scene'

/** The draft of the scene where a standard holds from its first day. */
async function withTerms() {
  const scene = await aScene()
  await aStandard(scene, { paymentDays: net(60), annualRebate: { number: '2' } })
  await done(setFacts, scene.keeper, { agreementVersionId: scene.agreementVersionId, ...annualFacts }, drafted)
  return scene
}
type Scene = Awaited<ReturnType<typeof aScene>>
const annexOf = async ({ keeper, agreementVersionId }: Scene) => ask(annex, keeper, { agreementVersionId }, drafted)
const paperOf = async ({ keeper, agreementVersionId }: Scene) =>
  JSON.stringify((await ask(paper, keeper, { agreementVersionId }, drafted)).paper.blocks)

describe('the annex of trade terms', () => {
  it('says the terms that hold on the first day, before the KPIs, in the language of the paper', async () => {
    const scene = await withTerms()
    const { keeper, agreementVersionId, agreementId } = scene
    expect(await annexOf(scene)).toMatchObject({ known: true, terms: [], differs: false })
    await done(takeTerms, keeper, { agreementVersionId }, drafted)
    const { terms } = (await annexOf(scene)) ?? {}
    expect(terms?.map(({ code }) => code)).toEqual(['paymentDays', 'annualRebate'])
    expect(terms?.[0]).toMatchObject({ name: '月結天數', said: expect.stringContaining('60') })
    expect(await paperOf(scene)).toContain('附件一：交易條件')
    await owner()`update agreements set language = 'en' where id = ${agreementId}`
    const english = await paperOf(scene)
    for (const said of ['Annex 1: Trade terms', 'Payment days']) expect(english).toContain(said)
    expect(english).not.toMatch(/[\u4e00-\u9fff]{2}天/)
  })

  it('is part of what is signed: the hash changes with it, and what is changed in it later is found', async () => {
    const scene = await withTerms()
    const { keeper, agreementId, agreementVersionId, workspace } = scene
    const hash = async () => (await look(keeper, agreementId)).latest.contentHash
    const before = await hash()
    await done(takeTerms, keeper, { agreementVersionId }, drafted)
    expect(await hash()).not.toBe(before)
    await done(dropTerms, keeper, { agreementVersionId }, drafted)
    expect(await hash()).toBe(before)
    await done(takeTerms, keeper, { agreementVersionId }, drafted)
    await executedAgreement(scene)
    expect((await verifyAgreements(workspace.id)).broken).toEqual([])
    await owner()`update agreement_versions set terms = '[]' where id = ${agreementVersionId}`
    expect((await verifyAgreements(workspace.id)).broken.map(({ part }) => part)).toEqual(['content'])
  })

  it('touches the aspects of its terms, and its history says what it held', async () => {
    const scene = await withTerms()
    const { keeper, agreementVersionId, agreementId } = scene
    await done(takeTerms, keeper, { agreementVersionId }, drafted)
    expect((await ask(approval, keeper, { agreementId }, drafted)).touched).toEqual(['price', 'credit', 'legal'])
    const { entries } = await ask(history, keeper, { agreementId, before: null }, drafted)
    expect(JSON.stringify(entries)).toContain('月結天數')
  })

  it('stays as it was taken in when the terms change, and says that they are others by now', async () => {
    const scene = await withTerms()
    const { keeper, agreementVersionId } = scene
    await done(takeTerms, keeper, { agreementVersionId }, drafted)
    const before = (await annexOf(scene))?.terms
    const later = { agreementVersionId, ...annualFacts, startsOn: '2025-06-01' }
    await done(setFacts, keeper, later, drafted)
    expect(await annexOf(scene)).toMatchObject({ terms: before, known: false, differs: true })
    expect(await refusalOf(takeTerms, keeper, { agreementVersionId }, drafted)).toBe('agreements.noTermsKnown')
  })

  it('goes on in an amendment, and where it differs the comparison shows both', async () => {
    const scene = await withTerms()
    const { keeper, agreementId, agreementVersionId } = scene
    await done(takeTerms, keeper, { agreementVersionId }, drafted)
    await executedAgreement(scene)
    const change = { kind: 'amendment', validFrom: '2026-07-01', reason: '不附條件' }
    const june = noon('2026-06-15')
    const amended = await done(amend, keeper, { agreementId, ...change }, june)
    expect((await ask(compare, keeper, { agreementId }, june)).terms).toEqual([])
    await done(dropTerms, keeper, { agreementVersionId: amended.agreementVersionId }, june)
    expect((await ask(compare, keeper, { agreementId }, june)).terms).toMatchObject([
      { name: '月結天數', now: '' },
      { code: 'annualRebate', now: '' },
    ])
  })

  it('is changed by those who draft, while it is a draft on our paper', async () => {
    const scene = await withTerms()
    const { keeper, colleague, agreementVersionId, agreementId } = scene
    for (const command of [takeTerms, dropTerms]) {
      expect(await refusalOf(command, colleague, { agreementVersionId }, drafted)).toBe('notAllowed')
      expect(await refusalOf(command, await newcomer('manager'), { agreementVersionId }, drafted)).toBe('notFound')
    }
    await owner()`update agreements set paper = 'theirs' where id = ${agreementId}`
    expect(await refusalOf(takeTerms, keeper, { agreementVersionId }, drafted)).toBe('agreements.notOurPaper')
    await approvedAgreement(scene)
    expect(await refusalOf(dropTerms, keeper, { agreementVersionId }, drafted)).toBe('agreements.notDraft')
  })
})
