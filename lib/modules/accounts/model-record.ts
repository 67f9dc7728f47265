import { z } from 'zod'
import { day, id, optionalDay, optionalText, text, version } from '@/lib/kernel/input'

export const addressKinds = ['office', 'registered', 'invoice', 'delivery', 'plant', 'store'] as const
export type AddressKind = (typeof addressKinds)[number]

export const employments = ['fullTime', 'partTime', 'temporary', 'contractor'] as const
export type Employment = (typeof employments)[number]

export const noteKinds = ['culture', 'etiquette', 'meeting', 'gift', 'other'] as const
export type NoteKind = (typeof noteKinds)[number]

/** How we know: asked, seen, told by somebody, or published. Nothing is guessed. */
export const noteSources = ['asked', 'observed', 'told', 'published'] as const
export type NoteSource = (typeof noteSources)[number]

export const mostAddresses = 50
export const addressFields = {
  kind: z.enum(addressKinds),
  country: optionalText(80),
  postalCode: optionalText(20),
  region: optionalText(80),
  city: optionalText(80),
  line: optionalText(300),
  englishLine: optionalText(300),
}

export const addAddressInput = z.strictObject({ accountId: id, ...addressFields })
export const editAddressInput = z.strictObject({
  accountId: id,
  addressId: id,
  version: version.optional(),
  ...addressFields,
})
export const addressRef = z.strictObject({ accountId: id, addressId: id })

export const joinTeamInput = z.strictObject({
  accountId: id,
  memberId: id,
  role: text(60),
  employment: z.enum(employments),
  fromDay: optionalDay,
  toDay: optionalDay,
})
export const leaveTeamInput = z.strictObject({ accountId: id, memberId: id, toDay: day.optional() })

export const noteInput = z.strictObject({
  accountId: id,
  kind: z.enum(noteKinds),
  text: text(2000),
  source: z.enum(noteSources),
  sourceDetail: optionalText(300),
})
export const noteRef = z.strictObject({ accountId: id, noteId: id })
