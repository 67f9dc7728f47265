import type { Work } from '@/lib/kernel/command'
import { amendMany as amendAccounts } from '@/lib/modules/accounts/commands-intake'
import { openMany } from '@/lib/modules/accounts/commands-open'
import { type AccountKind, type AccountStatus, accountKinds } from '@/lib/modules/accounts/model'
import { amendMany as amendPeople, refreshMany } from '@/lib/modules/contacts/commands-intake'
import { addMany } from '@/lib/modules/contacts/commands-many'
import type { Account, AccountsWorld, Colleague } from './rules-accounts-world'

/** Writes what rows have brought of accounts and their people; answers which account a row opened. */
export async function writeAccounts(work: Work, world: AccountsWorld): Promise<(row: number) => string | null> {
  await open(work, world.opened)
  const known = [...world.byId.values()]
  await amend(work, known)
  const touched = [...world.opened, ...known]
  await addPeople(work, touched)
  await changePeople(work, touched)
  const openedBy = new Map(world.opened.map((account) => [account.openedBy, account]))
  return (row) => openedBy.get(row)?.id ?? null
}

/** Opens accounts, those above before those below them. */
async function open(work: Work, accounts: readonly Account[]) {
  for (let waiting = [...accounts]; waiting.length > 0; ) {
    const ready = waiting.filter(({ parent }) => !parent || parent.id !== null)
    const { ids } = await work.call(openMany, { accounts: ready.map(opening) })
    for (const [index, account] of ready.entries()) account.id = ids[index] ?? null
    const opened = new Set(ready)
    waiting = waiting.filter((account) => !opened.has(account))
  }
}

function opening({ values, office, parent, newNumbers }: Account) {
  const { name = '', kind, status, parentId, ...rest } = values
  const address = Object.keys(office).length > 0 ? [{ kind: 'office' as const, ...office }] : []
  return {
    ...rest,
    name,
    kind: accountKinds.find((each) => each === kind) ?? ('customer' as AccountKind),
    status: status as AccountStatus | undefined,
    parentId: parent?.id ?? parentId,
    ownerId: values.ownerId,
    businessNumber: values.businessNumber,
    restricted: false,
    addresses: address,
    externalIds: newNumbers,
  }
}

async function amend(work: Work, accounts: readonly Account[]) {
  const changed = accounts.filter(
    ({ patch, officePatch, newNumbers, parent, values }) =>
      Object.keys(patch).length + Object.keys(officePatch).length + newNumbers.length > 0 ||
      (parent?.id && parent.id !== values.parentId),
  )
  if (changed.length === 0) return
  const amendments = changed.map(({ id, patch, officePatch, newNumbers, parent }) => ({
    accountId: id ?? '',
    patch: { ...patch, ...(parent?.id ? { parentId: parent.id } : {}) },
    office: Object.keys(officePatch).length > 0 ? officePatch : null,
    externalIds: newNumbers,
  }))
  const { renamed } = await work.call(amendAccounts, { accounts: amendments as never })
  if (renamed.length > 0) await work.call(refreshMany, { accountIds: renamed })
}

type At = { account: Account; colleague: Colleague }
const colleaguesOf = (accounts: readonly Account[]): At[] =>
  accounts.flatMap((account) => [...account.colleagues.values()].map((colleague) => ({ account, colleague })))

async function addPeople(work: Work, accounts: readonly Account[]) {
  const added = colleaguesOf(accounts).filter(({ colleague }) => colleague.id === null)
  if (added.length === 0) return
  await work.call(addMany, {
    people: added.map(({ account, colleague }) => ({
      ...colleague.values,
      accountId: account.id ?? '',
      displayName: colleague.displayName,
      points: colleague.newPoints,
    })) as never,
  })
}

async function changePeople(work: Work, accounts: readonly Account[]) {
  const changed = colleaguesOf(accounts).filter(
    ({ colleague: { id, patch, newPoints } }) => id !== null && Object.keys(patch).length + newPoints.length > 0,
  )
  if (changed.length === 0) return
  await work.call(amendPeople, {
    people: changed.map(({ account, colleague: { id, affiliationId, patch, newPoints } }) => {
      const { title, department, ...person } = patch
      return {
        personId: id ?? '',
        affiliationId: affiliationId ?? '',
        accountId: account.id ?? '',
        person,
        post: { ...(title === undefined ? {} : { title }), ...(department === undefined ? {} : { department }) },
        points: newPoints,
      }
    }),
  })
}
