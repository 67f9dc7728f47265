import { displayNameOf } from '@/lib/kernel/name'
import {
  type KnownMember,
  type MemberIntakeField,
  type MemberValues,
  memberIntakeFields,
} from '@/lib/modules/workspace/model-intake'
import type { Difference, Reason } from './model'
import { type PlannedRow, refusedRow, type Setting } from './model-plan'
import { all, type Index, put } from './rules-index'
import { directoryOf, type MemberDirectory, memberNamed, memberNameKey } from './rules-members-index'
import type { ReadRow } from './rules-rows'
import { contradiction, remember, type Said } from './rules-said'

/** A member as they will be once the rows so far are in. Those that rows bring go by `row 12` until they are written. */
export type Member = KnownMember & {
  openedBy: number | null
  roles: readonly string[]
  said: Said
  patch: MemberValues
  newNumbers: { source: string; value: string }[]
}

export type MembersWorld = {
  directory: MemberDirectory
  added: Member[]
  /** The numbers that rows of the file give to a name: a row or reference without one could mean any of them. */
  numbersOfName: Index<string>
}

export function newMembersWorld(known: readonly KnownMember[]): MembersWorld {
  const members = known.map(
    (member): Member => ({
      ...member,
      values: { ...member.values },
      externalIds: [...member.externalIds],
      openedBy: null,
      roles: [],
      said: new Map(),
      patch: {},
      newNumbers: [],
    }),
  )
  return { directory: directoryOf(members), added: [], numbersOfName: new Map() }
}

const temporaryId = (row: number) => `row ${row}`

/**
 * What becomes of each row of members: recognised by number, e-mail or a name that one person only has. Roles and e-mail
 * of somebody who may sign in are never changed by a file.
 */
export const planMembers = (world: MembersWorld, setting: Setting, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map((row) => planRow(world, setting, row))

function planRow(world: MembersWorld, setting: Setting, row: ReadRow): PlannedRow {
  const refuse = (code: string, params: Reason['params'] = {}) => refusedRow(row.number, { code, params }, row.notes)
  if (row.fault) return refusedRow(row.number, row.fault, row.notes)
  const values = valuesOf(row)
  const match = matchMember(world, setting, row, values)
  if ('refused' in match) return refusedRow(row.number, match.refused, row.notes)
  if (match.member === null && !values.name) return refuse('nameMissing')
  const { employedFrom = match.member?.values.employedFrom, employedTo = match.member?.values.employedTo } = values
  if (employedFrom && employedTo && employedTo < employedFrom) return refuse('endsBeforeItBegins')
  const said = row.values.reportsTo
  const superior = said === undefined ? undefined : superiorNamed(world, said, setting.source)
  if (said !== undefined && !superior) return refuse('superiorUnknown', { value: said })
  if (superior) values.reportsToId = superior.id
  if (superior && match.member && standsUnder(world, superior, match.member.id))
    return refuse('superiorLoop', { value: said ?? '' })
  return match.member ? planKnown(world, setting, row, values, match.member) : planNew(world, setting, row, values)
}

/** A name that the file gives to several members tells nobody whom it means. */
const superiorNamed = ({ directory, numbersOfName }: MembersWorld, typed: string, source: string) =>
  all(numbersOfName, memberNameKey(typed)).length > 1 ? undefined : memberNamed(directory, typed, source)

function valuesOf({ values: said }: ReadRow): MemberValues {
  const values = Object.fromEntries(
    memberIntakeFields.flatMap((field) => (said[field] === undefined ? [] : [[field, said[field]]])),
  ) as MemberValues
  const name = values.name ?? displayNameOf(values, 'zh-TW')
  return name === '' ? values : { ...values, name }
}

function matchMember(
  { directory, numbersOfName }: MembersWorld,
  { source }: Setting,
  row: ReadRow,
  values: MemberValues,
): { member: Member | null } | { refused: Reason } {
  const { externalId } = row.values
  const byNumber = all(directory.byNumber, externalId).find((member) =>
    member.externalIds.some((each) => each.source === source && each.value === externalId),
  )
  const byEmail = all(directory.byEmail, values.email)[0]
  if (byNumber && byEmail && byNumber !== byEmail)
    return { refused: { code: 'emailOfOther', params: { name: byEmail.values.name ?? '' } } }
  const found = byNumber ?? byEmail
  if (found) return { member: found as Member }
  if (externalId === undefined && values.name && numbersOfName.has(memberNameKey(values.name)))
    return { refused: { code: 'numberElsewhere' } }
  const namesakes = all(directory.byName, values.name ? memberNameKey(values.name) : undefined).filter(
    (member) =>
      (externalId === undefined || !member.externalIds.some((each) => each.source === source)) &&
      !(values.email && member.values.email),
  )
  if (namesakes.length > 1)
    return { refused: { code: 'severalMembers', params: { count: namesakes.length, name: values.name ?? '' } } }
  return { member: (namesakes[0] as Member | undefined) ?? null }
}

/** Whether `member` reports to `aboveId`, directly or through others, or is that person. */
function standsUnder({ directory }: MembersWorld, member: KnownMember, aboveId: string): boolean {
  const seen = new Set<string>()
  for (
    let at: KnownMember | undefined = member;
    at && !seen.has(at.id);
    at = directory.byId.get(at.values.reportsToId ?? '')
  ) {
    if (at.id === aboveId) return true
    seen.add(at.id)
  }
  return false
}

function planNew({ directory, added }: MembersWorld, setting: Setting, row: ReadRow, values: MemberValues): PlannedRow {
  const { externalId, roles } = row.values
  const number = externalId === undefined ? [] : [{ source: setting.source, value: externalId }]
  const member: Member = {
    id: temporaryId(row.number),
    status: 'notInvited',
    values: { employment: 'fullTime', ...values },
    externalIds: number,
    openedBy: row.number,
    roles: roles?.split(',') ?? [setting.role],
    said: new Map(),
    patch: {},
    newNumbers: number,
  }
  remember(member.said, row.number, values)
  added.push(member)
  directory.byId.set(member.id, member)
  put(directory.byNumber, externalId, member)
  put(directory.byEmail, values.email, member)
  put(directory.byName, memberNameKey(values.name ?? ''), member)
  const subject = { row: row.number }
  return { number: row.number, outcome: 'new', reason: null, notes: row.notes, differences: [], subject }
}

const mayStillChange = (member: Member) => member.openedBy !== null || member.status === 'notInvited'

function planKnown(
  { directory }: MembersWorld,
  setting: Setting,
  row: ReadRow,
  given: MemberValues,
  member: Member,
): PlannedRow {
  const clash = contradiction(member.said, given)
  if (clash) return refusedRow(row.number, clash, row.notes)
  const notes = [...row.notes]
  const { email, ...rest } = given
  const keepsEmail = email !== undefined && email !== member.values.email && !mayStillChange(member)
  if (keepsEmail) notes.push({ code: 'emailKept' })
  if (row.values.roles !== undefined && member.openedBy === null) notes.push({ code: 'rolesKept' })
  const values = Object.fromEntries(
    Object.entries(keepsEmail || email === undefined ? rest : { ...rest, email }).filter(
      ([field, value]) => value !== undefined && value !== member.values[field as MemberIntakeField],
    ),
  ) as MemberValues
  const { externalId } = row.values
  const isNewNumber =
    externalId !== undefined &&
    !member.externalIds.some(({ source, value }) => source === setting.source && value === externalId)
  const nameOf = (field: string, value: string | undefined) =>
    field === 'reportsToId' ? (directory.byId.get(value ?? '')?.values.name ?? null) : (value ?? null)
  const differences: Difference[] = [
    ...Object.entries(values).map(([field, after]) => ({
      field: field === 'reportsToId' ? 'reportsTo' : field,
      before: nameOf(field, member.values[field as MemberIntakeField]),
      after: nameOf(field, after) ?? '',
    })),
    ...(isNewNumber ? [{ field: 'externalId', before: null, after: externalId ?? '' }] : []),
  ]
  remember(member.said, row.number, given)
  Object.assign(member.values, values)
  if (member.openedBy === null) Object.assign(member.patch, values)
  if (isNewNumber && externalId) {
    const number = { source: setting.source, value: externalId }
    member.externalIds = [...member.externalIds.filter(({ source }) => source !== setting.source), number]
    member.newNumbers = [...member.newNumbers.filter(({ source }) => source !== setting.source), number]
    put(directory.byNumber, externalId, member)
  }
  put(directory.byEmail, values.email, member)
  put(directory.byName, values.name ? memberNameKey(values.name) : undefined, member)
  return {
    number: row.number,
    outcome: differences.length > 0 ? 'update' : 'same',
    reason: null,
    notes,
    differences,
    subject: member.openedBy === null ? { id: member.id } : { row: member.openedBy },
  }
}
