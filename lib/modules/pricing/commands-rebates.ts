import { rebateProgrammes } from '@/db/schema/pricing'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { accountInHand } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { editRebateInput, rebateRef, setRebateInput } from './model-rebates'
import { mustBeRebate } from './rules-saving'

const sets = { permission: may.setRebates, messages, refreshes: ['/pricing/rebates', '/pricing/rebates/[rebateId]'] }

/** Says what a client earns back for its turnover over a period. */
export const setRebate = command({
  name: 'pricing.setRebate',
  ...sets,
  input: setRebateInput,
  async run(work, input) {
    await accountInHand(work, input.accountId)
    mustBeRebate(input)
    return { id: (await insertRow(work, rebateProgrammes, { ...input, authorId: work.actor.id })).id }
  },
})

export const editRebate = command({
  name: 'pricing.editRebate',
  ...sets,
  input: editRebateInput,
  async run(work, { rebateId, version, ...input }) {
    const row = await lockRow(work, rebateProgrammes, rebateId)
    await accountInHand(work, row.accountId)
    if (row.archivedAt) throw new Refusal('notFound')
    mustBeRebate(input)
    await changeRow(work, rebateProgrammes, { id: rebateId, version }, input)
    return { id: rebateId }
  },
})

export const archiveRebate = command({
  name: 'pricing.archiveRebate',
  ...sets,
  input: rebateRef,
  async run(work, { rebateId }) {
    const row = await lockRow(work, rebateProgrammes, rebateId)
    await accountInHand(work, row.accountId)
    await changeRow(work, rebateProgrammes, { id: rebateId }, { archivedAt: work.now })
    return { id: rebateId }
  },
})
