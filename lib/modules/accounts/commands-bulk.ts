import { accounts } from '@/db/schema/accounts'
import { command, type Work } from '@/lib/kernel/command'
import { moveSearchable } from '@/lib/kernel/search'
import { changeRows } from '@/lib/kernel/write'
import { restoreExternalIds } from '@/lib/modules/workspace/commands-external-ids'
import { putAway } from './commands'
import { refreshSearch } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { type BulkResult, bulkAssignInput, bulkInput } from './model'
import { type FoundAccount, findAccounts } from './queries'
import { findActiveMembers } from './queries-held'
import { leftOut, no } from './rules'

const bulk = { permission: may.edit, messages, refreshes: ['/accounts'] }

/** Passes up to 500 accounts on. Those that the actor may not pass on stay and are listed with the reason. */
export const assignMany = command({
  name: 'accounts.assignMany',
  ...bulk,
  input: bulkAssignInput,
  async run(work, { accountIds, ownerId }): Promise<BulkResult> {
    if (!(await findActiveMembers(work, [ownerId])).has(ownerId))
      throw no('ownerUnknown', {}, { ownerId: { code: 'ownerUnknown' } })
    const { chosen, left } = await sorted(work, accountIds, true)
    const done = chosen.map(({ id }) => id)
    await changeRows(work, accounts, done, { ownerId })
    const held = (restricted: boolean) => chosen.filter((each) => each.restricted === restricted).map(({ id }) => id)
    await moveSearchable(work, { id: held(false), ownerId, restricted: false })
    await moveSearchable(work, { id: held(true), ownerId, restricted: true })
    return { done, left }
  },
})

/** Archives up to 500 accounts. Those that the actor may not archive stay and are listed with the reason. */
export const archiveMany = command({
  name: 'accounts.archiveMany',
  ...bulk,
  input: bulkInput,
  async run(work, { accountIds }): Promise<BulkResult> {
    const { chosen, left } = await sorted(work, accountIds, false)
    const done = chosen.map(({ id }) => id)
    await changeRows(work, accounts, done, { archivedAt: work.now })
    await putAway(work, done)
    return { done, left }
  },
})

/** Takes an archiving back. Accounts whose numbers another carries by now stay archived and are listed. */
export const restoreMany = command({
  name: 'accounts.restoreMany',
  ...bulk,
  input: bulkInput,
  async run(work, { accountIds }): Promise<BulkResult> {
    const { chosen, left } = await sorted(work, accountIds, false, true)
    const subjects = chosen.flatMap(({ id, archivedAt }) =>
      archivedAt ? [{ subjectId: id, archivedAt: archivedAt.toISOString() }] : [],
    )
    const { taken } = await work.call(restoreExternalIds, { kind: 'account', subjects })
    const stuck = new Set(taken.map(({ wantedBy }) => wantedBy))
    const done = subjects.flatMap(({ subjectId }) => (stuck.has(subjectId) ? [] : [subjectId]))
    await changeRows(work, accounts, done, { archivedAt: null })
    await refreshSearch(work, done)
    const stay = chosen
      .filter(({ id }) => stuck.has(id))
      .map(({ id, name }) => ({ id, name, reason: 'externalIdTaken' as const }))
    return { done, left: [...left, ...stay] }
  },
})

/** Which of the batch may change, and why each other one does not. What one may not see does not exist. */
async function sorted(work: Work, ids: readonly string[], pass: boolean, fromArchive = false) {
  const found = await findAccounts(work, ids)
  const left: BulkResult['left'] = []
  const chosen: FoundAccount[] = []
  for (const id of new Set(ids)) {
    const account = found.find((each) => each.id === id)
    const reason = account ? leftOut(work.actor, account, pass, fromArchive) : 'notFound'
    if (account && !reason) chosen.push(account)
    else left.push({ id, name: account?.name ?? null, reason: reason ?? 'notFound' })
  }
  return { chosen, left }
}
