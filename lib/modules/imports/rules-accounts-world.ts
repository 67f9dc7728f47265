import { normaliseCompanyName } from '@/lib/kernel/name'
import type { AccountValues, KnownAccount, OfficeValues } from '@/lib/modules/accounts/model-intake'
import type { PointKind } from '@/lib/modules/contacts/model'
import type { KnownColleague, PersonValues } from '@/lib/modules/contacts/model-intake'
import { all, type Index, numberKey, put, take } from './rules-index'
import type { Said } from './rules-said'

/** Somebody at an account as they will be once the rows so far are in. */
export type Colleague = {
  id: string | null
  affiliationId: string | null
  left: boolean
  displayName: string
  values: PersonValues
  points: Set<string>
  said: Said
  patch: PersonValues
  newPoints: { kind: PointKind; value: string }[]
}

/** An account as it will be once the rows so far are in; `openedBy` is the row that brings it. */
export type Account = {
  id: string | null
  openedBy: number | null
  visible: boolean
  mayEdit: boolean
  mayPassOn: boolean
  nameKey: string
  values: AccountValues
  office: OfficeValues
  externalIds: { source: string; value: string }[]
  parent: Account | null
  above: readonly string[]
  said: Said
  patch: AccountValues
  officePatch: OfficeValues
  newNumbers: { source: string; value: string }[]
  colleagues: Map<string, Colleague>
}

/** Everything on record that rows may mean, and everything that rows have brought so far, by every key. */
export type AccountsWorld = {
  byId: Map<string, Account>
  byNumber: Index<Account>
  byValue: Index<Account>
  byBusinessNumber: Index<Account>
  byName: Index<Account>
  opened: Account[]
  /** The numbers that rows of the file give to a name: a row or reference without one could mean any of them. */
  numbersOfName: Index<string>
}

export const newAccountsWorld = (): AccountsWorld => ({
  byId: new Map(),
  byNumber: new Map(),
  byValue: new Map(),
  byBusinessNumber: new Map(),
  byName: new Map(),
  opened: [],
  numbersOfName: new Map(),
})

/** Adds accounts on record with their people. What is known already stays as the rows have left it. */
export function addKnown(
  world: AccountsWorld,
  accounts: readonly KnownAccount[],
  colleagues: readonly KnownColleague[],
): void {
  const fresh = new Map<string, Account>()
  for (const known of accounts) {
    if (world.byId.has(known.id)) continue
    const account: Account = {
      id: known.id,
      openedBy: null,
      visible: known.visible,
      mayEdit: known.mayEdit,
      mayPassOn: known.mayPassOn,
      nameKey: known.nameKey,
      values: { ...known.values },
      office: { ...known.office },
      externalIds: [...known.externalIds],
      parent: null,
      above: known.above,
      ...untouched(),
    }
    fresh.set(known.id, account)
    world.byId.set(known.id, account)
    enter(world, account)
  }
  for (const known of colleagues) {
    const account = fresh.get(known.accountId)
    const before = account?.colleagues.get(known.nameKey)
    if (!account || (before && !before.left)) continue
    account.colleagues.set(known.nameKey, {
      id: known.id,
      affiliationId: known.affiliationId,
      left: known.left,
      displayName: known.displayName,
      values: { ...known.values },
      points: new Set(known.points.flatMap(({ kind, value, normal }) => pointKeys(kind, value, normal))),
      said: new Map(),
      patch: {},
      newPoints: [],
    })
  }
}

const untouched = () => ({
  said: new Map() as Said,
  patch: {},
  officePatch: {},
  newNumbers: [],
  colleagues: new Map<string, Colleague>(),
})

/** Makes an account findable by its keys. One that the importer may not see is found by its numbers only. */
export function enter(world: AccountsWorld, account: Account): void {
  for (const { source, value } of account.externalIds) {
    put(world.byNumber, numberKey(source, value), account)
    put(world.byValue, value, account)
  }
  if (!account.visible) return
  put(world.byBusinessNumber, account.values.businessNumber, account)
  put(world.byName, account.nameKey, account)
}

/** Opens an account for a row. */
export function openAccount(world: AccountsWorld, row: number, values: AccountValues, office: OfficeValues): Account {
  const account: Account = {
    id: null,
    openedBy: row,
    visible: true,
    mayEdit: true,
    mayPassOn: true,
    nameKey: normaliseCompanyName(values.name ?? ''),
    values,
    office,
    externalIds: [],
    parent: null,
    above: [],
    ...untouched(),
  }
  world.opened.push(account)
  enter(world, account)
  return account
}

/** Gives an account what a row says of it, and keeps it findable. */
export function amendAccount(
  world: AccountsWorld,
  account: Account,
  values: AccountValues,
  office: OfficeValues,
): void {
  take(world.byBusinessNumber, account.values.businessNumber, account)
  take(world.byName, account.nameKey, account)
  Object.assign(account.values, values)
  Object.assign(account.office, office)
  if (account.id) {
    Object.assign(account.patch, values)
    Object.assign(account.officePatch, office)
  }
  if (values.name) account.nameKey = normaliseCompanyName(values.name)
  enter(world, account)
}

/** Gives an account a number of the file's system, instead of the one it had there. */
export function giveNumber(world: AccountsWorld, account: Account, number: { source: string; value: string }): void {
  const before = account.externalIds.find(({ source }) => source === number.source)
  if (before) {
    take(world.byNumber, numberKey(before.source, before.value), account)
    take(world.byValue, before.value, account)
  }
  account.externalIds = [...account.externalIds.filter((each) => each !== before), number]
  account.newNumbers = [...account.newNumbers.filter(({ source }) => source !== number.source), number]
  enter(world, account)
}

/** Takes accounts that rows have opened for written. */
export function settleAccounts(world: AccountsWorld, newId: () => string): void {
  for (const account of world.opened) {
    account.id ??= newId()
    account.openedBy = null
    world.byId.set(account.id, account)
  }
  world.opened = []
  world.numbersOfName.clear()
}

export const sameNamed = (world: AccountsWorld, nameKey: string): readonly Account[] => all(world.byName, nameKey)

/** Under what a way to reach somebody is recognised: signs do not count in a number, case does not in an address. */
export function pointKeys(kind: PointKind, value: string, normal: string | null = null): string[] {
  const isPhone = kind === 'phone' || kind === 'mobile' || kind === 'fax'
  const plain = value.normalize('NFKC').trim().toLowerCase()
  const key = isPhone ? plain.replace(/[^\d+#x]/g, '') || plain : plain
  return [`${kind} ${key}`, ...(normal ? [`${kind} ${normal}`] : [])]
}
