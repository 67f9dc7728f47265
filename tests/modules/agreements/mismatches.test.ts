import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { mismatches } from '@/lib/modules/agreements/queries-mismatches'
import { mustMatchNegotiated } from '@/lib/modules/agreements/rules-mismatches'
import { open } from '@/lib/modules/negotiations/commands'
import { owner } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { annual, aScene, drafted, look } from './scene'

/** An agreement that writes down talks in which sixty days were agreed. */
async function afterTalks() {
  const scene = await aScene()
  const { keeper, accountId, workspace } = scene
  const about = { accountId, direction: 'sell', kind: 'annualTerms', title: '年度條件', purpose: '換端架' }
  const { negotiationId } = await done(open, keeper, about, drafted)
  await owner()`insert into negotiation_issues
    (workspace_id, id, negotiation_id, account_id, key, name, position, kind, unit, term_code, agreed_value)
    values (${workspace.id}, ${uuidv7()}, ${negotiationId}, ${accountId}, 'pay', '付款天數', 1, 'numeric', '天',
      'paymentDays', ${'"60"'}::text::jsonb)`
  const { agreementId } = await done(draft, keeper, { accountId, negotiationId, ...annual }, drafted)
  return { ...scene, negotiationId, agreementVersionId: (await look(keeper, agreementId)).latest.id }
}

const payment = { heading: '付款', body: '月結 45 天', aspect: 'credit', issueKey: 'pay' }

describe('a paper that writes down talks', () => {
  it('is red where a clause says another value than was agreed, with both values, and may not be submitted', async () => {
    const { keeper, agreementVersionId } = await afterTalks()
    await done(addClause, keeper, { agreementVersionId, ...payment, value: '45 天' })
    const { found, hinders } = await ask(mismatches, keeper, { agreementVersionId })
    expect(found).toMatchObject([{ kind: 'different', name: '付款天數', clause: '45 天', negotiated: '60 天' }])
    expect(hinders).toBe(1)
    expect(() => mustMatchNegotiated(found)).toThrow(/agreements.differsFromNegotiated/)
  })

  it('is not red where it says the same in full-width digits', async () => {
    const { keeper, agreementVersionId } = await afterTalks()
    const sixty = { body: '月結 60 天', value: '６０天' }
    await done(addClause, keeper, { agreementVersionId, ...payment, ...sixty })
    expect(await ask(mismatches, keeper, { agreementVersionId })).toMatchObject({ found: [], hinders: 0 })
  })

  it('names an agreed point that no clause takes up, and may be submitted all the same', async () => {
    const { keeper, agreementVersionId } = await afterTalks()
    const { found, hinders } = await ask(mismatches, keeper, { agreementVersionId })
    expect(found).toMatchObject([{ kind: 'notWritten', negotiated: '60 天' }])
    expect(hinders).toBe(0)
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
