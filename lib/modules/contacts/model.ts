import { z } from 'zod'
import {
  day,
  flag,
  id,
  listOf,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '@/lib/kernel/input'
import { normaliseForSearch } from '@/lib/kernel/search-text'
import { confirming } from '@/lib/modules/confirmations/model'
import { slots } from '@/lib/modules/workspace/model'

/** What a person does in a decision of their company. */
export const decisionRoles = ['decides', 'influences', 'uses', 'buys', 'guards', 'advises'] as const
export type DecisionRole = (typeof decisionRoles)[number]

/** How they stand towards us. */
export const stances = ['supports', 'neutral', 'opposes', 'unknown'] as const
export type Stance = (typeof stances)[number]

export const pointKinds = ['mobile', 'phone', 'email', 'line', 'fax', 'other'] as const
export type PointKind = (typeof pointKinds)[number]

/** How somebody prefers to be reached. */
export const channels = ['call', 'mail', 'line', 'meeting', 'visit'] as const
export type Channel = (typeof channels)[number]

/** Languages that people like to be spoken or written to in; `nan` is Taiwanese, `hak` Hakka. */
export const languages = ['zh-TW', 'nan', 'hak', 'zh-CN', 'en', 'ja', 'ko', 'vi', 'th', 'id', 'de', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

export const mostPoints = 20

const optionalNumber = (least: number, most: number) =>
  z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? null : value),
    z.coerce.number().int().min(least).max(most).nullable(),
  )

const names = {
  displayName: optionalText(120),
  familyName: optionalText(60),
  givenName: optionalText(60),
  englishName: optionalText(120),
  honorific: optionalText(30),
}

const address = {
  language: optionalChoice(languages),
  channel: optionalChoice(channels),
  doNotContact: flag,
  noticeSource: optionalText(200),
  noticeOn: optionalDay,
  note: optionalText(4000),
  ownerId: optionalId,
}

const post = {
  title: optionalText(120),
  department: optionalText(120),
  decisionRole: optionalChoice(decisionRoles),
  influence: optionalNumber(1, 5),
  stance: optionalChoice(stances),
  reportsToId: optionalId,
  fromDay: optionalDay,
}

const blankAsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
/** In an edit, a field that is not named stays as it is; an empty one is cleared. */
const cleared = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankAsNull, schema.nullable()).optional()
/** A checkbox behind a hidden `false`: the last word counts, and no word leaves it as it is. */
const ticked = z.preprocess((value) => (Array.isArray(value) ? value.at(-1) : value), flag).optional()

/** The key by which two spellings of one person's name meet: folded for search, without spaces and punctuation. */
export function nameKeyOf(name: string): string {
  const folded = normaliseForSearch(name)
  return folded.replace(/[\s\p{P}]+/gu, '') || folded
}

export const personRef = z.strictObject({ personId: id })
export const accountRef = z.strictObject({ accountId: id })

const firstPoint = z.strictObject({ kind: z.enum(pointKinds), value: optionalText(200), preferred: flag })
const point = { kind: z.enum(pointKinds), value: text(200), preferred: ticked }

export const addInput = z.strictObject({
  accountId: id,
  ...names,
  ...address,
  ...post,
  points: listOf(firstPoint, mostPoints),
  slot: optionalChoice(slots),
  addAnyway: flag,
})
export const editInput = z.strictObject({
  personId: id,
  version,
  displayName: cleared(text(120)),
  familyName: cleared(text(60)),
  givenName: cleared(text(60)),
  englishName: cleared(text(120)),
  honorific: cleared(text(30)),
  language: cleared(z.enum(languages)),
  channel: cleared(z.enum(channels)),
  doNotContact: ticked,
  noticeSource: cleared(text(200)),
  noticeOn: cleared(day),
  note: cleared(text(4000)),
  ownerId: cleared(id),
})

/** Up to 500 people at once, for imports; nobody is taken for somebody known. */
export const addManyInput = z.strictObject({
  people: z.array(addInput.omit({ addAnyway: true, slot: true, reportsToId: true })).max(500),
})
export const manyInput = z.strictObject({ personIds: z.array(id).max(500) })

/** The fields of a person that people edit, in the order in which they are shown. */
export const personFields = [
  'displayName',
  'familyName',
  'givenName',
  'englishName',
  'honorific',
  'language',
  'channel',
  'doNotContact',
  'noticeSource',
  'noticeOn',
  'note',
  'ownerId',
] as const
export type PersonField = (typeof personFields)[number]
export const isPersonField = (name: string): name is PersonField => (personFields as readonly string[]).includes(name)

export const restoreValueInput = z.strictObject({ personId: id, changeId: id, field: z.enum(personFields) })

export const addPointInput = z.strictObject({ personId: id, ...point })
export const editPointInput = z.strictObject({ pointId: id, version, ...point })
export const pointRef = z.strictObject({ pointId: id })

export const joinInput = z.strictObject({ personId: id, accountId: id, main: flag, ...post })
export const leaveInput = z.strictObject({ affiliationId: id, toDay: day })
export const rejoinInput = z.strictObject({ affiliationId: id })
export const moveInput = z.strictObject({ affiliationId: id, toDay: day, accountId: id, ...post })
export const editAffiliationInput = z.strictObject({
  affiliationId: id,
  version,
  title: cleared(text(120)),
  department: cleared(text(120)),
  decisionRole: cleared(z.enum(decisionRoles)),
  influence: cleared(z.coerce.number().int().min(1).max(5)),
  stance: cleared(z.enum(stances)),
  reportsToId: cleared(id),
  fromDay: cleared(day),
  main: ticked,
})

export const claimSlotInput = z.strictObject({ accountId: id, slot: z.enum(slots), personId: id })
export const clearSlotInput = z.strictObject({ keyContactId: id })
export const confirmSlotInput = z.strictObject({ keyContactId: id, withPersonId: optionalId, ...confirming })
export const reconfirmInput = z.strictObject({
  accountId: id,
  /** Which claims; empty means all of the account, or all of `personId` there. */
  keyContactIds: listOf(id, slots.length),
  personId: optionalId,
  ...confirming,
})
