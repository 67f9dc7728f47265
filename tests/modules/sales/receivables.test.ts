import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { keepReceivables } from '@/lib/modules/sales/commands'
import { overview } from '@/lib/modules/sales/queries'
import { aCompany, anAccount, codeOf, done } from '../accounts/scene'

const invoice = {
  invoiceNumber: 'AB-10000001',
  invoiceDay: '2026-01-26',
  dueDay: '2026-03-31',
  amount: '105000',
  openAmount: '105000',
  currency: 'TWD',
}

describe('open invoices', () => {
  it('stand on the account by age, as of the newest file', async () => {
    const { lead, mine } = await aCompany()
    const accountId = await anAccount(mine)
    const paid = { ...invoice, accountId, invoiceNumber: 'AB-10000002' }
    await done(keepReceivables, lead, { asOf: '2026-03-31', receivables: [{ ...invoice, accountId }, paid] })
    expect((await ask(overview, mine, { accountId })).owed?.aging).toMatchObject([{ total: '210000' }])
    await done(keepReceivables, lead, {
      asOf: '2026-04-30',
      receivables: [{ ...invoice, accountId, openAmount: '5000' }],
    })
    const { owed } = await ask(overview, mine, { accountId })
    expect(owed?.asOf).toBe('2026-04-30')
    expect(owed?.aging[0]?.buckets.find(({ bucket }) => bucket === 'to30')).toEqual({
      bucket: 'to30',
      amount: '5000',
      invoices: 1,
    })
    expect(owed?.invoices).toMatchObject([{ invoiceNumber: 'AB-10000001', amount: '105000', openAmount: '5000' }])
  })

  it('are never more than was invoiced, never another account’s, and entered by those who may', async () => {
    const { lead, mine, stranger } = await aCompany()
    const [accountId, other] = [await anAccount(mine), await anAccount(mine, { name: '永信' })]
    const keep = (actor: typeof lead, patch = {}) =>
      codeOf(keepReceivables, actor, { asOf: '2026-03-31', receivables: [{ ...invoice, accountId, ...patch }] })
    expect(await keep(lead, { openAmount: '105001' })).toBe('sales.openTooMuch')
    expect(await keep(mine)).toBe('notAllowed')
    expect(await keep(stranger)).toBe('notFound')
    await done(keepReceivables, lead, { asOf: '2026-03-31', receivables: [{ ...invoice, accountId }] })
    expect(await keep(lead, { accountId: other })).toBe('sales.numberOfOther')
    expect((await ask(overview, mine, { accountId: other })).owed?.aging).toEqual([])
  })
})
