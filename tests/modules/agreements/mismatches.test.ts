import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { submit } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { mismatches } from '@/lib/modules/agreements/queries-mismatches'
import { mustMatchNegotiated } from '@/lib/modules/agreements/rules-mismatches'
import { open } from '@/lib/modules/negotiations/commands'
import { dropPoint } from '@/lib/modules/negotiations/commands-dropping'
import { discard } from '@/lib/modules/terms/commands'
import { owner } from '@/tests/people'
import { aDraft, done, refusalOf } from '../terms/scene'
import { agreedPoint } from '../threads/scene'
import { annual, aScene, drafted, look } from './scene'

/** An agreement that writes down talks in which sixty days were agreed. */
async function afterTalks() {
  const scene = await aScene()
  const { keeper, accountId } = scene
  const about = { accountId, direction: 'sell', kind: 'annualTerms', title: '年度條件', purpose: '換端架' }
  const { negotiationId } = await done(open, keeper, about, drafted)
  const pay = { key: 'pay', name: '付款天數', unit: '天', termCode: 'paymentDays', agreed: '60' }
  const issueId = await agreedPoint({ ...scene, negotiationId }, pay)
  const { agreementId } = await done(draft, keeper, { accountId, negotiationId, ...annual }, drafted)
  return { ...scene, negotiationId, issueId, agreementVersionId: (await look(keeper, agreementId)).latest.id }
}

const payment = { heading: '付款', body: '月結 45 天', aspect: 'credit', issueKey: 'pay' }

describe('a paper that writes down talks', () => {
  it('is red where a clause says another value than was agreed, with both values, and may not be submitted', async () => {
    const { keeper, agreementVersionId } = await afterTalks()
    await done(addClause, keeper, { agreementVersionId, ...payment, value: '45 天' })
    const { found } = await ask(mismatches, keeper, { agreementVersionId })
    expect(found).toMatchObject([{ kind: 'different', name: '付款天數', clause: '45 天', negotiated: '60 天' }])
    expect(() => mustMatchNegotiated(found)).toThrow(/agreements.differsFromNegotiated/)
  })

  it('is not red where it says the same in full-width digits', async () => {
    const { keeper, agreementVersionId } = await afterTalks()
    const sixty = { body: '月結 60 天', value: '６０天' }
    await done(addClause, keeper, { agreementVersionId, ...payment, ...sixty })
    expect(await ask(mismatches, keeper, { agreementVersionId })).toMatchObject({ found: [] })
  })

  it('may not be submitted while nothing takes up an agreed point, which the refusal names', async () => {
    const { keeper, agreementVersionId } = await afterTalks()
    const { found } = await ask(mismatches, keeper, { agreementVersionId })
    expect(found).toMatchObject([{ kind: 'notWritten', negotiated: '60 天' }])
    const about = { agreementVersionId, contentHash: '0'.repeat(64), reason: '年度換約' }
    const result = await perform(submit, keeper, about, { now: drafted })
    expect(result.ok ? '' : result.refusal.sentence('zh-TW')).toContain('付款天數談定「60 天」，但沒有條款載明')
  })

  it('need not take up a point that was dropped with a reason', async () => {
    const { keeper, issueId, agreementVersionId } = await afterTalks()
    expect(await refusalOf(dropPoint, keeper, { issueId, because: '' })).toBe('invalid')
    await done(dropPoint, keeper, { issueId, because: '改由月結處理' })
    expect(await ask(mismatches, keeper, { agreementVersionId })).toMatchObject({ found: [] })
  })

  it('need not take up a point that stands in the terms, which cannot be dropped either', async () => {
    const { keeper, issueId, negotiationId, agreementVersionId, ...scene } = await afterTalks()
    const versionId = await aDraft({ ...scene, keeper }, {}, { validFrom: '2026-01-01', now: drafted })
    await owner()`update negotiations set documented_version_id = ${versionId} where id = ${negotiationId}`
    expect(await ask(mismatches, keeper, { agreementVersionId })).toMatchObject({ found: [] })
    expect(await refusalOf(dropPoint, keeper, { issueId, because: '算了' })).toBe('negotiations.pointIsTerm')
    await done(discard, keeper, { versionId })
    expect((await ask(mismatches, keeper, { agreementVersionId })).found).toHaveLength(1)
  })

  it('need not take up a point that another agreement from the same talks takes up', async () => {
    const { keeper, accountId, negotiationId, agreementVersionId } = await afterTalks()
    await done(addClause, keeper, { agreementVersionId, ...payment, body: '月結 60 天', value: '60 天' })
    const other = { ...annual, title: '付款備忘錄', scopeName: '付款' }
    const { agreementId } = await done(draft, keeper, { accountId, negotiationId, ...other }, drafted)
    const { latest } = await look(keeper, agreementId)
    expect(await ask(mismatches, keeper, { agreementVersionId: latest.id })).toMatchObject({ found: [] })
  })

  it('lets nobody drop what was not agreed, of an account they do not edit, or of another workspace', async () => {
    const { keeper, colleague, issueId } = await afterTalks()
    const { keeper: foreign } = await aScene()
    const said = { issueId, because: '改由月結處理' }
    expect(await refusalOf(dropPoint, colleague, said)).toBe('notAllowed')
    expect(await refusalOf(dropPoint, foreign, said)).toBe('notFound')
    await owner()`update negotiation_issues set agreed_value = null where id = ${issueId}`
    expect(await refusalOf(dropPoint, keeper, said)).toBe('negotiations.pointNotAgreed')
  })

  it('cannot write down talks with another account', async () => {
    const { keeper, negotiationId } = await afterTalks()
    const other = await aScene()
    expect(await refusalOf(draft, other.keeper, { accountId: other.accountId, negotiationId, ...annual })).toBe(
      'notFound',
    )
    expect(await refusalOf(draft, keeper, { accountId: other.accountId, negotiationId, ...annual })).toBe('notFound')
  })
})
