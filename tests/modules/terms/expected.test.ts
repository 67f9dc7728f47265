import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { open as openAccount } from '@/lib/modules/accounts/commands-open'
import { agree, plan } from '@/lib/modules/promotions/commands'
import { recordDeduction } from '@/lib/modules/terms/commands-deductions'
import { drawClaims } from '@/lib/modules/terms/commands-expected'
import { workbench } from '@/lib/modules/terms/queries-deductions'
import { expectedClaims } from '@/lib/modules/terms/queries-expected'
import { newcomer, owner } from '@/tests/people'
import { aProduct } from '../products/scene'
import { aSale } from '../sales/scene'
import { aDraft, approved, aScene, aStandard, confirmed, done, net, noon, refusalOf } from './scene'

const now = noon('2026-11-22')
const asked = { from: '2026-07-01', to: '2026-11-22' }

/** A client with 1.5 % a quarter in force since June, and sales of two quarters. */
async function aClient() {
  const scene = await aScene()
  const { lead, keeper, accountId } = scene
  await aStandard(scene, { paymentDays: net(60) })
  const start = noon('2026-05-20')
  const rebate = { quarterlyRebate: { number: '1.5' } }
  const versionId = await aDraft(scene, rebate, { validFrom: '2026-06-01', now: start })
  await confirmed(scene, await approved(scene, versionId, start), start)
  const productId = await aProduct(lead)
  for (const [day, quantity] of [
    ['2026-05-31', '7000'],
    ['2026-07-01', '20000'],
    ['2026-09-30', '10000'],
    ['2026-10-01', '5000'],
  ] as const)
    await aSale(lead, accountId, day, [{ productId, quantity, unitPrice: '100' }])
  const preview = (over: object = {}) => ask(expectedClaims, keeper, { accountId, ...asked, ...over }, now)
  const draw = (actor = keeper) => refusalOf(drawClaims, actor, { accountId, ...asked }, now)
  return { ...scene, versionId, productId, preview, draw }
}
type Client = Awaited<ReturnType<typeof aClient>>

async function aPromotion({ keeper, accountId, productId }: Client, over: object = {}) {
  const store = { storeFrom: '2026-10-05', storeTo: '2026-11-01', budgetOurs: '40000' }
  const wish = { title: '週年慶 DM', form: 'catalogue', accountIds: [accountId], productIds: [productId], ...store }
  const { id } = await done(plan, keeper, { ...wish, ...over }, noon('2026-09-01'))
  await done(agree, keeper, { promotionId: id, agreedNote: '採購來信同意' }, noon('2026-09-02'))
  return id
}

describe('claims from terms and promotions', () => {
  it('are previewed with what they are reckoned by, and made exactly as previewed', async () => {
    const client = await aClient()
    const promotionId = await aPromotion(client)
    const { expected, open } = await client.preview()
    expect(expected).toMatchObject([
      {
        source: 'term',
        code: 'quarterlyRebate',
        versionId: client.versionId,
        period: { from: '2026-07-01', to: '2026-09-30' },
        amount: '45000',
        ofSales: '3000000',
        reference: '季獎勵 2026 Q3',
      },
      { source: 'promotion', promotionId, amount: '40000', reference: '週年慶 DM' },
    ])
    expect(open).toBe(2)
    expect(await client.draw()).toBeNull()
    const { claims } = await ask(workbench, client.keeper, { accountId: client.accountId }, now)
    const made = claims.map(({ reference, amount, reasonCode, grantedOn }) => [
      reference,
      Number(amount),
      reasonCode,
      grantedOn,
    ])
    expect(made).toEqual([
      ['週年慶 DM', 40000, '21', '2026-11-01'],
      ['季獎勵 2026 Q3', 45000, '38', '2026-09-30'],
    ])
  })

  it('are there for the first quarter of terms that were confirmed late, in April with effect from January', async () => {
    const scene = await aScene()
    const { lead, keeper, accountId } = scene
    await aStandard(scene, { paymentDays: net(60) })
    const april = noon('2026-04-20')
    const rebate = { quarterlyRebate: { number: '1.5' } }
    const versionId = await aDraft(scene, rebate, { validFrom: '2026-01-01', now: noon('2025-12-20') })
    await confirmed(scene, await approved(scene, versionId, april), april)
    const productId = await aProduct(lead)
    for (const day of ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'])
      await aSale(lead, accountId, day, [{ productId, quantity: '1000', unitPrice: '100' }])
    const quarter = { accountId, from: '2026-01-01', to: '2026-04-20' }
    const { expected } = await ask(expectedClaims, keeper, quarter, april)
    expect(expected.map(({ reference, ofSales, amount }) => [reference, ofSales, amount])).toEqual([
      ['季獎勵 2026 Q1', '200000', '3000'],
    ])
  })

  it('are never made twice: not by asking again, not for another time, not by two at once', async () => {
    const client = await aClient()
    const both = await Promise.all([client.draw(), client.draw()])
    expect(both.toSorted()).toEqual([null, 'terms.nothingExpected'].toSorted())
    expect((await client.preview({ from: '2026-09-01' })).expected).toMatchObject([{ claimed: '季獎勵 2026 Q3' }])
    const wider = { accountId: client.accountId, from: '2026-09-30', to: '2026-11-22' }
    expect(await refusalOf(drawClaims, client.keeper, wider, now)).toBe('terms.nothingExpected')
    const [{ count } = { count: 0 }] = await owner()<{ count: number }[]>`
      select count(*)::int as count from deduction_claims where account_id = ${client.accountId}`
    expect(count).toBe(1)
  })

  it('are what deductions are matched with', async () => {
    const client = await aClient()
    await client.draw()
    const taken = { takenOn: '2026-10-20', amount: '45000', reasonCode: '38', documentKind: 'deduction' }
    await done(recordDeduction, client.keeper, { accountId: client.accountId, ...taken }, now)
    const { preview } = await ask(workbench, client.keeper, { accountId: client.accountId }, now)
    expect(preview.matches).toMatchObject([{ amount: '45000', reference: '季獎勵 2026 Q3', rule: 'equal' }])
  })

  it('leave to a hand what cannot be reckoned, and leave out promotions that were not agreed or not over', async () => {
    const client = await aClient()
    const other = await done(openAccount, client.keeper, { name: '麥語烘焙', kind: 'customer' }, now)
    await aPromotion(client, { accountIds: [client.accountId, other.id], title: '聯合檔期' })
    await aPromotion(client, { title: '跨年', storeFrom: '2026-11-10', storeTo: '2026-12-31' })
    const { expected } = await client.preview({ from: '2026-10-01', to: '2026-12-31' })
    expect(expected).toMatchObject([{ name: '聯合檔期', amount: null, unknown: 'severalClients' }])
    const later = { accountId: client.accountId, from: '2026-10-01', to: '2026-12-31' }
    expect(await refusalOf(drawClaims, client.keeper, later, now)).toBe('terms.nothingExpected')
  })

  it('are asked for a time that makes sense, by those who handle the account’s deductions', async () => {
    const client = await aClient()
    const { accountId, colleague, keeper, finance } = client
    const wanted = (over: object) => refusalOf(drawClaims, keeper, { accountId, ...asked, ...over }, now)
    expect(await wanted({ to: '2026-06-30' })).toBe('terms.endsBeforeItBegins')
    expect(await wanted({ from: '2023-01-01' })).toBe('terms.periodTooLong')
    expect(await wanted({ from: '十月' })).toBe('invalid')
    expect((await client.preview({ to: '2026-06-30' })).fault).toBe('endsBeforeItBegins')
    expect(await client.draw(colleague)).toBe('notAllowed')
    expect(await client.draw(await newcomer('manager'))).toBe('notFound')
    expect(await client.draw(finance)).toBeNull()
  })
})
