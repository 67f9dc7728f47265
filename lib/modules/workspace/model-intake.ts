import { z } from 'zod'
import { roles } from '@/lib/kernel/actor'
import { day, id, listOf, text } from '@/lib/kernel/input'
import { employments } from './model-members'

/** What a row of a file may say of a member; nothing is ever emptied. */
const said = {
  name: text(100),
  familyName: text(50),
  givenName: text(50),
  englishName: text(100),
  email: z.email().max(254),
  title: text(100),
  phone: text(50),
  employment: z.enum(employments),
  employedFrom: day,
  employedTo: day,
  reportsToId: id,
}
export const memberIntakeFields = Object.keys(said) as (keyof typeof said)[]
export type MemberIntakeField = keyof typeof said
export type MemberValues = { [Field in MemberIntakeField]?: string | undefined }

/** A member as an import compares rows with them, and as other rows name them. */
export type KnownMember = {
  id: string
  status: string
  values: MemberValues
  externalIds: readonly { source: string; value: string }[]
}

const numbered = { externalIds: z.array(z.strictObject({ source: text(60), value: text(120) })).max(5) }

export const takeInMembersInput = z.strictObject({
  added: z
    .array(
      z
        .strictObject({ id, ...said })
        .partial()
        .extend({
          id,
          name: text(100),
          roles: listOf(z.enum(roles), roles.length),
          ...numbered,
        }),
    )
    .max(500),
  changed: z.array(z.strictObject({ memberId: id, patch: z.strictObject(said).partial(), ...numbered })).max(500),
})

const images = z.array(z.strictObject({ id, image: z.record(z.string(), z.unknown()) })).max(5000)
export const takeBackMembersInput = z.strictObject({ added: z.array(id).max(500), members: images })
/** Numbers that an import gave or replaced: those given go, those replaced come back. */
export const takeBackNumbersInput = z.strictObject({
  given: z.array(id).max(5000),
  numbers: images,
})
