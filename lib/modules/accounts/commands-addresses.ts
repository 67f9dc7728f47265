import { accountAddresses } from '@/db/schema/accounts'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { holdToEdit } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { addAddressInput, addressRef, editAddressInput } from './model-record'
import { mustSayWhere } from './rules'

const edits = { permission: may.edit, messages, refreshes: ['/accounts/[accountId]', '/accounts/[accountId]/edit'] }

/** Writes an address down. Something of it must be said besides its kind. */
export const addAddress = command({
  name: 'accounts.addAddress',
  ...edits,
  input: addAddressInput,
  async run(work, input) {
    await holdToEdit(work, input.accountId)
    mustSayWhere(input)
    const { id } = await insertRow(work, accountAddresses, input)
    return { id, accountId: input.accountId }
  },
})

/** Changes an address; fields left empty are emptied. */
export const editAddress = command({
  name: 'accounts.editAddress',
  ...edits,
  input: editAddressInput,
  async run(work, { accountId, addressId, version, ...patch }) {
    await holdToEdit(work, accountId)
    mustSayWhere(patch)
    await mustBeOf(work, accountId, addressId)
    const after = await changeRow(work, accountAddresses, { id: addressId, version }, patch)
    return { id: addressId, accountId, version: after.version }
  },
})

/** Puts an address away that no longer holds; it stays in the history and can be restored. */
export const archiveAddress = command({
  name: 'accounts.archiveAddress',
  ...edits,
  input: addressRef,
  run: (work, ref) => put(work, ref, work.now),
})

export const restoreAddress = command({
  name: 'accounts.restoreAddress',
  ...edits,
  input: addressRef,
  run: (work, ref) => put(work, ref, null),
})

async function put(
  work: Work,
  { accountId, addressId }: { accountId: string; addressId: string },
  archivedAt: Date | null,
) {
  await holdToEdit(work, accountId)
  const address = await mustBeOf(work, accountId, addressId)
  if ((address.archivedAt === null) !== (archivedAt === null))
    await changeRow(work, accountAddresses, { id: addressId }, { archivedAt })
  return { id: addressId, accountId }
}

async function mustBeOf(work: Work, accountId: string, addressId: string) {
  const address = await lockRow(work, accountAddresses, addressId)
  if (address.accountId !== accountId) throw new Refusal('notFound')
  return address
}
