import { displayNameOf, splitPersonName } from '@/lib/kernel/name'
import { nameKeyOf, type PointKind } from '@/lib/modules/contacts/model'
import type { PersonValues } from '@/lib/modules/contacts/model-intake'
import type { Difference, Reason } from './model'
import { type Account, type Colleague, pointKeys } from './rules-accounts-world'
import type { ReadRow } from './rules-rows'
import { contradiction, remember } from './rules-said'

/** The contact person of a row. `nameless` says that something was said of somebody without a name. */
export type Contact = {
  displayName: string
  nameless: boolean
  values: PersonValues
  points: readonly { field: string; kind: PointKind; value: string }[]
}

const valueColumns = {
  familyName: 'contactFamilyName',
  givenName: 'contactGivenName',
  englishName: 'contactEnglishName',
  honorific: 'contactHonorific',
  title: 'contactTitle',
  department: 'contactDepartment',
  note: 'contactNote',
} as const

const pointColumns: readonly (readonly [string, PointKind])[] = [
  ['contactMobile', 'mobile'],
  ['contactPhone', 'phone'],
  ['contactFax', 'fax'],
  ['contactEmail', 'email'],
  ['contactLine', 'line'],
]

/** What a row says of the contact person of its account. */
export function contactIn({ values: said }: ReadRow): Contact {
  const values = Object.fromEntries(
    Object.entries(valueColumns).flatMap(([field, column]) =>
      said[column] === undefined ? [] : [[field, said[column]]],
    ),
  ) as PersonValues
  const points = pointColumns.flatMap(([field, kind]) => {
    const value = said[field]
    return value === undefined ? [] : [{ field, kind, value }]
  })
  const displayName = said.contactName ?? displayNameOf(values, 'zh-TW')
  const anything = Object.keys(values).length > 0 || points.length > 0
  return { displayName, nameless: displayName === '' && anything, values, points }
}

/** What a row does to the people of its account. */
export type ContactPlan = {
  nameKey: string
  contact: Contact
  known: Colleague | null
  hasLeft: boolean
  values: PersonValues
  newPoints: { kind: PointKind; value: string }[]
  differences: Difference[]
}

/** Compares the contact person of a row with the people of the account, by name. Null when the row names nobody. */
export function planContact(account: Account, contact: Contact): ContactPlan | { refused: Reason } | null {
  if (contact.displayName === '') return null
  const nameKey = nameKeyOf(contact.displayName)
  const known = account.colleagues.get(nameKey) ?? null
  const nothing = { nameKey, contact, known, values: {}, newPoints: [], differences: [] }
  if (known?.left) return { ...nothing, hasLeft: true }
  if (!known) {
    const difference = { field: 'contactName', before: null, after: contact.displayName }
    const newPoints = distinct(contact.points, new Set())
    return { ...nothing, hasLeft: false, values: contact.values, newPoints, differences: [difference] }
  }
  const clash = contradiction(known.said, contact.values)
  if (clash) return { refused: clash }
  const values = Object.fromEntries(
    Object.entries(contact.values).filter(([field, value]) => value !== known.values[field as keyof PersonValues]),
  ) as PersonValues
  const newPoints = distinct(contact.points, known.points)
  const differences = [
    ...Object.entries(values).map(([field, after]) => ({
      field: valueColumns[field as keyof typeof valueColumns],
      before: known.values[field as keyof PersonValues] ?? null,
      after: after ?? '',
    })),
    ...newPoints.map(({ field, value }) => ({ field, before: null, after: value })),
  ]
  return { ...nothing, hasLeft: false, values, newPoints, differences }
}

function distinct<Point extends { kind: PointKind; value: string }>(
  points: readonly Point[],
  known: ReadonlySet<string>,
) {
  const seen = new Set(known)
  return points.filter(({ kind, value }) => {
    const keys = pointKeys(kind, value)
    const isNew = !keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}

/** Takes what was planned for a contact person into the account. */
export function enterContact(account: Account, row: number, plan: ContactPlan | { refused: Reason }): void {
  if ('refused' in plan || plan.hasLeft) return
  const colleague = plan.known ?? added(account, plan)
  remember(colleague.said, row, plan.contact.values)
  if (!plan.known) return
  Object.assign(colleague.values, plan.values)
  if (colleague.id) Object.assign(colleague.patch, plan.values)
  colleague.newPoints.push(...plan.newPoints.map(({ kind, value }) => ({ kind, value })))
  for (const { kind, value } of plan.newPoints) for (const key of pointKeys(kind, value)) colleague.points.add(key)
}

function added(account: Account, { nameKey, contact, newPoints }: ContactPlan): Colleague {
  const colleague: Colleague = {
    id: null,
    affiliationId: null,
    left: false,
    displayName: contact.displayName,
    values: { ...partsOfName(contact), ...contact.values },
    points: new Set(newPoints.flatMap(({ kind, value }) => pointKeys(kind, value))),
    said: new Map(),
    patch: {},
    newPoints: newPoints.map(({ kind, value }) => ({ kind, value })),
  }
  account.colleagues.set(nameKey, colleague)
  return colleague
}

/** A name in one piece is split when it is written; the plan knows the parts it will have. */
function partsOfName({ displayName, values }: Contact): PersonValues {
  if (values.familyName !== undefined || values.givenName !== undefined) return {}
  const { familyName, givenName } = splitPersonName(displayName)
  return { ...(familyName ? { familyName } : {}), ...(givenName ? { givenName } : {}) }
}
