import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { setFacts } from '@/lib/modules/agreements/commands'
import { recordProvisional } from '@/lib/modules/agreements/commands-provisional'
import { history } from '@/lib/modules/agreements/queries-history'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { verifyAgreements } from '@/lib/modules/agreements/queries-verify'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { annualFacts, aScan, aScene, executedAgreement } from './scene'

const april = noon('2026-04-20')
const terms = '付款與回饋沿用 2025 年度條件'

/** The annual contract that holds from 1 January and was signed on 20 April. */
async function aLateOne() {
  const scene = await aScene()
  await done(setFacts, scene.keeper, { agreementVersionId: scene.agreementVersionId, ...annualFacts })
  return executedAgreement(scene, { now: april, on: '2026-04-20' })
}
type Scene = Awaited<ReturnType<typeof aScene>>
const seen = ({ keeper, agreementId }: Scene, now = april) => ask(signing, keeper, { agreementId }, now)

describe('provisional terms of a late signing', () => {
  it('are kept with their evidence, a file or a note, beside the days that it was late', async () => {
    const scene = await aLateOne()
    const { keeper, agreementVersionId, workspace } = scene
    expect(await seen(scene)).toMatchObject({ daysLate: 109, provisional: null })
    const fileId = await aScan(keeper, '一月來信.pdf')
    await done(recordProvisional, keeper, { agreementVersionId, provisionalTerms: terms, fileId }, april)
    expect((await seen(scene)).provisional).toEqual({ terms, note: null, file: { id: fileId, name: '一月來信.pdf' } })
    const note = { provisionalNote: '1 月 12 日會議紀錄', fileId }
    await done(recordProvisional, keeper, { agreementVersionId, provisionalTerms: terms, ...note }, april)
    expect((await seen(scene)).provisional).toMatchObject({ note: '1 月 12 日會議紀錄', file: { id: fileId } })
    expect((await verifyAgreements(workspace.id)).broken).toEqual([])
  })

  it('are in the history with their evidence, and are taken away by leaving all of it blank', async () => {
    const scene = await aLateOne()
    const { keeper, agreementVersionId, agreementId } = scene
    const fileId = await aScan(keeper, '一月來信.pdf')
    await done(recordProvisional, keeper, { agreementVersionId, provisionalTerms: terms, fileId }, april)
    await done(recordProvisional, keeper, { agreementVersionId }, april)
    expect((await seen(scene)).provisional).toBeNull()
    const { entries } = await ask(history, keeper, { agreementId, before: null }, april)
    for (const said of [terms, '一月來信.pdf']) expect(JSON.stringify(entries)).toContain(said)
  })

  it('may be recorded while it is not signed yet, once its first day is over', async () => {
    const scene = await aScene()
    const { keeper, agreementVersionId } = scene
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts })
    const input = { agreementVersionId, provisionalTerms: terms, provisionalNote: '口頭約定' }
    for (const early of ['2025-12-31', '2026-01-01'])
      expect(await refusalOf(recordProvisional, keeper, input, noon(early))).toBe('agreements.notLate')
    expect(await refusalOf(recordProvisional, keeper, input, noon('2026-01-02'))).toBeNull()
  })

  it('want their evidence, and evidence wants its terms; a file of somebody else is none', async () => {
    const { keeper, colleague, agreementVersionId } = await aLateOne()
    const refused = (input: object) => refusalOf(recordProvisional, keeper, { agreementVersionId, ...input }, april)
    expect(await refused({ provisionalTerms: terms })).toBe('agreements.evidenceMissing')
    expect(await refused({ provisionalTerms: terms, provisionalNote: '　 ' })).toBe('agreements.evidenceMissing')
    expect(await refused({ provisionalNote: '來信' })).toBe('agreements.provisionalMissing')
    const fileId = await aScan(colleague)
    expect(await refused({ provisionalTerms: terms, fileId })).toBe('agreements.fileUnknown')
  })

  it('are for those who draft with the account, and for agreements that were late', async () => {
    const scene = await aLateOne()
    const { colleague, agreementVersionId } = scene
    const input = { agreementVersionId, provisionalTerms: terms, provisionalNote: '來信' }
    expect(await refusalOf(recordProvisional, colleague, input, april)).toBe('notAllowed')
    expect(await refusalOf(recordProvisional, await newcomer('manager'), input, april)).toBe('notFound')
    const inTime = await executedAgreement(await aScene())
    const other = { ...input, agreementVersionId: inTime.agreementVersionId }
    await owner()`update agreement_versions set starts_on = '2026-01-01' where id = ${other.agreementVersionId}`
    expect(await refusalOf(recordProvisional, inTime.keeper, other, april)).toBe('agreements.notLate')
  })
})
