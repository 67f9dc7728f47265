import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { fileConfirmation, issueOutline } from '@/lib/modules/terms/commands-outline'
import { setTerm } from '@/lib/modules/terms/commands-terms'
import { findOutline } from '@/lib/modules/terms/queries-outline'
import { owner } from '@/tests/people'
import {
  aDraft,
  approved,
  aScene,
  aStandard,
  done,
  grounds,
  look,
  net,
  noon,
  refusalOf,
  type Scene,
  startDay,
} from './scene'

const now = noon(startDay)

async function withApproved() {
  const scene = await aScene()
  await aStandard(scene, { paymentDays: net(60) })
  const versionId = await aDraft(scene, { paymentDays: net(75) })
  return { ...scene, versionId: await approved(scene, versionId) }
}

const answer = { language: 'zh-TW', method: 'line', answeredOn: startDay, note: '群組回覆' }
const filed = (versionId: string, over: object = {}) => ({ versionId, ...answer, method: 'meeting', ...over })
const answeredHash = async (versionId: string) => {
  const [row] = await owner()<{ content_hash: string }[]>`
    select content_hash from client_answers where subject_id = ${versionId} order by id desc limit 1`
  return row?.content_hash
}
const outlinesOf = (versionId: string) =>
  owner()<{ id: string; language: string; paper_hash: string }[]>`
    select id, language, paper_hash from term_outlines where version_id = ${versionId} order by id`
const hashOf = async ({ keeper }: Scene, versionId: string, language: 'zh-TW' | 'en', day: string) =>
  inTransaction(keeper, 'read only', async (tx) => {
    const { paperHash } = await findOutline({ tx, actor: keeper, now }, versionId, language, day)
    return paperHash
  })

describe('an answer that is filed', () => {
  it('is bound to the outline that was sent, in its language, and sends no other', async () => {
    const scene = await withApproved()
    const { keeper, versionId } = scene
    await done(issueOutline, keeper, { versionId, language: 'en' }, now)
    const [sent] = await outlinesOf(versionId)
    expect((await look(keeper, versionId)).outlines).toEqual([
      { id: sent?.id, language: 'en', on: dayOf(new Date(), keeper.timeZone) },
    ])
    const later = noon('2026-11-24')
    expect(await done(fileConfirmation, keeper, filed(versionId, { outlineId: sent?.id }), later)).toMatchObject({
      recorded: true,
    })
    expect(await answeredHash(versionId)).toBe(sent?.paper_hash)
    expect(await outlinesOf(versionId)).toHaveLength(1)
  })

  it('is bound to the outline that was printed in a language on a day', async () => {
    const scene = await withApproved()
    const { keeper, versionId } = scene
    const printed = filed(versionId, { language: 'en', printedOn: '2026-11-20' })
    expect(await done(fileConfirmation, keeper, printed, now)).toMatchObject({ recorded: true })
    expect(await answeredHash(versionId)).toBe(await hashOf(scene, versionId, 'en', '2026-11-20'))
    expect(await answeredHash(versionId)).not.toBe(await hashOf(scene, versionId, 'en', startDay))
  })

  it('is refused for an outline of an earlier content, of another version, or of a day to come', async () => {
    const scene = await withApproved()
    const { keeper, versionId } = scene
    await done(issueOutline, keeper, { versionId, language: 'zh-TW' }, now)
    const [sent] = await outlinesOf(versionId)
    await done(setTerm, keeper, { versionId, code: 'annualRebate', value: { number: '2' }, ...grounds }, now)
    await approved(scene, versionId)
    const refused = (over: object) => refusalOf(fileConfirmation, keeper, filed(versionId, over), now)
    expect(await refused({ outlineId: sent?.id })).toBe('terms.outlineOld')
    expect((await look(keeper, versionId)).outlines).toEqual([])
    const other = await withApproved()
    await done(issueOutline, other.keeper, { versionId: other.versionId, language: 'zh-TW' }, now)
    expect(await refused({ outlineId: (await outlinesOf(other.versionId))[0]?.id })).toBe('notFound')
    expect(await refused({ printedOn: '2026-11-23' })).toBe('terms.printedAhead')
  })
})
