import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { decide, withdraw } from '@/lib/modules/approvals/commands-decisions'
import { agree, cancel, edit, plan } from '@/lib/modules/promotions/commands'
import { changeFund, openFund } from '@/lib/modules/promotions/commands-funds'
import { funds } from '@/lib/modules/promotions/queries'
import { record } from '@/lib/modules/promotions/queries-record'
import { owner } from '@/tests/people'
import { codeOf, done, refused } from '../accounts/scene'
import { aPlanner } from './scene'

/** A fund of 100,000 of which 60,000 are taken, and what a second promotion wants out of it. */
async function aTightFund() {
  const scene = await aPlanner()
  const { lead, accountId, planned, wish } = scene
  const { id: fundId } = await done(openFund, lead, { accountId, name: '年度基金', amount: '100000' })
  await planned({ fundId, budgetFund: '60000' })
  const next = { ...wish, title: '第二檔', storeFrom: '2027-01-01', storeTo: '2027-01-10', fundId, budgetFund: '50000' }
  return { ...scene, fundId, next, meant: { ...next, despiteFund: true, fundReason: '週年慶加碼' } }
}

const runOf = async (subjectId: string) => {
  const [row] = await owner()`
    select id, state, content_hash, account_id from approval_runs where subject_id = ${subjectId} order by id desc limit 1`
  return row
}
const decided = async (actor: Actor, subjectId: string, decision = 'approve') => {
  const run = await runOf(subjectId)
  await done(decide, actor, { runId: run?.id, contentHash: run?.content_hash, decision, comment: '同意' })
}
const left = async (actor: Actor) => (await ask(funds, actor, {}))[0]?.left

describe('what takes more than its fund holds', () => {
  it('is refused unless it is meant, with a reason', async () => {
    const { mine, next } = await aTightFund()
    const refusal = await refused(plan, mine, next)
    expect([refusal.code, Object.keys(refusal.fields)]).toEqual([
      'promotions.fundTooSmall',
      ['budgetFund', 'despiteFund'],
    ])
    const silent = await refused(plan, mine, { ...next, despiteFund: true, fundReason: ' ' })
    expect([silent.code, Object.keys(silent.fields)]).toEqual(['promotions.fundReasonMissing', ['fundReason']])
  })

  it('goes to those whom the policies name, counts when they consent, and only then is agreed with the client', async () => {
    const { mine, lead, manager, meant } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, meant)
    expect(await runOf(promotionId)).toMatchObject({ state: 'pending', account_id: expect.any(String) })
    expect(await left(mine)).toBe('40000')
    expect(await ask(record, mine, { promotionId })).toMatchObject({ overFund: true, consented: false })
    const note = { promotionId, agreedNote: '羅協理同意' }
    expect(await codeOf(agree, mine, note)).toBe('promotions.fundNotConsented')
    await decided(lead, promotionId)
    await decided(manager, promotionId)
    expect(await left(mine)).toBe('-10000')
    expect(await ask(record, mine, { promotionId })).toMatchObject({ consented: true })
    await done(agree, mine, note)
  })

  it('takes nothing when it is rejected, and needs nobody once it fits', async () => {
    const { mine, lead, meant } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, meant)
    await decided(lead, promotionId, 'reject')
    expect(await left(mine)).toBe('40000')
    expect(await codeOf(agree, mine, { promotionId, agreedNote: '同意' })).toBe('promotions.fundNotConsented')
    await done(edit, mine, { promotionId, budgetFund: '40000' })
    expect(await left(mine)).toBe('0')
    await done(agree, mine, { promotionId, agreedNote: '同意' })
  })

  it('asks again when the amount changes, and not when anything else does', async () => {
    const { mine, lead, manager, meant } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, meant)
    await decided(lead, promotionId)
    await decided(manager, promotionId)
    await done(edit, mine, { promotionId, title: '第二檔（加碼）' })
    expect(await ask(record, mine, { promotionId })).toMatchObject({ overFund: true, consented: true })
    expect(await codeOf(edit, mine, { promotionId, budgetFund: '55000' })).toBe('promotions.fundTooSmall')
    await done(edit, mine, { promotionId, budgetFund: '55000', despiteFund: true, fundReason: '再加碼' })
    expect(await ask(record, mine, { promotionId })).toMatchObject({ overFund: true, consented: false })
    expect(await runOf(promotionId)).toMatchObject({ state: 'pending' })
  })

  it('is asked for again, with a reason, after it was withdrawn', async () => {
    const { mine, meant } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, meant)
    await done(withdraw, mine, { runId: (await runOf(promotionId))?.id })
    expect(await codeOf(edit, mine, { promotionId, title: '第二檔' })).toBe('promotions.fundTooSmall')
    const again = { promotionId, despiteFund: true }
    expect(await codeOf(edit, mine, again)).toBe('promotions.fundReasonMissing')
    await done(edit, mine, { ...again, fundReason: '仍需加碼' })
    expect(await runOf(promotionId)).toMatchObject({ state: 'pending' })
  })

  it('is not asked for any more when the promotion is cancelled', async () => {
    const { mine, meant } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, meant)
    await done(cancel, mine, { promotionId, because: '改期' })
    expect(await runOf(promotionId)).toMatchObject({ state: 'withdrawn' })
  })

  it('is not slipped in after the client agreed', async () => {
    const { mine, next } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, { ...next, budgetFund: '10000' })
    await done(agree, mine, { promotionId, agreedNote: '同意' })
    const more = { promotionId, budgetFund: '90000', despiteFund: true, fundReason: '加碼' }
    expect(await codeOf(edit, mine, more)).toBe('promotions.agreedBeyondFund')
  })

  it('lets the fund be raised towards it, and never lowered below what is taken', async () => {
    const { mine, lead, manager, fundId, meant } = await aTightFund()
    const { id: promotionId } = await done(plan, mine, meant)
    await decided(lead, promotionId)
    await decided(manager, promotionId)
    await done(changeFund, lead, { fundId, amount: '105000' })
    expect(await left(mine)).toBe('-5000')
    expect(await codeOf(changeFund, lead, { fundId, amount: '104000' })).toBe('promotions.fundIsTaken')
  })
})
