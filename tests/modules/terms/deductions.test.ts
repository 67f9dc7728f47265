import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import {
  editDeduction,
  grantClaim,
  matchByHand,
  matchOpen,
  recordDeduction,
  unmatch,
} from '@/lib/modules/terms/commands-deductions'
import { accept, completeWriteOff, dispute, recover, writeOff } from '@/lib/modules/terms/commands-settling'
import { deductionsList } from '@/lib/modules/terms/list-deductions'
import { workbench } from '@/lib/modules/terms/queries-deductions'
import { newcomer, owner } from '@/tests/people'
import { aScene, consent, done, noon, refusalOf, startDay } from './scene'

const taken = { takenOn: '2026-11-02', amount: '12,000', reasonCode: '19', documentKind: 'deduction' }
const granted = { reference: 'R-2026-10', reasonCode: '19', grantedOn: '2026-10-31', amount: '10000', source: 'term' }

async function withDeduction(over: object = {}) {
  const scene = await aScene()
  const { accountId, keeper } = scene
  const { id: deductionId } = await done(recordDeduction, keeper, { accountId, ...taken, ...over })
  const { id: claimId } = await done(grantClaim, keeper, { accountId, ...granted })
  const bench = () => ask(workbench, keeper, { accountId })
  const state = async () => (await bench()).deductions.find(({ id }) => id === deductionId)?.state
  return { ...scene, deductionId, claimId, bench, state }
}

describe('a deduction', () => {
  it('is recorded with its document, and refused when the document says something else', async () => {
    const { accountId, keeper } = await aScene()
    const record = (over: object) => refusalOf(recordDeduction, keeper, { accountId, ...taken, ...over })
    expect(await record({ documentKind: 'allowance' })).toBe('terms.certificateMissing')
    expect(
      await record({ documentKind: 'allowance', documentNumber: 'AL-1', originalInvoice: 'AB-12345678' }),
    ).toBeNull()
    expect(await record({ netAmount: '11000', taxAmount: '571' })).toBe('terms.taxSum')
    expect(await record({ netAmount: '11429', taxAmount: '571' })).toBeNull()
    expect(await record({ periodFrom: '2026-10-31', periodTo: '2026-10-01' })).toBe('terms.endsBeforeItBegins')
    expect(await record({ amount: '0' })).toBe('invalid')
    expect(await record({ amount: '-5' })).toBe('invalid')
  })

  it('is previewed and then matched in the same way; what is left is told', async () => {
    const { accountId, keeper, bench, state } = await withDeduction()
    const before = await bench()
    expect(before.preview.matches.map(({ amount, reference, rule }) => [amount, reference, rule])).toEqual([
      ['10000', 'R-2026-10', 'oldest'],
    ])
    expect(before.preview.left.map(({ amount }) => amount)).toEqual(['2000'])
    expect(await done(matchOpen, keeper, { accountId })).toMatchObject({ matched: 1, left: 1 })
    expect(await state()).toBe('partlyMatched')
    expect(await refusalOf(matchOpen, keeper, { accountId })).toBe('terms.nothingToMatch')
  })

  it('keeps its sums equal to its matches, and the database refuses more than was granted', async () => {
    const { accountId, keeper, claimId } = await withDeduction()
    await done(matchOpen, keeper, { accountId })
    const [sums] = await owner()<{ same: boolean }[]>`
      select bool_and(c.matched = (select sum(m.amount) from deduction_matches m where m.claim_id = c.id and m.archived_at is null)) as same
      from deduction_claims c where c.id = ${claimId}`
    expect(sums?.same).toBe(true)
    await expect(owner()`update deduction_claims set matched = amount + 1 where id = ${claimId}`).rejects.toThrow(
      /deduction_claims_left/,
    )
  })

  it('is matched by hand for no more than is left of both, and the match can be taken back', async () => {
    const { keeper, deductionId, claimId, bench, state } = await withDeduction({ reasonCode: '43' })
    const byHand = (amount: string) => refusalOf(matchByHand, keeper, { deductionId, claimId, amount })
    expect(await byHand('10001')).toBe('terms.tooMuch')
    expect(await byHand('4000')).toBeNull()
    expect(await byHand('6001')).toBe('terms.tooMuch')
    const matchId = (await bench()).deductions[0]?.matches[0]?.id
    await done(unmatch, keeper, { matchId })
    expect(await state()).toBe('open')
    expect((await bench()).claims[0]?.left).toBe('10000')
  })

  it('is matched by two at once only once', async () => {
    const { accountId, keeper, claimId } = await withDeduction()
    const both = await Promise.all([
      refusalOf(matchOpen, keeper, { accountId }),
      refusalOf(matchOpen, keeper, { accountId }),
    ])
    expect(both.sort()).toEqual([null, 'terms.nothingToMatch'].sort())
    const [claim] = await owner()<
      { matched: string }[]
    >`select matched::text from deduction_claims where id = ${claimId}`
    expect(Number(claim?.matched)).toBe(10000)
  })

  it('is accepted only when it is matched, disputed with a reason, and settled once', async () => {
    const { keeper, deductionId, state } = await withDeduction()
    expect(await refusalOf(accept, keeper, { deductionId })).toBe('terms.notMatched')
    expect(await refusalOf(dispute, keeper, { deductionId, reason: '' })).toBe('invalid')
    await done(dispute, keeper, { deductionId, reason: '單價與合約不符' })
    expect(await state()).toBe('disputed')
    await done(recover, keeper, { deductionId, note: '已匯回' })
    expect(await state()).toBe('recovered')
    for (const [command, input] of [
      [dispute, { deductionId, reason: '再議' }],
      [recover, { deductionId }],
      [accept, { deductionId }],
      [writeOff, { deductionId, reason: '太小' }],
      [editDeduction, { deductionId, ...taken }],
    ] as const)
      expect(await refusalOf(command as never, keeper, input)).toBe('terms.settled')
  })

  it('matched as a whole is accepted', async () => {
    const { accountId, keeper, deductionId, state } = await withDeduction({ amount: '10000' })
    await done(matchOpen, keeper, { accountId })
    await done(accept, keeper, { deductionId })
    expect(await state()).toBe('accepted')
  })

  it('is written off at once within the limit, above it when the lead consents', async () => {
    const small = await withDeduction({ amount: '9000' })
    expect(await done(writeOff, small.keeper, { deductionId: small.deductionId, reason: '金額太小' })).toMatchObject({
      state: 'approved',
    })
    expect(await small.state()).toBe('writtenOff')
    const large = await withDeduction()
    expect(await done(writeOff, large.keeper, { deductionId: large.deductionId, reason: '追回無望' })).toMatchObject({
      state: 'pending',
    })
    expect(await large.state()).toBe('open')
    expect(await refusalOf(completeWriteOff, large.keeper, { deductionId: large.deductionId })).toBe(
      'terms.writeOffWaits',
    )
    await consent(large.deductionId, [large.lead, large.manager], noon(startDay))
    await done(completeWriteOff, large.keeper, { deductionId: large.deductionId })
    expect(await large.state()).toBe('writtenOff')
  })

  it('keeps its amount while something is matched', async () => {
    const { accountId, keeper, deductionId } = await withDeduction()
    await done(matchOpen, keeper, { accountId })
    expect(await refusalOf(editDeduction, keeper, { deductionId, ...taken, amount: '15000' })).toBe(
      'terms.matchedAlready',
    )
    expect(await refusalOf(editDeduction, keeper, { deductionId, ...taken, note: '補註' })).toBeNull()
  })

  it('has one claim of each reference', async () => {
    const { accountId, keeper } = await withDeduction()
    expect(await refusalOf(grantClaim, keeper, { accountId, ...granted })).toBe('terms.referenceTaken')
  })
})

describe('deductions are handled', () => {
  it('by those who serve the account and by finance, by nobody else', async () => {
    const { finance, colleague, accountId, deductionId } = await withDeduction()
    expect(await refusalOf(dispute, colleague, { deductionId, reason: '不符' })).toBe('notAllowed')
    expect(await refusalOf(recordDeduction, colleague, { accountId, ...taken })).toBe('notAllowed')
    expect(await refusalOf(dispute, finance, { deductionId, reason: '不符' })).toBeNull()
  })

  it('in their own workspace only', async () => {
    const { accountId, deductionId, claimId } = await withDeduction()
    const stranger = await newcomer('manager')
    for (const [command, input] of [
      [recordDeduction, { accountId, ...taken }],
      [grantClaim, { accountId, ...granted }],
      [matchOpen, { accountId }],
      [matchByHand, { deductionId, claimId, amount: '1' }],
      [editDeduction, { deductionId, ...taken }],
      [dispute, { deductionId, reason: '不符' }],
      [accept, { deductionId }],
      [recover, { deductionId }],
      [writeOff, { deductionId, reason: '太小' }],
      [completeWriteOff, { deductionId }],
    ] as const)
      expect(await refusalOf(command as never, stranger, input)).toBe('notFound')
  })

  it('and listed with their state, for those who see the account', async () => {
    const { keeper, colleague, deductionId, accountId } = await withDeduction()
    await done(dispute, keeper, { deductionId, reason: '不符' })
    expect((await ask(deductionsList, colleague, { state: 'disputed' })).rows.map(({ id }) => id)).toEqual([
      deductionId,
    ])
    expect((await ask(deductionsList, colleague, { state: 'open' })).rows).toEqual([])
    await owner()`update accounts set restricted = true where id = ${accountId}`
    expect((await ask(deductionsList, colleague, {})).rows).toEqual([])
  })
})
