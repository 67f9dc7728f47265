import { type Day, dayOf, defaultTimeZone, type TimeOfDay, timeOf } from '@/lib/kernel/day'
import { type Channel, channelIn } from './rules-channels'
import { type DayPhrase, dayPhrasesIn } from './rules-day-phrases'
import { type Nameable, type PersonFound, peopleIn } from './rules-people'
import { summaryOf, type Topic, tidy, topicsIn } from './rules-summary'
import {
  clauseEnd,
  clauseStart,
  foldForMatching,
  masked,
  type Range,
  readPart,
  sentenceEnd,
  speaksOfThePast,
} from './rules-text'

export type LineContext = {
  now: Date
  people: readonly Nameable[]
  timeZone?: string
  /** Chips that the user took away, by their key; what they covered is plain text again. */
  removed?: readonly string[]
}

/** A day with the phrase it was read from, at UTF-16 positions of the typed line. */
export type ReadDay = Range & { day: Day; time: TimeOfDay | null; phrase: string }
/** What is promised, and until when; `start` and `end` mark the date phrase, `text` what is to be done. */
export type NextStep = ReadDay & { text: string; textRange: Range }

export type ParsedLine = {
  /** What is saved as the note: the line without what the chips took out of it. */
  summary: string
  happenedAt?: ReadDay
  plan?: ReadDay
  nextStep?: NextStep
  people: PersonFound[]
  topics: string[]
  topicRanges: Topic[]
  channel: Channel | null
}

export type Chip = Range & { key: string; kind: 'happenedAt' | 'plan' | 'nextStep' | 'person' | 'topic'; label: string }

const dayKey = (phrase: string) => `day:${phrase}`
const personKey = (id: string) => `person:${id}`
const topicKey = (topic: string) => `topic:${topic}`

/** Everything that was read out of a line, in its order, for showing as chips that can be taken away. */
export function chipsOf(parsed: ParsedLine): Chip[] {
  const days = (['happenedAt', 'plan', 'nextStep'] as const).flatMap((kind) => {
    const read = parsed[kind]
    return read ? [{ kind, key: dayKey(read.phrase), label: read.phrase, start: read.start, end: read.end }] : []
  })
  const people = parsed.people.map(({ id, name, start, end }) => ({
    kind: 'person' as const,
    key: personKey(id),
    label: name,
    start,
    end,
  }))
  const topics = parsed.topicRanges.map(({ topic, start, end }) => ({
    kind: 'topic' as const,
    key: topicKey(topic),
    label: topic,
    start,
    end,
  }))
  return [...days, ...people, ...topics].sort((a, b) => a.start - b.start)
}

/** The line read again as if what the chip covers were plain text: nothing of the typed line is lost. */
export const withoutChip = (line: string, context: LineContext, chip: Pick<Chip, 'key'>): ParsedLine =>
  parseLine(line, { ...context, removed: [...(context.removed ?? []), chip.key] })

/**
 * Reads a quick-log line. A past phrase in the first clause (or a clause of its own) sets the time; the first future
 * phrase is the next step with the text after it; a future phrase that begins the line, or ends its only clause without a
 * word of the past or of an appointment, makes the line a plan. Never throws; a very long line is read only at its
 * beginning and kept whole.
 */
export function parseLine(line: string, context: LineContext): ParsedLine {
  const typed = readPart(line)
  const folded = foldForMatching(typed)
  const removed = new Set(context.removed)
  const zone = context.timeZone ?? defaultTimeZone
  const wall = { today: dayOf(context.now, zone), time: timeOf(context.now, zone) }
  const people = peopleIn(typed, folded, context.people).filter(({ id }) => !removed.has(personKey(id)))
  const topics = topicsIn(typed).filter(({ topic }) => !removed.has(topicKey(topic)))
  const free = [...people, ...topics].reduce(masked, folded)
  const phrases = dayPhrasesIn(typed, free, wall).filter(({ phrase }) => !removed.has(dayKey(phrase)))
  const roles = rolesOf(phrases, folded, lineBegins(free))
  const marks = { people, topics }
  const cut = [
    roles.happenedAt,
    roles.plan && announced(roles.plan, folded),
    roles.nextStep && !roles.nextStep.keep ? roles.nextStep.cut : undefined,
  ]
  const { happenedAt, plan, nextStep } = roles
  const outside = nextStep ? masked(folded, nextStep.cut) : folded
  return {
    summary: summaryOf(
      line,
      typed.length,
      cut.filter((range): range is Range => range !== undefined),
      marks,
    ),
    ...(happenedAt && { happenedAt: readDay(happenedAt) }),
    ...(plan && { plan: readDay(plan) }),
    ...(nextStep && {
      nextStep: { ...readDay(nextStep.phrase), text: tidy(typed, nextStep.text, marks), textRange: nextStep.text },
    }),
    people,
    topics: [...new Set(topics.map(({ topic }) => topic))],
    topicRanges: topics,
    channel: channelIn(nextStep ? masked(typed, nextStep.cut) : typed, outside),
  }
}

/** A plan's phrase with the 預計 before it, which says nothing more once the line is a plan. */
const announced = ({ start, end }: Range, folded: string): Range => ({
  start: start - (announcement.exec(folded.slice(Math.max(0, start - 12), start))?.[0].length ?? 0),
  end,
})
const announcement = /(?:預計|預定|計畫|打算|將於|將在|\bplan(?:ned)? to |\bplan: ?)\s?$/

const readDay = ({ day, time, phrase, start, end }: DayPhrase): ReadDay => ({ day, time, phrase, start, end })

const opening = /^(?:[\s§·•*>-]|預計|預定|計畫|打算|將於|將在|plan(?:ned)? to |plan: ?)*/

/** Where the line begins to say something: after bullets, mentions, tags and words such as 預計. */
const lineBegins = (free: string) => opening.exec(free)?.[0].length ?? 0

type FoundStep = { phrase: DayPhrase; text: Range; cut: Range; keep: boolean }
type Roles = { happenedAt?: DayPhrase; plan?: DayPhrase; nextStep?: FoundStep }

function rolesOf(phrases: readonly DayPhrase[], folded: string, begins: number): Roles {
  const roles: Roles = {}
  for (const phrase of phrases) {
    const direction = phrase.direction === 'today' ? todayIs(phrase, folded) : phrase.direction
    if (direction === 'past') {
      if (!roles.happenedAt && setsTheTime(phrase, folded)) roles.happenedAt = phrase
    } else if (phrase.start <= begins && !roles.plan) {
      roles.plan = phrase
    } else if (!roles.nextStep) {
      const step = stepOf(phrase, folded, roles.plan !== undefined)
      if (step === 'plan') roles.plan = phrase
      else if (step) roles.nextStep = step
    }
  }
  return roles
}

/** 今天 alone is the day of the note in its first clause, and a promise for today in a later one. */
const todayIs = (phrase: DayPhrase, folded: string) =>
  firstClause(phrase, folded) || restOf(folded, phrase) === '' ? 'past' : 'future'

const firstClause = (range: Range, folded: string) => folded.slice(0, clauseStart(folded, range.start)).trim() === ''
const restOf = (folded: string, range: Range) => folded.slice(range.end, clauseEnd(folded, range.end)).trim()

/** 上週五的貨 and 客戶說昨天已付款 describe something; they do not say when this contact was. */
function setsTheTime(phrase: DayPhrase, folded: string): boolean {
  if (/^\s?(?:的|之(?![前後])|'s\b)/.test(folded.slice(phrase.end))) return false
  const before = folded.slice(clauseStart(folded, phrase.start), phrase.start)
  if (/(?:說|表示|提到|反映|告知|回覆|通知|said|says|that)\s?$/.test(before)) return false
  return firstClause(phrase, folded) || (before.trim() === '' && restOf(folded, phrase) === '')
}

const appointment = /約|訂|安排|敲定|確認|答應|承諾|同意|\b(?:agreed|arranged|scheduled|booked|confirmed|promised)\b/
/** A clause that only announces the next step goes with it. */
const intention =
  /^\s*(?:並|再)?(?:預計|預定|計畫|打算|希望|將|會|請|需|要)(?:於|在)?\s*$|^\s*(?:and |then |we |i )*(?:will|plan to|to)\s*$/
/** 線上週三開會 would leave 線上, `every Friday report` the word every. */
const saysTooLittle = (text: string) =>
  /^[^\p{L}\p{N}]*(?:[\p{Script=Han}]{1,2}|[\p{Script=Latin}]{1,5})[^\p{L}\p{N}]*$/u.test(text)
/** After such a word the date belongs to the sentence, which would be broken without it. */
const dangling =
  /(?:約好?|訂|改|到|在|於|等|請|要|會|說|答應|承諾|同意|預計|希望|表示|提到|通知|確認|是|為|延|to|on|at|by|for|will|that|said|is|until|the|with)\s?$/

function stepOf(phrase: DayPhrase, folded: string, hasPlan: boolean): FoundStep | 'plan' | null {
  const begins = clauseStart(folded, phrase.start)
  const before = folded.slice(begins, phrase.start)
  const own = before.trim() === ''
  const after = afterPhrase(phrase, folded, own)
  if (after && intention.test(before))
    return { phrase, text: after, cut: { start: begins, end: after.end }, keep: false }
  if (after) {
    const described = /^\s?的/.test(folded.slice(phrase.end))
    const keep = described || dangling.test(before) || saysTooLittle(folded.slice(0, phrase.start))
    return { phrase, text: after, cut: { start: phrase.start, end: after.end }, keep }
  }
  const text = { start: begins, end: phrase.start }
  if (own) return null
  if (!firstClause(phrase, folded))
    return { phrase, text, cut: { start: begins, end: phrase.end }, keep: dangling.test(before) }
  if (hasPlan || speaksOfThePast(before) || appointment.test(before)) return { phrase, text, cut: phrase, keep: true }
  return 'plan'
}

/** What follows the phrase up to the end of the sentence; a comma is passed only when the phrase is a clause of its own. */
function afterPhrase(phrase: DayPhrase, folded: string, own: boolean): Range | null {
  const skipped = (own ? /^(?:\s|[，,、：:]|的)*/ : /^(?:\s|[：:]|的)*/).exec(folded.slice(phrase.end))?.[0].length ?? 0
  const start = phrase.end + skipped
  const end = own || clauseEnd(folded, start) > start ? sentenceEnd(folded, start) : start
  return folded.slice(start, end).trim() === '' ? null : { start, end }
}
