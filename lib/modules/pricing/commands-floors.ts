import { priceFloors } from '@/db/schema/pricing'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { findProduct } from '@/lib/modules/products/queries'
import { may } from './manifest'
import { messages } from './messages'
import { floorRef, setFloorInput } from './model-rules'
import { mustHaveCategory } from './queries-held'
import { mustBeFloor, mustEndAfterBeginning } from './rules-saving'

const sets = { permission: may.setFloors, messages, refreshes: ['/pricing/floors'] }

/** Sets a floor. Of several the highest counts. The value stays out of the log; only those who see margins may. */
export const setFloor = command({
  name: 'pricing.setFloor',
  ...sets,
  input: setFloorInput,
  hides: ['value'],
  async run(work, input) {
    if (!seesMargin(work.actor)) throw new Refusal('notAllowed')
    mustEndAfterBeginning(input.fromDay, input.toDay)
    const { value } = mustBeFloor(input)
    if (input.productId) await findProduct(work, input.productId)
    if (input.categoryId) await mustHaveCategory(work, input.categoryId)
    const currency = input.method === 'pocketMarginPct' ? null : input.currency
    return { id: (await insertRow(work, priceFloors, { ...input, value, currency })).id }
  },
})

/** Takes a floor away. */
export const archiveFloor = command({
  name: 'pricing.archiveFloor',
  ...sets,
  input: floorRef,
  async run(work, { floorId }) {
    if (!seesMargin(work.actor)) throw new Refusal('notAllowed')
    await lockRow(work, priceFloors, floorId)
    await changeRow(work, priceFloors, { id: floorId }, { archivedAt: work.now })
    return { id: floorId }
  },
})
