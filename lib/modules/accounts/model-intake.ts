import { z } from 'zod'
import { id, text } from '@/lib/kernel/input'
import { accountKinds, accountStatuses, clockInput } from './model'
import { addressFields } from './model-record'

/** What a row of a file may say of an account; a row never erases, so nothing here can be empty. */
const said = {
  name: text(200),
  englishName: text(200),
  kind: z.enum(accountKinds),
  businessNumber: z.string().regex(/^\d{8}$/),
  tier: text(8),
  status: z.enum(accountStatuses),
  segment: text(80),
  industry: text(80),
  country: text(80),
  region: text(80),
  city: text(80),
  phone: text(60),
  fax: text(60),
  website: text(500),
  paymentNote: text(500),
  note: text(4000),
  ownerId: id,
  parentId: id,
}
export const accountIntakeFields = Object.keys(said) as (keyof typeof said)[]
export type AccountIntakeField = keyof typeof said
export type AccountValues = { [Field in AccountIntakeField]?: string | undefined }

export const officeFields = ['country', 'postalCode', 'region', 'city', 'line', 'englishLine'] as const
export type OfficeField = (typeof officeFields)[number]
export type OfficeValues = { [Field in OfficeField]?: string | null | undefined }

/** A live account as an import compares rows with it. Of one that the importer may not see only its numbers are known. */
export type KnownAccount = {
  id: string
  visible: boolean
  mayEdit: boolean
  mayPassOn: boolean
  nameKey: string
  values: AccountValues
  office: OfficeValues | null
  externalIds: readonly { source: string; value: string }[]
  /** Accounts above it, for refusing to turn an account into a unit of its own unit. */
  above: readonly string[]
}

/** By what accounts are looked for. */
export type AccountKeys = {
  ids: readonly string[]
  externalIds: readonly string[]
  businessNumbers: readonly string[]
  nameKeys: readonly string[]
}

const amendment = z.strictObject({
  accountId: id,
  patch: z.strictObject(said).partial(),
  office: z.strictObject(addressFields).omit({ kind: true }).partial().nullable(),
  externalIds: z.array(z.strictObject({ source: text(60), value: text(120) })).max(5),
})
export const amendManyInput = z.strictObject({ accounts: z.array(amendment).max(500) })
export type Amendment = z.input<typeof amendment>

export const keepClocksInput = z.strictObject({ clocks: z.array(clockInput.omit({ held: true })).max(1000) })

/** A row as it was before a change: the fields that changed, as the history keeps them. */
const image = z.record(z.string(), z.unknown())
const images = z.array(z.strictObject({ id, image })).max(5000)

export const takeBackInput = z.strictObject({
  opened: z.array(id).max(500),
  addresses: z.array(id).max(1000),
  accounts: images,
  officeImages: images,
  touched: z.array(id).max(2000),
})
