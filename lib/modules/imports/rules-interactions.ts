import { cut } from '@/lib/kernel/cut'
import { dayOf, instantOf } from '@/lib/kernel/day'
import { nameKeyOf } from '@/lib/modules/contacts/model'
import type { KnownContact, LoggedContact } from '@/lib/modules/interactions/model-intake'
import type { Difference, Reason } from './model'
import { type PlannedRow, refusedRow, type Setting } from './model-plan'
import { accountNamed } from './rules-accounts-match'
import type { Account, AccountsWorld } from './rules-accounts-world'
import { all, type Index, numberKey, put } from './rules-index'
import { type MemberDirectory, memberNamed } from './rules-members-index'
import type { ReadRow } from './rules-rows'
import { partsOf } from './rules-values'

/** A contact as it will be once the rows so far are in. */
export type Contact = Omit<KnownContact, 'id'> & {
  id: string | null
  /** The row of the file that brings or first told it: a later row may not tell it otherwise. */
  toldBy: number | null
  openedBy: number | null
  personIds: readonly string[]
  patch: Partial<Told>
  newNumbers: { source: string; value: string }[]
}
type Told = Pick<KnownContact, 'channel' | 'happenedAt' | 'timeKnown' | 'twoWay' | 'summary' | 'topics'>

export type ContactsWorld = {
  accounts: AccountsWorld
  byNumber: Index<Contact>
  byTold: Index<Contact>
  added: Contact[]
  known: Set<string>
}

export const newContactsWorld = (accounts: AccountsWorld): ContactsWorld => ({
  accounts,
  byNumber: new Map(),
  byTold: new Map(),
  added: [],
  known: new Set(),
})

/** Adds contacts on record. What is known already stays as the rows have left it. */
export function addKnownContacts(world: ContactsWorld, contacts: readonly KnownContact[]): void {
  for (const known of contacts) {
    if (world.known.has(known.id)) continue
    world.known.add(known.id)
    enter(world, { ...known, toldBy: null, openedBy: null, personIds: [], patch: {}, newNumbers: [] })
  }
}

function enter(world: ContactsWorld, contact: Contact) {
  for (const { source, value } of contact.externalIds) put(world.byNumber, numberKey(source, value), contact)
  put(world.byTold, toldKey(contact), contact)
}

type Key = Pick<Contact, 'accountId' | 'speakerId' | 'happenedAt' | 'channel' | 'summary'>

/** One contact is told once: the same author, account, moment, channel and words are the same contact. */
const toldKey = ({ accountId, speakerId, happenedAt, channel, summary }: Key) =>
  [accountId, speakerId, happenedAt, channel, summary.normalize('NFC')].join('\u0000')

/** What a row says, with its references resolved. */
export type ContactWish = {
  account: Account
  contact: Omit<LoggedContact, 'externalIds'>
  externalId: string | undefined
  notes: Reason[]
}

/** What becomes of each row of contacts: new, changed, the same, or refused with the reason. */
export const planInteractions = (
  world: ContactsWorld,
  setting: Setting,
  members: MemberDirectory,
  rows: readonly ReadRow[],
): PlannedRow[] =>
  rows.map((row) => {
    if (row.fault) return refusedRow(row.number, row.fault, row.notes)
    const wish = contactWish(world.accounts, setting, members, row)
    if ('refused' in wish) return refusedRow(row.number, wish.refused, row.notes)
    return planContact(world, setting, row, wish)
  })

const earliest = '1970-01-01'
const farthestYears = 3
const twoWayChannels = new Set(['call', 'visit', 'meeting', 'meal'])

/** Resolves the account, the author, the people and the moment of a row, or says why it cannot. */
export function contactWish(
  accounts: AccountsWorld,
  setting: Setting,
  members: MemberDirectory,
  { values: said, notes }: ReadRow,
): ContactWish | { refused: Reason } {
  const no = (code: string, params: Reason['params'] = {}) => ({ refused: { code, params } })
  if (!said.account) return no('accountMissing')
  if (!said.day) return no('dayMissing')
  if (!said.summary) return no('summaryMissing')
  const account = accountNamed(accounts, said.account, setting.source)
  if (!account?.id) return no('accountUnknown', { value: cut(said.account, 80) })
  const author = said.author === undefined ? null : memberNamed(members, said.author, setting.source)
  if (author === undefined) return no('authorUnknown', { value: said.author ?? '' })
  const speakerId = author?.id ?? setting.actor.id
  if (speakerId !== setting.actor.id && !setting.forOthers) return no('notForOthers')
  const { happenedAt, timeKnown } = momentIn(said, setting.actor.timeZone)
  const day = dayOf(new Date(happenedAt), setting.actor.timeZone)
  const last = `${setting.now.getUTCFullYear() + farthestYears}-01-01`
  if (day < earliest || day >= last) return no('dayOutOfReach', { day })
  const people = peopleIn(account, said.people)
  const channel = (said.channel ?? 'other') as LoggedContact['channel']
  return {
    account,
    contact: {
      accountId: account.id,
      speakerId,
      personIds: people.ids,
      channel,
      happenedAt,
      timeKnown,
      twoWay: said.twoWay === undefined ? twoWayChannels.has(channel) : said.twoWay === 'yes',
      summary: said.summary,
      topics: [...new Set(partsOf(said.topics ?? '').map((topic) => cut(topic.replace(/^[#＃]+/, ''), 40)))].slice(
        0,
        20,
      ),
    },
    externalId: said.externalId,
    notes: [...notes, ...people.notes],
  }
}

function momentIn({ day = '', time }: ReadRow['values'], timeZone: string) {
  if (day.endsWith('Z')) return { happenedAt: day, timeKnown: true }
  const [date = '', hour = time] = day.split('T')
  return { happenedAt: instantOf(date, hour ?? '12:00', timeZone).toISOString(), timeKnown: hour !== undefined }
}

const mostPeople = 50

/** The people of the account whom a cell names; a name that nobody there has is kept with the row. */
function peopleIn(account: Account, typed: string | undefined): { ids: string[]; notes: Reason[] } {
  const names = partsOf(typed ?? '').slice(0, mostPeople)
  const found = names.map((name) => account.colleagues.get(nameKeyOf(name))?.id ?? null)
  const unknown = names.filter((_, index) => found[index] === null)
  return {
    ids: [...new Set(found.filter((id): id is string => id !== null))],
    notes: unknown.length > 0 ? [{ code: 'peopleUnknown', params: { names: cut(unknown.join('、'), 200) } }] : [],
  }
}

function planContact(world: ContactsWorld, setting: Setting, row: ReadRow, wish: ContactWish): PlannedRow {
  const { contact, externalId, notes } = wish
  const byNumber = externalId ? all(world.byNumber, numberKey(setting.source, externalId))[0] : undefined
  const told = { ...contact, mayChange: true, externalIds: [] }
  const byTold = all(world.byTold, toldKey(told)).find(
    (each) => externalId === undefined || !each.externalIds.some(({ source }) => source === setting.source),
  )
  const known = byNumber ?? byTold
  if (known) return planKnown(setting, row, wish, known)
  const numbers = externalId === undefined ? [] : [{ source: setting.source, value: externalId }]
  const fresh: Contact = {
    ...told,
    id: null,
    toldBy: row.number,
    openedBy: row.number,
    externalIds: numbers,
    patch: {},
    newNumbers: numbers,
  }
  world.added.push(fresh)
  enter(world, fresh)
  return { number: row.number, outcome: 'new', reason: null, notes, differences: [], subject: { row: row.number } }
}

const toldFields = ['channel', 'happenedAt', 'summary', 'twoWay', 'topics'] as const

function planKnown(
  setting: Setting,
  row: ReadRow,
  { contact, externalId, notes }: ContactWish,
  known: Contact,
): PlannedRow {
  const refuse = (code: string, params: Reason['params'] = {}) => refusedRow(row.number, { code, params }, notes)
  if (known.accountId !== contact.accountId) return refuse('contactOfOther')
  const said = saidFields(row)
  const changed = toldFields.filter(
    (field) => said.has(field) && JSON.stringify(known[field]) !== JSON.stringify(contact[field]),
  )
  const isNewNumber =
    externalId !== undefined &&
    !known.externalIds.some(({ source, value }) => source === setting.source && value === externalId)
  const subject = known.id === null ? { row: known.openedBy ?? row.number } : { id: known.id }
  const [clash] = known.toldBy === null ? [] : changed
  if (clash)
    return refuse('contradicts', { row: known.toldBy ?? 0, before: shown(known[clash]), after: shown(contact[clash]) })
  known.toldBy ??= row.number
  if (changed.length === 0 && !isNewNumber)
    return { number: row.number, outcome: 'same', reason: null, notes, differences: [], subject }
  if (!known.mayChange) return refuse('contactNotYours')
  const differences: Difference[] = changed.map((field) => ({
    field: field === 'happenedAt' ? 'day' : field,
    before: shown(known[field]),
    after: shown(contact[field]),
  }))
  const patch = Object.fromEntries(changed.map((field) => [field, contact[field]]))
  Object.assign(known, patch)
  Object.assign(known.patch, patch, changed.includes('happenedAt') ? { timeKnown: contact.timeKnown } : {})
  if (isNewNumber && externalId) {
    const number = { source: setting.source, value: externalId }
    known.externalIds = [...known.externalIds, number]
    known.newNumbers.push(number)
    differences.push({ field: 'externalId', before: null, after: externalId })
  }
  return { number: row.number, outcome: 'update', reason: null, notes, differences, subject }
}

/** What the row itself says: what it leaves out changes nothing. */
function saidFields({ values }: ReadRow): ReadonlySet<string> {
  return new Set([
    'happenedAt',
    'summary',
    ...(values.channel === undefined ? [] : ['channel']),
    ...(values.twoWay === undefined ? [] : ['twoWay']),
    ...(values.topics === undefined ? [] : ['topics']),
  ])
}

const shown = (value: unknown): string => cut(Array.isArray(value) ? value.join('、') : String(value), 200)
