import { accounts } from '@/db/schema/accounts'
import { command, type Work } from '@/lib/kernel/command'
import { mayEditAccount } from '@/lib/kernel/rights'
import { forgetSearchable, moveSearchable } from '@/lib/kernel/search'
import { changeRow } from '@/lib/kernel/write'
import { archiveExternalIds, restoreExternalIds } from '@/lib/modules/workspace/commands-external-ids'
import { holdToEdit, keepAccountsSearchable, keepDerived, refreshSearch } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { accountRefSeen, assignInput, editInput, restoreInput } from './model'
import { accountsByIds, type FoundAccount, findTwins, holdAccount } from './queries'
import { findActiveMembers, findParents, standsAbove } from './queries-held'
import { mustBeLive, mustMayEdit, mustMayPassOn, no } from './rules'

const edits = { permission: may.edit, messages, refreshes: ['/accounts', '/accounts/[accountId]'] }

/**
 * Changes an account. Fields that are not named stay; what somebody else changed meanwhile in other fields is merged,
 * in the same field it is refused with both values.
 */
export const edit = command({
  name: 'accounts.edit',
  ...edits,
  input: editInput,
  async run(work, { accountId, version, ...patch }) {
    const before = await holdToEdit(work, accountId)
    if (patch.ownerId && patch.ownerId !== before.ownerId) await mustBeOwner(work, before, patch.ownerId)
    if (patch.parentId && patch.parentId !== before.parentId) await mustBeParent(work, accountId, patch.parentId)
    const edited = await changeRow(work, accounts, { id: accountId, version }, patch)
    const { onTeam: _, ...was } = before
    const after = await keepDerived(work, was, edited)
    await keepAccountsSearchable(work, [after])
    if (after.ownerId !== before.ownerId || after.restricted !== before.restricted) await moveSearchable(work, after)
    if (after.name !== before.name || after.englishName !== before.englishName)
      await work.emit('accounts.renamed', { accountId })
    return { id: accountId, version: after.version }
  },
})

/** Passes the account on to somebody else of us. */
export const assignOwner = command({
  name: 'accounts.assignOwner',
  ...edits,
  input: assignInput,
  async run(work, { accountId, version, ownerId }) {
    const before = await holdAccount(work, accountId)
    mustBeLive(before)
    await mustBeOwner(work, before, ownerId)
    const after = await changeRow(work, accounts, { id: accountId, version }, { ownerId })
    await moveSearchable(work, after)
    return { id: accountId, version: after.version }
  },
})

/** Puts the account away: out of lists and search, its numbers free for another; everything stays and can be restored. */
export const archive = command({
  name: 'accounts.archive',
  ...edits,
  input: accountRefSeen,
  async run(work, { accountId, version }) {
    const before = await holdAccount(work, accountId)
    mustMayEdit(work.actor, before)
    if (before.archivedAt) return { id: accountId }
    await changeRow(work, accounts, { id: accountId, version }, { archivedAt: work.now })
    await putAway(work, [accountId])
    return { id: accountId }
  },
})

/** What goes with archived accounts: they are no longer found, and their numbers are free. */
export async function putAway(work: Work, ids: readonly string[]) {
  await forgetSearchable(work, 'account', ids)
  await work.call(archiveExternalIds, { kind: 'account', subjectIds: [...ids] })
}

/**
 * Brings an archived account back. Refused with the name of the account that took its place meanwhile (same name or
 * 統一編號), unless it is to come back `anyway`; and when another account carries one of its numbers.
 */
export const restore = command({
  name: 'accounts.restore',
  ...edits,
  input: restoreInput,
  async run(work, { accountId, version, anyway }) {
    const before = await holdAccount(work, accountId)
    mustMayEdit(work.actor, before)
    if (!before.archivedAt) return { id: accountId }
    const [twin] = anyway ? [] : await twinsOf(work, before)
    if (twin) throw no('twinExists', { name: twin.name, twinId: twin.id })
    await changeRow(work, accounts, { id: accountId, version }, { archivedAt: null })
    await mustHaveFreeNumbers(work, accountId, before.archivedAt)
    await refreshSearch(work, [accountId])
    return { id: accountId }
  },
})

const twinsOf = (work: Work, account: FoundAccount) =>
  findTwins(work, {
    nameKey: account.nameKey,
    businessNumber: account.businessNumber,
    except: account.id,
    parentId: account.parentId,
  })

async function mustHaveFreeNumbers(work: Work, accountId: string, archivedAt: Date) {
  const subjects = [{ subjectId: accountId, archivedAt: archivedAt.toISOString() }]
  const { taken } = await work.call(restoreExternalIds, { kind: 'account', subjects })
  if (taken[0]) throw await numberTaken(work, taken[0])
}

/** The refusal that names whose number it is, as far as the actor may know. */
export async function numberTaken(
  work: Work,
  { source, value, subjectId }: { source: string; value: string; subjectId: string },
) {
  const [other] = await accountsByIds(work, [subjectId])
  const code = other ? 'externalIdTaken' : 'externalIdTakenByOther'
  const params = { source, value, ...(other ? { name: other.name } : {}) }
  return no(code, params, { value: { code, params } })
}

async function mustBeOwner(work: Work, account: FoundAccount, ownerId: string) {
  mustMayPassOn(work.actor, account)
  if (!(await findActiveMembers(work, [ownerId])).has(ownerId))
    throw no('ownerUnknown', {}, { ownerId: { code: 'ownerUnknown' } })
}

async function mustBeParent(work: Work, accountId: string, parentId: string) {
  const [parent] = await findParents(work, [parentId])
  if (!parent) throw no('parentUnknown', {}, { parentId: { code: 'parentUnknown' } })
  if (!mayEditAccount(work.actor, parent)) throw no('parentNotYours', {}, { parentId: { code: 'parentNotYours' } })
  if (await standsAbove(work, accountId, parentId)) throw no('parentLoop', {}, { parentId: { code: 'parentLoop' } })
}
