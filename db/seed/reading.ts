import { type Channel, channels, directionOf } from '@/lib/modules/interactions/rules-channels'
import { isMemberKey, type MemberKey } from './company'
import { listed, said } from './story'

/** What was promised with a contact: days until it is due and until it was done, counted from the contact. */
export type Step = {
  text: string
  dueAfter: number
  dueTime: string | null
  doneAfter: number | null
  /** Still open today, however late. */
  open: boolean
  assignee: MemberKey | null
}

/** One line of a story, before its day is known. */
export type Line = {
  when: string
  channel: Channel
  twoWay: boolean
  people: readonly string[]
  summary: string
  topics: readonly string[]
  step: Step | null
  speaker: MemberKey | null
  typist: MemberKey | null
  colleagues: readonly MemberKey[]
  plannedBefore: number | null
  file: string | null
}

const fault = (cells: readonly string[], why: string) => new Error(`${why}: ${cells.join(' | ')}`)

/** Reads `when | channel | people | summary | step | flags`; throws with the line that cannot be read. */
export function lineOf(cells: readonly string[]): Line {
  const [when = '', spoken = '', people, text = '', step, flags] = cells
  if (cells.length > 6) throw fault(cells, 'too many cells')
  const { speaker, typist, colleagues, plannedBefore, file } = flagsOf(flags, cells)
  return {
    when,
    ...channelOf(spoken, cells),
    people: listed(people),
    ...summaryOf(text),
    step: said(step) ? stepOf(step ?? '', cells) : null,
    speaker,
    typist,
    colleagues,
    plannedBefore,
    file,
  }
}

/** `mail？` had no answer; a store check is one-way unless `！` says that somebody was met. */
export function channelOf(spoken: string, cells: readonly string[]): { channel: Channel; twoWay: boolean } {
  const name = spoken.replace(/[？！]$/, '')
  const channel = channels.find((each) => each === name)
  if (!channel) throw fault(cells, `no channel ${spoken}`)
  const written = channel === 'mail' || channel === 'line'
  const usual = directionOf(channel) === 'twoWay' || written
  return { channel, twoWay: spoken.endsWith('！') || (usual && !spoken.endsWith('？')) }
}

/** The topics stand at the end, each after a #. */
export function summaryOf(text: string): { summary: string; topics: string[] } {
  const topics = [...text.matchAll(/\s#(\S+)/g)].map((match) => match[1] ?? '')
  return { summary: text.replace(/\s#\S+/g, '').trim(), topics }
}

const stepShape = /^(.+?) \+(\d+)(?: (\d\d:\d\d))?(?: 完(\d+))?( 未)?(?: @(\w+))?$/

function stepOf(text: string, cells: readonly string[]): Step {
  const read = stepShape.exec(text)
  if (!read) throw fault(cells, `no next step ${text}`)
  const [, words = '', due, dueTime, done, open, assignee] = read
  return {
    text: words,
    dueAfter: Number(due),
    dueTime: dueTime ?? null,
    doneAfter: done ? Number(done) : null,
    open: open !== undefined,
    assignee: assignee ? memberOf(assignee, cells) : null,
  }
}

export function memberOf(name: string, cells: readonly string[]): MemberKey {
  if (!isMemberKey(name)) throw fault(cells, `nobody is called ${name}`)
  return name
}

const flagNames = ['by', 'typed', 'with', 'plan', 'file']

/** `by=kevin with=howard,ben plan=7` */
export function flagsOf(text: string | undefined, cells: readonly string[]) {
  const flags = new Map((said(text) ?? '').split(' ').flatMap((flag) => (flag === '' ? [] : [pair(flag, cells)])))
  const member = (name: string) => (flags.has(name) ? memberOf(flags.get(name) ?? '', cells) : null)
  return {
    speaker: member('by'),
    typist: member('typed'),
    colleagues: listed(flags.get('with')).map((name) => memberOf(name, cells)),
    plannedBefore: flags.has('plan') ? Number(flags.get('plan')) : null,
    file: flags.get('file') ?? null,
  }
}

function pair(flag: string, cells: readonly string[]): readonly [string, string] {
  const [name = '', value = ''] = flag.split('=')
  if (!flagNames.includes(name) || value === '') throw fault(cells, `no flag ${flag}`)
  return [name, value]
}
