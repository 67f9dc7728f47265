import { displayNameOf, normaliseCompanyName } from '@/lib/kernel/name'
import type { Subject } from './model'
import type { PlannedRow, Setting } from './model-plan'
import { planAccounts } from './rules-accounts'
import { type AccountsWorld, newAccountsWorld, settleAccounts } from './rules-accounts-world'
import {
  type GoodsWorld,
  newGoodsWorld,
  planLines,
  planOrders,
  planProducts,
  planReceivables,
  settleGoods,
} from './rules-goods'
import { put } from './rules-index'
import { type ContactsWorld, newContactsWorld, planInteractions } from './rules-interactions'
import { type MeasurementsWorld, newMeasurementsWorld, planMeasurements, seeMeasurements } from './rules-measurements'
import { type MembersWorld, newMembersWorld, planMembers } from './rules-members'
import { type MemberDirectory, memberNameKey } from './rules-members-index'
import type { ReadRow } from './rules-rows'
import { newVoicesWorld, planVoices, type VoicesWorld } from './rules-voices'

/** What is on record and what the rows so far have brought, for a file about one subject. */
export type World =
  | { subject: 'accounts'; accounts: AccountsWorld }
  | { subject: 'members'; members: MembersWorld }
  | { subject: 'interactions'; contacts: ContactsWorld }
  | { subject: 'voices'; voices: VoicesWorld }
  | { subject: 'measurements'; measurements: MeasurementsWorld }
  | GoodsOf

/** Files of goods share one world: lines need products and documents, documents need accounts. */
export type GoodsOf = { subject: 'products' | 'orders' | 'sales' | 'receivables'; goods: GoodsWorld }

/** What files that came together have brought so far, for a dry run of the next of them. */
export type Brought = { accounts: AccountsWorld; goods: GoodsWorld }

export const nothingBrought = (): Brought => {
  const accounts = newAccountsWorld()
  return { accounts, goods: newGoodsWorld(accounts) }
}

export function newWorld(subject: Subject, setting: Setting, { accounts, goods } = nothingBrought()): World {
  if (subject === 'accounts') return { subject, accounts }
  if (subject === 'members') return { subject, members: newMembersWorld(setting.members) }
  if (subject === 'interactions') return { subject, contacts: newContactsWorld(accounts) }
  if (subject === 'voices') return { subject, voices: newVoicesWorld(accounts) }
  if (subject === 'measurements') return { subject, measurements: newMeasurementsWorld() }
  return { subject, goods }
}

/** Takes what a file has brought for written, so that the files after it may refer to it; the ids are for a dry run. */
export function takeForWritten({ accounts, goods }: Brought, newId: () => string): void {
  settleAccounts(accounts, newId)
  settleGoods(goods, newId)
}

/** What only the whole file can tell, before its rows are planned part by part. */
export function seeWhole(world: World, rows: readonly ReadRow[]): void {
  if (world.subject === 'measurements') seeMeasurements(world.measurements, rows)
  if (world.subject !== 'accounts' && world.subject !== 'members') return
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
  if (world.subject === 'interactions') return planInteractions(world.contacts, setting, members, rows)
  if (world.subject === 'voices') return planVoices(world.voices, setting, rows)
  if (world.subject === 'measurements') return planMeasurements(world.measurements, rows)
  if (world.subject === 'products') return planProducts(world.goods, rows)
  if (world.subject === 'orders') return planOrders(world.goods, setting, rows)
  return world.subject === 'sales' ? planLines(world.goods, setting, rows) : planReceivables(world.goods, setting, rows)
}
