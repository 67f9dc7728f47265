import { z } from 'zod'
import { checkBusinessNumber } from '@/lib/kernel/business-number'
import { flag, id, listOf, optionalChoice, optionalId, optionalText, text, version } from '@/lib/kernel/input'

export const accountKinds = ['customer', 'supplier', 'partner'] as const
export type AccountKind = (typeof accountKinds)[number]

export const accountStatuses = ['prospect', 'active', 'dormant', 'ended'] as const
export type AccountStatus = (typeof accountStatuses)[number]

export const accountRef = z.strictObject({ accountId: id })
export const accountRefSeen = accountRef.extend({ version: version.optional() })

/** A 統一編號 in its stored form; refused with the reason when it cannot be one. */
const businessNumber = text(40).transform((typed, context) => {
  const checked = checkBusinessNumber(typed)
  if (checked.problem === null) return checked.number
  const message = {
    length: 'businessNumberLength',
    checksum: 'businessNumberWrong',
    zeros: 'businessNumberZeros',
  } as const
  context.addIssue({ code: 'custom', message: message[checked.problem] })
  return z.NEVER
})

const blankAsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
const optionalBusinessNumber = z.preprocess((value) => blankAsNull(value) ?? null, businessNumber.nullable())

/** What is said of an account besides its name and kind; everything may be left out. */
const details = {
  englishName: optionalText(200),
  businessNumber: optionalBusinessNumber,
  segment: optionalText(80),
  industry: optionalText(80),
  country: optionalText(80),
  region: optionalText(80),
  city: optionalText(80),
  phone: optionalText(60),
  fax: optionalText(60),
  website: optionalText(500),
  paymentNote: optionalText(500),
  note: optionalText(4000),
  parentId: optionalId,
}

export const openInput = z.strictObject({
  name: text(200),
  kind: z.enum(accountKinds),
  ...details,
  tier: optionalText(8),
  status: optionalChoice(accountStatuses),
  ownerId: optionalId,
  restricted: flag,
})
export type OpenInput = z.output<typeof openInput>

/** In an edit, a field that is not named stays as it is; an empty one is cleared. */
const cleared = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankAsNull, schema.nullable()).optional()

export const editInput = accountRefSeen.extend({
  name: text(200).optional(),
  kind: z.enum(accountKinds).optional(),
  englishName: cleared(text(200)),
  businessNumber: cleared(businessNumber),
  tier: text(8).optional(),
  status: z.enum(accountStatuses).optional(),
  segment: cleared(text(80)),
  industry: cleared(text(80)),
  country: cleared(text(80)),
  region: cleared(text(80)),
  city: cleared(text(80)),
  phone: cleared(text(60)),
  fax: cleared(text(60)),
  website: cleared(text(500)),
  paymentNote: cleared(text(500)),
  note: cleared(text(4000)),
  parentId: cleared(id),
  ownerId: id.optional(),
  restricted: flag.optional(),
})

/** The fields of an account that people edit, in the order in which they are shown. */
export const accountFields = [
  'name',
  'englishName',
  'kind',
  'status',
  'tier',
  'businessNumber',
  'ownerId',
  'parentId',
  'industry',
  'segment',
  'country',
  'region',
  'city',
  'phone',
  'fax',
  'website',
  'paymentNote',
  'note',
  'restricted',
] as const
export type AccountField = (typeof accountFields)[number]
export const isAccountField = (name: string): name is AccountField =>
  (accountFields as readonly string[]).includes(name)

/** The cadence clock as the contact log computes it; moments as ISO text. */
const optionalMoment = z.iso.datetime({ offset: true }).nullable()
const clock = z.strictObject({
  lastTwoWayAt: optionalMoment,
  lastTwoWayId: id.nullable(),
  lastContactAt: optionalMoment,
  nextPlannedAt: optionalMoment,
  nextPlannedId: id.nullable(),
  dueOn: z.iso.date(),
})
export const clockInput = accountRef.extend({ clock, held: z.strictObject({ version, clock }) })

export const restoreInput = accountRefSeen.extend({ anyway: flag.optional() })
export const assignInput = accountRefSeen.extend({ ownerId: id })
export const distinctInput = accountRef.extend({ otherId: id })
export const restoreValueInput = accountRef.extend({ changeId: id, field: z.enum(accountFields) })
export const externalIdInput = accountRef.extend({ source: text(60), value: text(120) })
export const externalIdRef = accountRef.extend({ source: text(60) })

export const mostBulk = 500
const accountIds = listOf(id, mostBulk).pipe(z.array(id).min(1))
export const bulkInput = z.strictObject({ accountIds })
export const bulkAssignInput = z.strictObject({ accountIds, ownerId: id })

/** Why one account of a batch stayed as it was. */
export type Left = { id: string; name: string | null; reason: LeftReason }
export type LeftReason = 'notFound' | 'notAllowed' | 'archived' | 'notArchived' | 'externalIdTaken'
/** What a batch did: the accounts that changed, and each that did not with its reason. */
export type BulkResult = { done: string[]; left: Left[] }

/** An account as pickers, chips and links show it. */
export type AccountName = { id: string; name: string; englishName: string | null }

/** An account that may be the same as another: same 統一編號, or a name that reads the same. */
export type Twin = AccountName & {
  by: 'businessNumber' | 'name'
  businessNumber: string | null
  owner: string
  city: string | null
}
