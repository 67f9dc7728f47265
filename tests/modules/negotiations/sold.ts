import { addMonths, dayOf, startOfMonth } from '@/lib/kernel/day'
import { add } from '@/lib/modules/products/commands'
import { owner } from '@/tests/people'
import { done, type Scene } from '../terms/scene'

/** What the client bought two months ago, gross, and all of the year. */
export async function soldInAMonth({ manager, accountId, workspace }: Scene, gross: string) {
  const { id } = await done(add, manager, { code: 'SOY-500', name: '純釀醬油', baseUnit: '瓶' })
  const month = addMonths(startOfMonth(dayOf(new Date())), -2)
  await owner()`insert into sales_months
    (id, workspace_id, account_id, product_id, month, currency, base_quantity, gross_amount, net_amount, lines)
    values (gen_random_uuid(), ${workspace.id}, ${accountId}, ${id}, ${month}, 'TWD', 1, ${gross}, ${gross}, 1)`
}
