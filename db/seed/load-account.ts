import { addDays, type Day, instantOf } from '@/lib/kernel/day'
import { addAddress } from '@/lib/modules/accounts/commands-addresses'
import { noteCulture } from '@/lib/modules/accounts/commands-notes'
import { open } from '@/lib/modules/accounts/commands-open'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import type { AddressKind, Employment, NoteKind, NoteSource } from '@/lib/modules/accounts/model-record'
import { add } from '@/lib/modules/contacts/commands'
import { claimSlot } from '@/lib/modules/contacts/commands-slots'
import type { Channel, DecisionRole, Language, PointKind, Stance } from '@/lib/modules/contacts/model'
import type { Slot } from '@/lib/modules/workspace/model'
import { historyBegins } from './days'
import { done } from './done'
import type { Staff } from './load-members'
import { memberOf } from './reading'
import { listed, rowsOf, type Story, said } from './story'

/** What later lines of the story refer to by name. */
export type Known = {
  accounts: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}
export type Opened = { accountId: string; people: Map<string, string>; claims: Map<string, string> }

export type Setting = { staff: Staff; today: Day }

/** Accounts and people are entered a fortnight before the first contact. */
export const openingOf = (today: Day) => instantOf(addDays(historyBegins(today), -14), '09:00')

/** Opens the account as the lead assigns it, with its places, team, manners, people and who is claimed to fill which role. */
export async function openAccount(story: Story, { staff, today }: Setting, parentId: string | null): Promise<Opened> {
  const at = openingOf(today)
  const [lead, owner] = [staff.howard, staff[story.owner]]
  const { id: accountId } = await done(
    open,
    lead,
    { ...story.account, country: '臺灣', ownerId: owner.id, parentId },
    at,
  )
  for (const [kind, postalCode, city, line, englishLine] of rowsOf(story.addresses)) {
    const address = { kind: kind as AddressKind, postalCode, city, line, englishLine: said(englishLine) }
    await done(addAddress, lead, { accountId, ...address }, at)
  }
  for (const cells of rowsOf(story.team)) {
    const [member = '', role = '', employment, from, to] = cells
    const fromDay = addDays(today, -Number(from))
    const toDay = said(to) ? addDays(today, -Number(to)) : null
    const joining = { role, employment: employment as Employment, fromDay, toDay }
    await done(joinTeam, lead, { accountId, memberId: staff[memberOf(member, cells)].id, ...joining }, at)
  }
  for (const [kind, source, text = '', sourceDetail] of rowsOf(story.notes)) {
    const note = { kind: kind as NoteKind, source: source as NoteSource, text, sourceDetail: said(sourceDetail) }
    await done(noteCulture, owner, { accountId, ...note }, at)
  }
  const people = await addPeople(story, { accountId, staff, today })
  const claims = new Map<string, string>()
  for (const [slot = '', name = ''] of rowsOf(story.keyContacts)) {
    const claimed = { accountId, slot: slot as Slot, personId: named(people, name) }
    claims.set(slot, (await done(claimSlot, owner, claimed, at)).id)
  }
  return { accountId, people, claims }
}

async function addPeople(story: Story, { accountId, staff, today }: Setting & { accountId: string }) {
  const people = new Map<string, string>()
  for (const row of rowsOf(story.people)) {
    const person = personOf(row, story.domain, today)
    const superior = said(row[11])
    const reportsToId = superior ? named(people, superior) : null
    const { id } = await done(add, staff[story.owner], { accountId, ...person, reportsToId }, openingOf(today))
    people.set(person.displayName, id)
  }
  return people
}

/** One row of the people's table as the form would send it. */
function personOf(cells: readonly string[], domain: string, today: Day) {
  const [displayName = '', englishName, honorific, title, department, decision = '', manner = ''] = cells
  const [phones, mailbox, line, notice = ''] = cells.slice(7)
  const [decisionRole, influence, stance] = decision.split(' ')
  const [language, channel] = manner.split(' ')
  const told = /^(.+) (\d+)$/.exec(notice)
  if (!told) throw new Error(`${displayName} has no privacy notice: ${notice}`)
  const doNotContact = channel === '勿擾'
  return {
    displayName,
    englishName: said(englishName),
    honorific: said(honorific),
    title,
    department,
    decisionRole: decisionRole as DecisionRole,
    influence: Number(influence),
    stance: stance as Stance,
    language: language as Language,
    channel: doNotContact ? null : (channel as Channel),
    doNotContact,
    noticeSource: told[1],
    noticeOn: addDays(today, -Number(told[2])),
    points: pointsOf({ phones, mailbox, line }, domain),
  }
}

type Reach = { phones: string | undefined; mailbox: string | undefined; line: string | undefined }

function pointsOf({ phones, mailbox, line }: Reach, domain: string) {
  const numbers = listed(phones).map((value) => ({ kind: kindOf(value), value, preferred: false }))
  const mail = said(mailbox) ? [{ kind: 'email' as const, value: `${mailbox}@${domain}`, preferred: true }] : []
  const messenger = said(line) ? [{ kind: 'line' as const, value: line ?? '', preferred: false }] : []
  return [...numbers, ...mail, ...messenger]
}

const kindOf = (number: string): PointKind => (number.startsWith('09') ? 'mobile' : 'phone')

/** The id behind a name of the story. */
export function named(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`nobody in the story is called ${name}`)
  return id
}
