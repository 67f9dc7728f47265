import { addDays, type Day, instantOf } from '@/lib/kernel/day'
import { rowsOf, type Story } from './story'
import { type Promised, type Telling, type Told, toldOf } from './telling'

/** What is done with an account, each at its moment. */
export type Happening = { at: Date } & (
  | { kind: 'arranged'; told: Told }
  | { kind: 'contact'; told: Told }
  | { kind: 'kept'; told: Told; step: Promised }
  | { kind: 'confirmed'; slot: string; person: string; method: string; note: string; day: Day }
  | { kind: 'retitled'; person: string; title: string }
  | ({ kind: 'moved'; person: string; day: Day } & NewPost)
)

/** Where somebody went, as what, and how they are reached there. */
export type NewPost = {
  to: string
  title: string
  department: string
  standing: string
  phone: string
  email: string
}

/** The whole history of one account in the order in which it happened to be written down. */
export function historyOf(story: Story, telling: Telling & { today: Day }): Happening[] {
  const contacts = toldOf(story, telling).flatMap((told): Happening[] => [
    ...(told.arrangedAt ? [{ at: told.arrangedAt, kind: 'arranged' as const, told }] : []),
    { at: told.enteredAt, kind: 'contact', told },
    ...(told.step?.doneAt ? [{ at: told.step.doneAt, kind: 'kept' as const, told, step: told.step }] : []),
  ])
  return [...contacts, ...factsOf(story, telling.today)].sort((a, b) => +a.at - +b.at)
}

const ago = (today: Day, days: string | undefined) => addDays(today, -Number(days))

function factsOf(story: Story, today: Day): Happening[] {
  const confirmed = rowsOf(story.keyContacts).flatMap(([slot = '', person = '', ...given]) =>
    given.map((cell): Happening => {
      const [days, method = '', note = ''] = cell.split(', ')
      const day = ago(today, days)
      return { at: instantOf(day, '19:50'), kind: 'confirmed', slot, person, method, note, day }
    }),
  )
  const retitled = rowsOf(story.retitled ?? '').map(
    ([days, person = '', title = '']): Happening => ({
      at: instantOf(ago(today, days), '08:40'),
      kind: 'retitled',
      person,
      title,
    }),
  )
  const moved = rowsOf(story.moved ?? '').map(([days, person = '', ...rest]): Happening => {
    const [to = '', title = '', department = '', standing = '', phone = '', email = ''] = rest
    const day = ago(today, days)
    return { at: instantOf(day, '08:50'), kind: 'moved', person, day, to, title, department, standing, phone, email }
  })
  return [...confirmed, ...retitled, ...moved]
}
