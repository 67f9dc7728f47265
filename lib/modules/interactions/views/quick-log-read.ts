import type { Prefill } from '../model'
import { type Channel, directionOf } from '../rules-channels'
import type { ParsedLine } from '../rules-phrases'
import type { QuickDraft } from './quick-log-draft'

type Reader = typeof import('../rules-phrases')
let reader: Promise<Reader> | undefined

/** The reader of lines is loaded when somebody begins to log, not with the page. */
export const loadReader = (): Promise<Reader> => {
  reader ??= import('../rules-phrases').catch((error: unknown) => {
    reader = undefined
    throw error
  })
  return reader
}

export type LineAbout = { people: Prefill['people']; timeZone: string }
type Roles = Prefill['roles']
/** What is known besides the line: the channel used last, and the key roles that ask to be confirmed again. */
export type Habits = { channel: Channel | null; roles: Roles }

/** The line as it is understood now. */
export const readLine = (read: Reader, draft: QuickDraft, { people, timeZone }: LineAbout): ParsedLine =>
  read.parseLine(draft.line, { now: new Date(), people, timeZone, removed: draft.removed })

/** Everything that follows from what was typed and chosen. */
export type Understood = {
  summary: string
  channel: Channel
  twoWay: boolean
  personIds: readonly string[]
  answeredIds: readonly string[]
  /** Key roles of those present that ask to be confirmed again; a plan confirms nothing. */
  asking: Roles
  unchangedIds: readonly string[]
  topics: readonly string[]
  day: string | null
  /** What was read is a plan, be it for the rest of today. */
  meantAhead: boolean
  time: string | null
  nextSteps: readonly { text: string; dueOn: string | null; dueTime: string | null }[]
}

/** What was chosen by hand goes before what the line says, and that before the account's habit. */
export function understood(draft: QuickDraft, parsed: ParsedLine | null, habits: Habits): Understood {
  const channel = draft.channel ?? parsed?.channel ?? habits.channel ?? 'call'
  const when = parsed?.happenedAt ?? parsed?.plan
  const said = parsed?.nextStep
  const personIds = [...new Set([...draft.personIds, ...(parsed?.people ?? []).map(({ id }) => id)])]
  const asking = parsed?.plan && !draft.day ? [] : habits.roles.filter(({ personId }) => personIds.includes(personId))
  return {
    summary: parsed?.summary || draft.line.trim(),
    channel,
    twoWay: draft.twoWay ?? directionOf(channel) === 'twoWay',
    personIds,
    answeredIds: draft.answeredIds.filter((id) => personIds.includes(id)),
    asking,
    unchangedIds: draft.unchangedIds.filter((id) => asking.some((role) => role.keyContactId === id)),
    topics: parsed?.topics ?? [],
    day: draft.day || (draft.time ? null : (when?.day ?? null)),
    meantAhead: parsed?.plan !== undefined && !draft.day && !draft.time,
    time: draft.time || (draft.day ? null : (when?.time ?? null)),
    nextSteps: [
      ...(said ? [{ text: said.text, dueOn: said.day, dueTime: said.time }] : []),
      ...(draft.step.trim() ? [{ text: draft.step.trim(), dueOn: draft.stepOn || null, dueTime: null }] : []),
    ],
  }
}

/** The request body of `interactions.log`. */
export const payloadOf = (draft: QuickDraft, { day, time, asking: _, ...known }: Understood) => ({
  accountId: draft.account?.id ?? '',
  ...known,
  ...(day ? { day } : {}),
  ...(time ? { time } : {}),
  ...(draft.speakerId ? { speakerId: draft.speakerId } : {}),
  fileIds: draft.files.map(({ id }) => id),
})
