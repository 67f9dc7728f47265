import { mayEditAccount } from '@/lib/kernel/rights'
import {
  type AccountIntakeField,
  type AccountValues,
  accountIntakeFields,
  type OfficeField,
  type OfficeValues,
  officeFields,
} from '@/lib/modules/accounts/model-intake'
import type { Difference, Reason } from './model'
import { type PlannedRow, refusedRow, type Setting } from './model-plan'
import { accountNamed, matchAccount } from './rules-accounts-match'
import { type Account, type AccountsWorld, amendAccount, giveNumber, openAccount } from './rules-accounts-world'
import { type ContactPlan, contactIn, enterContact, planContact } from './rules-contacts'
import { type MemberDirectory, memberNamed } from './rules-members-index'
import type { ReadRow } from './rules-rows'
import { contradiction, remember, sameText } from './rules-said'

/** What a row says of the account, with its references resolved. */
type Wish = { values: AccountValues; office: OfficeValues; parent: Account | null; externalId: string | undefined }

type Refused = { refused: Reason }
const isRefused = (value: object): value is Refused => 'refused' in value
const no = (code: string, params: Reason['params'] = {}): Refused => ({ refused: { code, params } })

/** Columns that fill the office address, by its fields. */
const officeColumns: Readonly<Record<OfficeField, string>> = {
  country: 'country',
  postalCode: 'postalCode',
  region: 'region',
  city: 'city',
  line: 'address',
  englishLine: 'englishAddress',
}

/**
 * What becomes of each row of accounts with their contact persons: new, changed, the same, or refused with the reason.
 * `world` holds what is on record and takes in what the rows bring, so that later rows meet the earlier ones. The same
 * for a dry run and for the run itself.
 */
export function planAccounts(
  world: AccountsWorld,
  setting: Setting,
  members: MemberDirectory,
  rows: readonly ReadRow[],
): PlannedRow[] {
  return rows.map((row) => planRow(world, setting, members, row))
}

function planRow(world: AccountsWorld, setting: Setting, members: MemberDirectory, row: ReadRow): PlannedRow {
  const refuse = (reason: Reason) => refusedRow(row.number, reason, row.notes)
  if (row.fault) return refuse(row.fault)
  const wish = wishOf(world, setting, members, row)
  if (isRefused(wish)) return refuse(wish.refused)
  const match = matchAccount(world, setting, row)
  if ('refused' in match) return refuse(match.refused)
  return match.account === null
    ? planNew(world, setting, row, wish, match.notes)
    : planKnown(world, setting, row, keptName(wish, match.by), match.account)
}

/** An account found by its name keeps the spelling on record. */
const keptName = (wish: Wish, by: string): Wish => {
  if (by !== 'name' && by !== 'businessNumber') return wish
  const { name: _, ...values } = wish.values
  return { ...wish, values }
}

function wishOf(
  world: AccountsWorld,
  setting: Setting,
  members: MemberDirectory,
  { values: said }: ReadRow,
): Wish | Refused {
  const values = Object.fromEntries(
    accountIntakeFields.flatMap((field) => (said[field] === undefined ? [] : [[field, said[field]]])),
  ) as AccountValues
  const office = Object.fromEntries(
    officeFields.flatMap((field) => {
      const value = said[officeColumns[field]]
      return value === undefined ? [] : [[field, value]]
    }),
  ) as OfficeValues
  if (said.tier !== undefined && !setting.tiers.includes(said.tier)) return no('tierUnknown', { tier: said.tier })
  if (said.owner !== undefined) {
    const owner = memberNamed(members, said.owner, setting.source)
    if (!owner || owner.status === 'deactivated') return no('ownerUnknown', { value: said.owner })
    values.ownerId = owner.id
  }
  const parent = said.parent === undefined ? null : accountNamed(world, said.parent, setting.source)
  if (parent === undefined) return no('parentUnknown', { value: said.parent ?? '' })
  const saysWhere = Object.keys(office).some(
    (field) => field === 'line' || field === 'englishLine' || field === 'postalCode',
  )
  return { values, office: saysWhere ? office : {}, parent, externalId: said.externalId }
}

function planNew(
  world: AccountsWorld,
  setting: Setting,
  row: ReadRow,
  { values, office, parent, externalId }: Wish,
  notes: readonly Reason[],
): PlannedRow {
  const refuse = (code: string, params: Reason['params'] = {}) => refusedRow(row.number, { code, params }, row.notes)
  if (!values.name) return refuse('nameMissing')
  const ownerId = values.ownerId ?? setting.actor.id
  if (!mayEditAccount(setting.actor, { ownerId, onTeam: false })) return refuse('ownerNotYours')
  if (parent && !parent.mayEdit) return refuse('parentNotYours', { name: parent.values.name ?? '' })
  const contact = contactIn(row)
  const account = openAccount(
    world,
    row.number,
    { tier: setting.usualTier, status: 'active', kind: setting.kind, ...values, ownerId, ...parentId(parent) },
    { ...office },
  )
  account.parent = parent
  remember(account.said, row.number, { ...values, ...prefixed(office) })
  if (externalId !== undefined) giveNumber(world, account, { source: setting.source, value: externalId })
  const plan = planContact(account, contact)
  if (plan) enterContact(account, row.number, plan)
  return {
    number: row.number,
    outcome: 'new',
    reason: null,
    notes: [...row.notes, ...notes, ...contactNotes(contact, plan)],
    differences: [],
    subject: { row: row.number },
  }
}

/** A parent that only this file brings has no id yet: whoever writes knows it by then. */
const parentId = (parent: Account | null): AccountValues => (parent?.id ? { parentId: parent.id } : {})

function planKnown(world: AccountsWorld, setting: Setting, row: ReadRow, wish: Wish, account: Account): PlannedRow {
  const refuse = (reason: Reason) => refusedRow(row.number, reason, row.notes)
  const contact = contactIn(row)
  const plan = planContact(account, contact)
  if (plan && 'refused' in plan) return refuse(plan.refused)
  const clash = contradiction(account.said, { ...wish.values, ...prefixed(wish.office) })
  if (clash) return refuse(clash)
  const values = differing(account.values, wish.values)
  const office = differing(account.office, wish.office)
  const isNewNumber =
    wish.externalId !== undefined &&
    !account.externalIds.some(({ source, value }) => source === setting.source && value === wish.externalId)
  const reparented = wish.parent !== null && !isParent(account, wish.parent)
  const differences = [
    ...differencesOf(account.values, values, setting),
    ...differencesOf(
      account.office as AccountValues,
      office as AccountValues,
      setting,
      (field) => officeColumns[field as OfficeField],
    ),
    ...(isNewNumber ? [{ field: 'externalId', before: null, after: wish.externalId ?? '' }] : []),
    ...(reparented ? [{ field: 'parent', before: null, after: wish.parent?.values.name ?? '' }] : []),
    ...(plan?.differences ?? []),
  ]
  const unique = differences.filter(
    (each, index) => differences.findIndex(({ field }) => field === each.field) === index,
  )
  if (unique.length > 0) {
    const refusal = rightsRefusal(account, values, reparented ? wish.parent : null)
    if (refusal) return refuse(refusal)
  }
  remember(account.said, row.number, { ...wish.values, ...prefixed(wish.office) })
  amendAccount(world, account, { ...values, ...(reparented ? parentId(wish.parent) : {}) }, office)
  if (reparented) account.parent = wish.parent
  if (isNewNumber && wish.externalId) giveNumber(world, account, { source: setting.source, value: wish.externalId })
  if (plan) enterContact(account, row.number, plan)
  return {
    number: row.number,
    outcome: unique.length > 0 ? 'update' : 'same',
    reason: null,
    notes: [...row.notes, ...contactNotes(contact, plan)],
    differences: unique,
    subject: account.id === null ? { row: account.openedBy ?? row.number } : { id: account.id },
  }
}

const isParent = (account: Account, parent: Account) =>
  account.parent === parent || (parent.id !== null && account.values.parentId === parent.id)

function rightsRefusal(account: Account, values: AccountValues, parent: Account | null): Reason | null {
  const params = { name: account.values.name ?? '' }
  if (!account.mayEdit) return { code: 'notYours', params }
  if (values.ownerId !== undefined && !account.mayPassOn) return { code: 'notYoursToPassOn', params }
  if (!parent) return null
  if (!parent.mayEdit) return { code: 'parentNotYours', params: { name: parent.values.name ?? '' } }
  const isBelow = parent === account || isUnder(parent, account)
  return isBelow ? { code: 'parentLoop', params } : null
}

function isUnder(account: Account, above: Account): boolean {
  if (above.id !== null && account.above.includes(above.id)) return true
  for (let at = account.parent, depth = 0; at && depth < 100; at = at.parent, depth++) {
    if (at === above || (above.id !== null && at.above.includes(above.id))) return true
  }
  return false
}

/** What a row says otherwise than it stands. */
function differing<Values extends { [field: string]: string | null | undefined }>(now: Values, said: Values): Values {
  return Object.fromEntries(
    Object.entries(said).filter(([field, value]) => value && !sameText(now[field], value)),
  ) as Values
}

function differencesOf(
  before: AccountValues,
  changed: AccountValues,
  { members }: Setting,
  nameOf: (field: string) => string = (field) => field,
): Difference[] {
  const shown = (field: string, value: string | undefined) =>
    field === 'ownerId' ? (members.find(({ id }) => id === value)?.values.name ?? value) : value
  return Object.entries(changed).map(([field, after]) => ({
    field: field === 'ownerId' ? 'owner' : nameOf(field),
    before: shown(field, before[field as AccountIntakeField]) ?? null,
    after: shown(field, after) ?? '',
  }))
}

const prefixed = (office: OfficeValues) =>
  Object.fromEntries(Object.entries(office).map(([field, value]) => [`office ${field}`, value ?? undefined]))

const contactNotes = (contact: ReturnType<typeof contactIn>, plan: ContactPlan | Refused | null): Reason[] => {
  if (contact.nameless) return [{ code: 'contactWithoutName' }]
  return plan && !('refused' in plan) && plan.hasLeft
    ? [{ code: 'contactHasLeft', params: { name: contact.displayName } }]
    : []
}
