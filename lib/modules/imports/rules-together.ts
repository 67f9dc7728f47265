import type { Actor } from '@/lib/kernel/actor'
import { type Mapping, movingStatuses, type Status, type Subject } from './model'
import { mustBeTheirs, no } from './rules'
import { missingFields } from './rules-rows'

/** What others refer to goes first: accounts before orders, products and orders before their lines. */
const places: Readonly<Record<Subject, number>> = {
  members: 0,
  accounts: 1,
  products: 2,
  orders: 3,
  sales: 4,
  receivables: 5,
  interactions: 6,
  voices: 7,
  measurements: 8,
}

type Turn = { id: string; subject: Subject; status: Status; createdAt: Date }

/** Files that came together in the order in which they are brought in; of one kind, as they were sent. */
export const inTurn = <File extends Turn>(files: readonly File[]): File[] =>
  [...files].sort(
    (a, b) => places[a.subject] - places[b.subject] || +a.createdAt - +b.createdAt || (a.id < b.id ? -1 : 1),
  )

/** The files that are brought in before this one. */
export const earlierThan = <File extends Turn>(file: Turn, files: readonly File[]): File[] => {
  const order = inTurn(files)
  return order.slice(
    0,
    Math.max(
      0,
      order.findIndex(({ id }) => id === file.id),
    ),
  )
}

/** The files that are brought in after this one. */
export const laterThan = <File extends Turn>(file: Turn, files: readonly File[]): File[] => {
  const order = inTurn(files)
  return order.slice(order.findIndex(({ id }) => id === file.id) + 1)
}

/** Those that go before a file on its way: it is run after what it refers to, and taken back before it. */
const aheadOf = <File extends Turn>(file: Turn, files: readonly File[]): File[] =>
  file.status === 'undoing' ? laterThan(file, files) : earlierThan(file, files)

/** Whether a file that is run or taken back waits for another one. */
export const mustWait = (file: Turn, files: readonly Turn[]): boolean =>
  (file.status === 'running' || file.status === 'undoing') &&
  aheadOf(file, files).some(({ status }) => status === file.status)

/** Those that wait for a file that is run or taken back; the first of them is next. */
export const waitingFor = <File extends Turn>(file: Turn, files: readonly File[]): File[] =>
  (file.status === 'undoing' ? earlierThan(file, files).reverse() : laterThan(file, files)).filter(
    ({ status }) => status === file.status,
  )

/** Changes whenever one of the files does. */
export const versionsOf = (files: readonly { version: number }[]): number =>
  files.reduce((sum, { version }) => sum + version, 0)

/** Where files that came together stand as one: what is at work comes first, then what needs somebody. */
export function standOf(statuses: readonly Status[]): Status {
  const moving = movingStatuses.find((each) => statuses.includes(each))
  if (moving) return moving
  if (statuses.includes('failed')) return 'failed'
  if (statuses.includes('uploaded')) return 'uploaded'
  const [first = 'uploaded'] = statuses
  return statuses.every((each) => each === first) ? first : 'done'
}

type Unchecked = { fileName: string; subject: Subject; status: Status; mapping: Mapping }

/** Every file is read and every one says what it must, before they are tried as one; refuses with the file's name. */
export function mustBeReadable(files: readonly Unchecked[]): void {
  const unread = files.find(({ status, mapping }) => status === 'failed' && mapping.columns.length === 0)
  if (unread) throw no('fileUnread', { file: unread.fileName })
  const unmapped = files.find(({ subject, mapping }) => missingFields(subject, mapping).length > 0)
  if (unmapped) throw no('fileUnmapped', { file: unmapped.fileName })
}

type Begun = Turn & { startedBy: string; startedAt: Date | null }

/** A file joins others of the same person as long as none of them was run. */
export function mustStillGather(actor: Actor, files: readonly Begun[]): void {
  for (const file of files) mustBeTheirs(actor, file)
  if (files.some(({ startedAt }) => startedAt !== null)) throw no('notNow')
}

/** A file is run by itself only after those that go before it: what they bring is what it refers to. */
export function mustBeNext(file: Turn, files: readonly Turn[]): void {
  if (earlierThan(file, files).some(({ status }) => status !== 'done' && status !== 'undone')) throw no('earlierFirst')
}
