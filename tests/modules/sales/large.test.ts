import { expect, it } from 'vitest'
import { fillWorkspace } from '@/db/seed/large'
import { ask } from '@/lib/kernel/perform'
import { overview } from '@/lib/modules/sales/queries'
import { newcomer, owner } from '@/tests/people'
import { bothSums } from './scene'

it('the large data set is sold to its clients as the product would have booked it: its months equal its lines', async () => {
  const actor = await newcomer('manager')
  const size = { accounts: 20, peopleEach: 1, contactsEach: 1, products: 30, salesLines: 2000 }
  await fillWorkspace(owner() as never, actor.workspaceId, [actor.id], size)
  const { kept, raw } = await bothSums(actor.workspaceId)
  expect(kept).toEqual(raw)
  const [row] = await owner()`select account_id from sales_months where workspace_id = ${actor.workspaceId} limit 1`
  const shown = await ask(overview, actor, { accountId: row?.account_id })
  expect(shown.top.length).toBeGreaterThan(0)
  expect(Number(shown.thisYear)).toBeGreaterThan(0)
}, 60_000)
