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
import { type Channel, channels } from './rules-channels'

/** The pages that show contacts, for every command that changes one. */
export const refreshed = [
  '/(crm)/today',
  '/(crm)/interactions',
  '/(crm)/accounts/[accountId]',
  '/(crm)/accounts/[accountId]/timeline',
]

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** HH:MM, or nothing when no hour was said. */
const optionalTime = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z
    .string()
    .refine((value) => clockTime.test(value), { message: 'notATime' })
    .nullable(),
)

const optionalMoment = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.iso.datetime({ offset: true }).nullable(),
)

/** Yes, no, or left to the channel's usual way. */
const optionalFlag = z.preprocess(
  (value) =>
    value === '' || value === undefined || value === null ? null : value === true || value === 'true' || value === 'on',
  z.boolean().nullable(),
)

/** A topic is a word or two after ＃, kept without the sign. */
const topic = text(40).transform((value) => value.replace(/^[#＃]+/, '').trim())

/** A promise said with a contact: what, by when, by whom (the speaker unless somebody else is named). */
const nextStep = z.strictObject({
  text: text(500),
  dueOn: optionalDay,
  dueTime: optionalTime,
  assigneeId: optionalId,
})
export type NextStepInput = z.output<typeof nextStep>

/** A form always sends its empty step; a step without words and day is none. */
const isSaid = (step: unknown) => {
  const { text = '', dueOn = '' } = (typeof step === 'object' && step !== null ? step : { text: step }) as Record<
    string,
    unknown
  >
  return text !== '' || dueOn !== ''
}
const nextSteps = z.preprocess((value) => (Array.isArray(value) ? value.filter(isSaid) : value), listOf(nextStep, 20))

/** When it happened or will: an exact moment, or a day with or without an hour; nothing means now. */
const when = { happenedAt: optionalMoment, day: optionalDay, time: optionalTime }

export const logInput = z.strictObject({
  accountId: id,
  channel: z.enum(channels),
  summary: text(4000),
  ...when,
  twoWay: optionalFlag,
  personIds: listOf(id, 50),
  /** In a group: who of them answered. */
  answeredIds: listOf(id, 50),
  memberIds: listOf(id, 50),
  topics: listOf(topic, 20),
  nextSteps,
  fileIds: listOf(id, 20),
  /** Today without an hour is meant ahead: a plan for the rest of the day. */
  meantAhead: flag,
  /** Key roles that this contact showed to be unchanged; a plan shows nothing. */
  unchangedIds: listOf(id, 20),
  speakerId: optionalId,
})

/** A list that a form always names, so that "nobody" can be said; a list that is not named stays as it is. */
const namedList = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess((value) => [value].flat().filter((each) => each !== ''), z.array(item).max(max)).optional()

/** What is not named stays as it is. */
export const editInput = z.strictObject({
  interactionId: id,
  version,
  accountId: id.optional(),
  channel: z.enum(channels).optional(),
  summary: text(4000).optional(),
  ...when,
  twoWay: optionalFlag,
  personIds: namedList(id, 50),
  answeredIds: listOf(id, 50),
  topics: namedList(topic, 20),
  speakerId: id.optional(),
  /** Files to add; those it has stay. */
  fileIds: listOf(id, 20),
})

export type Edit = z.output<typeof editInput>

export const accountRef = z.strictObject({ accountId: id })
export const interactionRef = z.strictObject({ interactionId: id })

export const markTwoWayInput = z.strictObject({ interactionId: id, answeredIds: listOf(id, 50) })

export const completeInput = z.strictObject({
  interactionId: id,
  ...when,
  summary: optionalText(4000),
  twoWay: optionalFlag,
  nextSteps,
})

export const cancelInput = z.strictObject({ interactionId: id, because: optionalText(500) })

export const planInput = z.strictObject({
  accountId: id,
  /** The proposed day: the next workday unless another is chosen. */
  day: optionalDay,
  channel: optionalChoice(channels),
  summary: optionalText(4000),
})

export const addTaskInput = z.strictObject({
  accountId: optionalId,
  interactionId: optionalId,
  text: text(500),
  dueOn: optionalDay,
  dueTime: optionalTime,
  assigneeId: optionalId,
})

export const taskRef = z.strictObject({ taskId: id })
export const reassignInput = z.strictObject({ taskId: id, version: version.optional(), assigneeId: id })
export const postponeInput = z.strictObject({
  taskId: id,
  version: version.optional(),
  dueOn: day,
  dueTime: optionalTime,
})

/** What decides who may change a contact and how it counts. */
export type Held = {
  id: string
  accountId: string
  channel: Channel
  happenedAt: Date
  timeKnown: boolean
  planned: boolean
  twoWay: boolean
  speakerId: string
  typedBy: string
}

/** A task as its rules need it. */
export type HeldTask = { assigneeId: string; createdBy: string; doneAt: Date | null }

/** The account's cadence clock: facts of its contacts, and the day by which the next one is due. */
export type Clock = {
  lastTwoWayAt: Date | null
  lastTwoWayId: string | null
  lastContactAt: Date | null
  nextPlannedAt: Date | null
  nextPlannedId: string | null
  dueOn: string
}

type ClockFact = { id: string; happenedAt: Date } | null
/** The contacts that decide an account's clock: the last two-way one, the last of any kind, the next plan. */
export type ClockFacts = { twoWay: ClockFact; contact: ClockFact; planned: ClockFact }

/** What a save gave, for the sentence that is shown: the next steps made, and the account's clock afterwards. */
export type Logged = {
  id: string
  version: number
  planned: boolean
  /** The day of the contact or plan, in the workspace's time zone. */
  day: string
  steps: { id: string; text: string; dueOn: string; dueTime: string | null }[]
  /** Whether the contact cleared or moved the account's due day. */
  cadence: 'renewed' | 'planned' | 'unchanged'
  dueOn: string
  /** How many key roles it confirmed again. */
  reconfirmed: number
}

/** What the quick log starts with. */
export type Prefill = {
  account: { id: string; name: string } | null
  /** The account's people with every name by which a line may call them, the likelier ones first. */
  people: readonly { id: string; name: string; title: string | null; names: readonly string[] }[]
  /** Key roles there that ask to be confirmed again, said in the reader's language. */
  roles: readonly { keyContactId: string; personId: string; name: string; validUntil: string }[]
  /** The channel of the last contact. */
  channel: Channel | null
  topics: readonly string[]
  /** For whom the actor may enter; empty when only for themselves. */
  members: readonly { id: string; name: string }[]
  /** The person whose page it was opened from. */
  personId: string | null
  me: { id: string; name: string }
}
