import { type Actor, hasRole } from '@/lib/kernel/actor'
import { displayNameOf, splitPersonName } from '@/lib/kernel/name'
import { parsePhone } from '@/lib/kernel/phone'
import { refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { messages } from './messages'
import { nameKeyOf, type PointKind } from './model'

const no = refusals('contacts', messages)

type Names = {
  displayName: string | null
  familyName: string | null
  givenName: string | null
  englishName: string | null
  honorific: string | null
}

/**
 * A person's name as it is kept. One name in one piece is split into family and given name; the parts make the name on
 * screen when none is given. Refuses when there is no name at all.
 */
export function keptName(names: Names): Names & { displayName: string; nameKey: string } {
  const shown = displayNameOf(names, 'zh-TW')
  if (shown === '') throw no('nameMissing', {}, { displayName: { code: 'nameMissing' } })
  const hasParts = names.familyName !== null || names.givenName !== null
  const parts = hasParts ? names : orNull(splitPersonName(shown))
  const { englishName, honorific } = names
  return {
    englishName,
    honorific,
    familyName: parts.familyName,
    givenName: parts.givenName,
    displayName: shown,
    nameKey: nameKeyOf(shown),
  }
}

const orNull = ({ familyName, givenName }: { familyName: string; givenName: string }) => ({
  familyName: familyName || null,
  givenName: givenName || null,
})

/** How one way to reach somebody is kept: as typed, with its comparable form when it could be checked. */
export type ReadPoint = { value: string; normal: string | null; extension: string | null; checked: boolean }

const lineId = /^[a-z0-9._-]{4,20}$/
const mailbox = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Reads a phone in the custom of the account's country, an e-mail or a LINE id. What cannot be checked stays as typed. */
export function readPoint(kind: PointKind, value: string, country: string | null): ReadPoint {
  const plain = value.normalize('NFKC').trim().toLowerCase()
  switch (kind) {
    case 'mobile':
    case 'phone':
    case 'fax': {
      const phone = parsePhone(value, country ?? 'TW')
      return { value, normal: phone.e164, extension: phone.extension, checked: phone.checked }
    }
    case 'email':
      return plainPoint(value, mailbox.test(plain) ? plain : null)
    case 'line':
      return plainPoint(value, lineId.test(plain) ? plain : null)
    case 'other':
      return plainPoint(value, null)
  }
}

const plainPoint = (value: string, normal: string | null): ReadPoint => ({
  value,
  normal,
  extension: null,
  checked: normal !== null,
})

const sharedNames = new Set(
  (
    'info sales service services support contact office admin mail hello enquiry enquiries inquiry order orders ' +
    'purchase purchasing buyer procurement account accounts accounting finance billing invoice hr jobs press ' +
    'marketing logistics warehouse shipping export import qa quality noreply no-reply webmaster postmaster'
  ).split(' '),
)

/** A mailbox that several people read, such as info@ or sales@: it says nothing about who somebody is. */
export const isSharedMailbox = (email: string) =>
  sharedNames.has(email.slice(0, email.indexOf('@')).replace(/\d+$/, ''))

/** Which of somebody's points tell who they are: their own e-mail and mobile number. */
export const tellingPoints = (points: readonly { kind: PointKind; normal: string | null }[]): string[] =>
  points.flatMap(({ kind, normal }) =>
    normal && (kind === 'mobile' || (kind === 'email' && !isSharedMailbox(normal))) ? [normal] : [],
  )

/** Somebody who may be the same person: proposed, never forced. */
export function mustNotLookKnown(
  lookalikes: readonly { name: string; accountName: string | null }[],
  anyway: boolean,
): void {
  if (anyway || lookalikes.length === 0) return
  const people = lookalikes
    .map(({ name, accountName }) => (accountName ? `${name}（${accountName}）` : name))
    .join('、')
  throw no('looksKnown', { people }, { addAnyway: { code: 'tickAnyway' } })
}

/**
 * Who may change somebody's record: whoever may edit one of the accounts where they work. An assistant enters for
 * others and may change everybody at accounts that they can see. `holds` are those accounts.
 */
export const mayEditPerson = (actor: Actor, holds: readonly AccountHold[]): boolean =>
  holds.length > 0 && (hasRole(actor, 'salesAssistant') || holds.some((hold) => mayEditAccount(actor, hold)))

export function mustMayEdit(actor: Actor, holds: readonly AccountHold[]): void {
  if (!mayEditPerson(actor, holds)) throw no('notYours')
}

/** A row of the form that was left blank adds nothing. */
export const isFilled = <Point extends { value: string | null }>(point: Point): point is Point & { value: string } =>
  point.value !== null

/** An archived account takes no new people and no changes until it is restored. */
export function mustBeOpen({ archivedAt }: { archivedAt: Date | null }): void {
  if (archivedAt) throw no('accountArchived')
}

/** An archived person stays as they are until they are restored. */
export function mustBeKept({ archivedAt }: { archivedAt: Date | null }): void {
  if (archivedAt) throw no('personArchived')
}

export function mustBeMember(known: boolean): void {
  if (!known) throw no('unknownOwner', {}, { ownerId: { code: 'unknownOwner' } })
}

type Comparable = { kind: PointKind; value: string; normal: string | null }

/** The same number or address is kept once. */
export function mustBeNewPoint(
  point: Comparable,
  others: readonly { kind: string; value: string; normal: string | null }[],
): void {
  const same = others.some(
    (other) =>
      other.kind === point.kind && (point.normal ? other.normal === point.normal : other.value === point.value),
  )
  if (same) throw no('pointKnown', {}, { value: { code: 'pointKnown' } })
}

type GivenNames = { [Part in keyof Names]?: string | null | undefined }

/** The name after an edit that says some of its parts. A new name in one piece is split again. Null: nothing was said. */
export function editedName(before: Names, given: GivenNames): ReturnType<typeof keptName> | null {
  const said = Object.fromEntries(nameParts.flatMap((part) => (given[part] === undefined ? [] : [[part, given[part]]])))
  if (Object.keys(said).length === 0) return null
  const renamed = 'displayName' in said && !('familyName' in said) && !('givenName' in said)
  const parts = renamed && said.displayName !== before.displayName ? { familyName: null, givenName: null } : {}
  return keptName({ ...before, ...parts, ...said })
}

const nameParts = ['displayName', 'familyName', 'givenName', 'englishName', 'honorific'] as const

/** The former value of a field in a recorded change. */
export function changeKnown(before: Readonly<Record<string, unknown>> | null | undefined, field: string): unknown {
  if (!before || !(field in before)) throw no('changeUnknown')
  return before[field]
}
