import { addDays, type Day, dayOf, instantOf } from '@/lib/kernel/day'
import { nextWorkday } from '@/lib/kernel/workday'
import type { Channel } from '@/lib/modules/interactions/rules-channels'
import { employees, type MemberKey } from './company'
import { dayMeant, historyBegins, monthsTold, workCalendar } from './days'
import { type Dice, diceOf, usualSeed } from './dice'
import { arrangedFor, plansOf } from './plans'
import { type Line, lineOf, type Step } from './reading'
import { rowsOf, type Story } from './story'
import { worded } from './wording'

/** A promise with its days. */
export type Promised = { text: string; dueOn: Day; dueTime: string | null; doneAt: Date | null; assignee: MemberKey }

/** One contact as it is to be entered: what happened when, and when somebody wrote it down. */
export type Told = {
  at: Date
  enteredAt: Date
  channel: Channel
  twoWay: boolean
  people: readonly string[]
  summary: string
  topics: readonly string[]
  step: Promised | null
  speaker: MemberKey
  typist: MemberKey
  colleagues: readonly MemberKey[]
  /** When it was arranged, if it had been planned. */
  arrangedAt: Date | null
  /** Arranged and still ahead, or not yet said to have happened. */
  planned: boolean
  file: string | null
}

export type Telling = { now: Date; seed?: number }

const minute = 60_000

/** Everything that happened with one account, and what is arranged, in the order in which it was entered. */
export function toldOf(story: Story, { now, seed = usualSeed }: Telling): Told[] {
  const today = dayOf(now)
  const named = (line: Line, index: number) => diceOf(seed, `${story.key} ${line.when} ${index}`)
  const lines = loosened(rowsOf(story.contacts).map(lineOf), named)
  const seasons = rowsOf(story.seasons).map(lineOf)
  const quiet = addDays(today, -story.quietDays)
  const dated = [
    ...lines.map((line, index) => ({ line, day: dayMeant(line.when, today), dice: named(line, index) })),
    ...[...seasons.map((line) => ({ line, day: dayMeant(line.when, today) })), ...routineOf(story, today)]
      .filter(({ day }) => day !== null && day < quiet)
      .map(({ line, day }, index) => ({ line, day, dice: named(line, 1000 + index) })),
  ]
  const told = dated.flatMap(({ line, day, dice }) => (day ? [tell(story, line, { day, now, dice })] : []))
  return inOrder([...told, ...plansOf(story, now)])
}

const recently = 20

/** Moves what is long ago up to four days back, never before the line above it, so that not everything falls on one weekday. */
function loosened(lines: readonly Line[], named: (line: Line, index: number) => Dice): Line[] {
  let before = Number.POSITIVE_INFINITY
  return lines.map((line, index) => {
    const days = Number(line.when)
    const room = Math.min(4, before - days - 1)
    before = days
    if (!(days > recently) || room < 1) return line
    return { ...line, when: String(days + named(line, index)(0, room)) }
  })
}

/** Every month for the accounts of tier A, every second one for others: the next of the routine lines, on its day. */
function routineOf(story: Story, today: Day): { line: Line; day: Day | null }[] {
  const routine = rowsOf(story.routine).map(lineOf)
  const every = story.account.tier === 'A' ? 1 : 2
  return monthsTold(today).flatMap((month, index) => {
    const line = routine[Math.floor(index / every) % Math.max(1, routine.length)]
    if (!line || index % every > 0) return []
    const day = nextWorkday(addDays(month, Number(line.when) - 1), workCalendar)
    return day >= historyBegins(today) && day < today ? [{ line, day }] : []
  })
}

type Scene = { day: Day; now: Date; dice: Dice }

function tell(story: Story, line: Line, { day, now, dice }: Scene): Told {
  const at = instantOf(day, hourOf(line.channel, dice))
  const speaker = line.speaker ?? story.owner
  const typist = line.typist ?? (employees[speaker].signsIn ? speaker : 'sandy')
  const arranged = line.plannedBefore
  return {
    at,
    enteredAt: new Date(+at + (typist === speaker ? dice(6, 40) : dice(70, 170)) * minute),
    channel: line.channel,
    twoWay: line.twoWay,
    people: line.people,
    summary: worded(line.summary, day, dice),
    topics: line.topics,
    step: line.step && promised(line.step, speaker, { day, now, dice }),
    speaker,
    typist,
    colleagues: line.colleagues.filter((each) => each !== speaker),
    arrangedAt: arranged === null ? null : arrangedFor(day, addDays(day, -arranged)),
    planned: false,
    file: line.file,
  }
}

function promised(step: Step, speaker: MemberKey, { day, now, dice }: Scene): Promised {
  const dueOn = nextWorkday(addDays(day, step.dueAfter), workCalendar)
  const early = dice(0, Math.min(2, Math.max(0, step.dueAfter - 1)))
  const doneOn = step.doneAfter === null ? addDays(dueOn, -early) : addDays(day, step.doneAfter)
  const doneAt = instantOf(nextWorkday(doneOn, workCalendar), `${dice(10, 17)}:${dice(10, 50)}`)
  const open = step.open || doneAt >= now || (step.doneAfter === null && dueOn >= dayOf(now))
  return {
    text: worded(step.text, day, dice),
    dueOn,
    dueTime: step.dueTime,
    doneAt: open ? null : doneAt,
    assignee: step.assignee ?? speaker,
  }
}

const hours: Readonly<Record<Channel, readonly [number, number]>> = {
  call: [9, 17],
  visit: [10, 16],
  meeting: [10, 15],
  mail: [9, 17],
  line: [9, 19],
  meal: [18, 18],
  storeCheck: [10, 16],
  other: [9, 17],
}

function hourOf(channel: Channel, dice: Dice): string {
  const [first, last] = hours[channel]
  return `${String(dice(first, last)).padStart(2, '0')}:${String(dice(0, 11) * 5).padStart(2, '0')}`
}

/** By the moment of writing. On one day and account the lines keep their order, three quarters of an hour apart. */
function inOrder(told: readonly Told[]): Told[] {
  let last = { day: '', at: 0 }
  const spaced = told
    .map((each, index) => ({ each, index, day: dayOf(each.at) }))
    .sort((a, b) => a.day.localeCompare(b.day) || a.index - b.index)
    .map(({ each, day }) => {
      const earliest = last.day === day ? last.at + 45 * minute : 0
      const shift = each.planned ? 0 : Math.max(0, earliest - +each.at)
      last = { day, at: +each.at + shift }
      return shift === 0
        ? each
        : { ...each, at: new Date(+each.at + shift), enteredAt: new Date(+each.enteredAt + shift) }
    })
  return spaced.sort((a, b) => +a.enteredAt - +b.enteredAt)
}
