import { z } from 'zod'
import { id, text } from '@/lib/kernel/input'
import { type Channel, channels } from './rules-channels'

/** A contact on record as an import compares rows with it. */
export type KnownContact = {
  id: string
  accountId: string
  channel: Channel
  /** ISO, to the minute. */
  happenedAt: string
  timeKnown: boolean
  twoWay: boolean
  summary: string
  topics: readonly string[]
  speakerId: string
  mayChange: boolean
  externalIds: readonly { source: string; value: string }[]
}

export type ContactKeys = {
  externalIds: readonly string[]
  accountIds: readonly string[]
  /** ISO moments at which contacts of these accounts are looked for. */
  moments: readonly string[]
}

const moment = z.iso.datetime({ offset: true })
const told = {
  channel: z.enum(channels),
  happenedAt: moment,
  timeKnown: z.boolean(),
  twoWay: z.boolean(),
  summary: text(4000),
  topics: z.array(text(40)).max(20),
}
const numbered = { externalIds: z.array(z.strictObject({ source: text(60), value: text(120) })).max(5) }

export const logManyInput = z.strictObject({
  contacts: z
    .array(z.strictObject({ accountId: id, speakerId: id, personIds: z.array(id).max(50), ...told, ...numbered }))
    .max(500),
  changes: z
    .array(z.strictObject({ interactionId: id, accountId: id, patch: z.strictObject(told).partial(), ...numbered }))
    .max(500),
})
export type LoggedContact = z.input<typeof logManyInput>['contacts'][number]
export type ContactChange = z.input<typeof logManyInput>['changes'][number]

const images = z.array(z.strictObject({ id, image: z.record(z.string(), z.unknown()) })).max(5000)
export const takeBackContactsInput = z.strictObject({
  logged: z.array(id).max(1000),
  changed: images,
  people: images,
})
