import { displayNameOf, normaliseCompanyName } from '@/lib/kernel/name'
import type { Subject } from './model'
import type { PlannedRow, Setting } from './model-plan'
import { planAccounts } from './rules-accounts'
import { type AccountsWorld, newAccountsWorld } from './rules-accounts-world'
import { put } from './rules-index'
import { type ContactsWorld, newContactsWorld, planInteractions } from './rules-interactions'
import { type MembersWorld, newMembersWorld, planMembers } from './rules-members'
import { type MemberDirectory, memberNameKey } from './rules-members-index'
import type { ReadRow } from './rules-rows'

/** What is on record and what the rows so far have brought, for a file about one subject. */
export type World =
  | { subject: 'accounts'; accounts: AccountsWorld }
  | { subject: 'members'; members: MembersWorld }
  | { subject: 'interactions'; contacts: ContactsWorld }

export function newWorld(subject: Subject, setting: Setting): World {
  if (subject === 'accounts') return { subject, accounts: newAccountsWorld() }
  if (subject === 'members') return { subject, members: newMembersWorld(setting.members) }
  return { subject, contacts: newContactsWorld(newAccountsWorld()) }
}

/** What only the whole file can tell, before its rows are planned part by part. */
export function seeWhole(world: World, rows: readonly ReadRow[]): void {
  if (world.subject === 'interactions') return
  const { numbersOfName } = world.subject === 'accounts' ? world.accounts : world.members
  const keyOf = world.subject === 'accounts' ? normaliseCompanyName : memberNameKey
  for (const { values, fault } of rows) {
    const { name = displayNameOf(values, 'zh-TW') } = values
    if (fault === null && values.externalId !== undefined && name !== '')
      put(numbersOfName, keyOf(name), values.externalId)
  }
}

/** What becomes of each row; the same for a dry run and for the run itself. */
export function planRows(
  world: World,
  setting: Setting,
  members: MemberDirectory,
  rows: readonly ReadRow[],
): PlannedRow[] {
  if (world.subject === 'accounts') return planAccounts(world.accounts, setting, members, rows)
  if (world.subject === 'members') return planMembers(world.members, setting, rows)
  return planInteractions(world.contacts, setting, members, rows)
}
