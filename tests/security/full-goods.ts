import type { Actor } from '@/lib/kernel/actor'
import { addUnit } from '@/lib/modules/products/commands'
import { setCost } from '@/lib/modules/products/commands-costs'
import { draft, openList, setPrices } from '@/lib/modules/products/commands-lists'
import { book, keepReceivables } from '@/lib/modules/sales/commands'
import { done } from '../modules/accounts/scene'
import { aProduct } from '../modules/products/scene'

/** One of everything that is sold: a product with a unit, a cost and a price, a sale, an open invoice. */
export async function fullGoods({ actor, accountId }: { actor: Actor; accountId: string }) {
  const productId = await aProduct(actor, { code: 'SOY-500', category: '調味料' })
  const unit = await done(addUnit, actor, { productId, unit: '箱', factor: '24' })
  const cost = await done(setCost, actor, { productId, validFrom: '2026-01-01', cost: '51', currency: 'TWD' })
  const list = await done(openList, actor, { name: '通路牌價', currency: 'TWD', taxMode: 'exclusive' })
  const edition = await done(draft, actor, { priceListId: list.id, validFrom: '2026-01-01' })
  const prices = [{ productId, unit: '瓶', price: '78' }]
  await done(setPrices, actor, { priceListVersionId: edition.id, prices })
  const line = { lineKey: '1', productId, quantity: '12', unitPrice: '78' }
  const sale = { number: 'S-1', day: '2026-03-05', currency: 'TWD', lines: [line] }
  const { id: documentId } = await done(book, actor, { accountId, ...sale })
  const invoice = { invoiceDay: '2026-03-05', dueDay: '2026-05-05', amount: '983', openAmount: '983', currency: 'TWD' }
  const open = [{ ...invoice, accountId, invoiceNumber: 'AB-10000001' }]
  await done(keepReceivables, actor, { asOf: '2026-03-31', receivables: open })
  return {
    ids: {
      productId,
      unitId: unit.id,
      costId: cost.id,
      priceListId: list.id,
      priceListVersionId: edition.id,
      documentId,
    },
    input: {
      'products.add': { code: 'NEW-1', name: '新產品', baseUnit: '瓶', supplierId: null },
      'products.edit': { version: 1, note: '備註' },
      'products.addUnit': { unit: '打', factor: '12' },
      'products.setCost': { validFrom: '2026-02-01', cost: '52', currency: 'TWD' },
      'products.openList': { name: '出口牌價', currency: 'USD', taxMode: 'exclusive' },
      'products.editList': { note: '備註' },
      'products.draftPrices': { validFrom: '2027-01-01' },
      'products.setPrices': { prices: [] },
      'sales.book': { ...sale, number: 'S-2', lines: [] },
      'sales.keepReceivables': {
        asOf: '2026-04-30',
        receivables: [{ ...invoice, accountId, invoiceNumber: 'AB-10000002' }],
      },
      'sales.refreshTotals': {},
      'sales.refreshMonths': { accountIds: [accountId], from: '2026-03-01', to: '2026-03-31' },
    },
  }
}
