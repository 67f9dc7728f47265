import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/accounts/commands-open'
import { guidance } from '@/lib/modules/pricing/queries-guidance'
import { setCost } from '@/lib/modules/products/commands-costs'
import { done } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { aSale } from '../sales/scene'
import { aCompany, aPolicy, now } from './scene'

type Company = Awaited<ReturnType<typeof aCompany>>
const asked = ({ accountId, productId }: Company, actor: Actor, quantity = '10') =>
  ask(guidance, actor, { accountId, productId, quantity }, now)

/** Nine deals of another client of the segment, of another product of the category, sold at these prices and bought at 60. */
async function aCompanyWithDeals(prices = [64, 66, 68, 70, 72, 75, 80, 85, 90]) {
  const company = await aCompany()
  const { boss, lead } = company
  const other = { name: '松山量販', kind: 'customer', tier: 'B', segment: '量販' }
  const { id: otherId } = await done(open, lead, other)
  const sibling = await aProduct(boss, { name: '白醋', category: '調味料' })
  await done(setCost, boss, { productId: sibling, validFrom: '2026-01-01', cost: '60', currency: 'TWD' })
  for (const price of prices)
    await aSale(boss, otherId, '2026-03-02', [{ productId: sibling, quantity: '10', unitPrice: String(price) }])
  return { ...company, otherId, sibling }
}

describe('guidance from comparable deals', () => {
  it('is the margin that they earned, as a price of this product, with those deals', async () => {
    const company = await aCompanyWithDeals()
    const found = await asked(company, company.boss)
    expect(found).toMatchObject({ count: 9, unit: '瓶', currency: 'TWD' })
    expect(found.deals).toHaveLength(9)
    expect(found.deals.map(({ account, product }) => [account, product])).toContainEqual(['松山量販', '白醋'])
    const { floor, target, stretch } = found.margins ?? { floor: '', target: '', stretch: '' }
    expect(Number(target)).toBeCloseTo((72 - 60) / 0.72, 6)
    expect(Number(found.prices?.target)).toBeCloseTo(72, 3)
    expect([Number(floor) < Number(target), Number(target) < Number(stretch)]).toEqual([true, true])
  })

  it('counts only the segment, category, band of volume and year, and needs eight', async () => {
    const company = await aCompanyWithDeals([64, 66, 68, 70, 72, 75, 80])
    const { boss, lead, otherId, sibling, productId } = company
    const elsewhere = await done(open, lead, { name: '冷凍廠', kind: 'customer', tier: 'B', segment: '冷凍' })
    const foreign = await aProduct(boss, { name: '紙箱', category: '包材' })
    await aSale(boss, elsewhere.id, '2026-03-02', [{ productId: sibling, quantity: '10', unitPrice: '50' }])
    await aSale(boss, otherId, '2026-03-02', [{ productId: foreign, quantity: '10', unitPrice: '50' }])
    await aSale(boss, otherId, '2026-03-02', [{ productId: sibling, quantity: '21', unitPrice: '50' }])
    await aSale(boss, otherId, '2025-05-03', [{ productId: sibling, quantity: '10', unitPrice: '50' }])
    expect(await asked(company, boss)).toMatchObject({ count: 7, prices: null, margins: null })
    await aSale(boss, otherId, '2026-03-02', [{ productId, quantity: '20', unitPrice: '90' }])
    expect((await asked(company, boss)).count).toBe(8)
    expect((await asked(company, boss)).prices).not.toBeNull()
  })

  it('tells a seller nothing, and where the policy shares it target and stretch only: no floor, margin or deal', async () => {
    const company = await aCompanyWithDeals()
    const { boss, director, seller, colleague } = company
    const nothing = { count: 0, prices: null, margins: null, deals: [] }
    expect(await asked(company, seller)).toMatchObject(nothing)
    await aPolicy(boss, director, { sharesGuidance: 'true' })
    const shared = await asked(company, seller)
    expect(shared).toMatchObject({ count: 9, margins: null, deals: [], prices: { floor: null } })
    expect(Number(shared.prices?.target)).toBeCloseTo(72, 3)
    const { prices } = await asked(company, boss)
    expect(JSON.stringify(shared)).not.toContain(String(prices?.floor))
    expect(await asked(company, colleague)).toMatchObject(nothing)
  })
})
