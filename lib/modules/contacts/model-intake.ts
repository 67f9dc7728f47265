import { z } from 'zod'
import { id, text } from '@/lib/kernel/input'
import { type PointKind, pointKinds } from './model'

/** What a row of a file may say of somebody's name; nothing is ever emptied. */
const named = {
  familyName: text(60),
  givenName: text(60),
  englishName: text(120),
  honorific: text(30),
  note: text(4000),
}
/** What it may say of their post at the account. */
const posted = { title: text(120), department: text(120) }

export const personIntakeFields = Object.keys(named) as (keyof typeof named)[]
export const postIntakeFields = Object.keys(posted) as (keyof typeof posted)[]
export type PersonIntakeField = keyof typeof named | keyof typeof posted
export type PersonValues = { [Field in PersonIntakeField]?: string | undefined }

export type KnownPoint = { kind: PointKind; value: string; normal: string | null }

/** Somebody at an account as an import compares rows with them: recognised by the account and the key of their name. */
export type KnownColleague = {
  id: string
  accountId: string
  affiliationId: string
  nameKey: string
  displayName: string
  /** They have left the account: a row about them changes nothing. */
  left: boolean
  values: PersonValues
  points: readonly KnownPoint[]
}

const point = z.strictObject({ kind: z.enum(pointKinds), value: text(200) })

export const amendPeopleInput = z.strictObject({
  people: z
    .array(
      z.strictObject({
        personId: id,
        affiliationId: id,
        accountId: id,
        person: z.strictObject(named).partial(),
        post: z.strictObject(posted).partial(),
        points: z.array(point).max(20),
      }),
    )
    .max(500),
})
export type PersonAmendment = z.input<typeof amendPeopleInput>['people'][number]

export const accountIdsInput = z.strictObject({ accountIds: z.array(id).max(1000) })

const images = z.array(z.strictObject({ id, image: z.record(z.string(), z.unknown()) })).max(5000)
export const takeBackPeopleInput = z.strictObject({
  added: z.array(id).max(500),
  points: z.array(id).max(5000),
  people: images,
  posts: images,
  pointImages: images,
  /** Everybody whose search entry may have changed. */
  touched: z.array(id).max(5000),
})
