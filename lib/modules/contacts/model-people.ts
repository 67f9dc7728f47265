import type { Day } from '@/lib/kernel/day'
import type { AccountName } from '@/lib/modules/accounts/model'
import type { Slot } from '@/lib/modules/workspace/model'
import type { Channel, DecisionRole, Language, PointKind, Stance } from './model'
import type { SlotState } from './model-slots'

/** A person as pickers, chips and links show them. */
export type PersonName = { id: string; displayName: string; englishName: string | null }

/** The parts that a greeting is made of. */
export type PersonNames = PersonName & { familyName: string | null; givenName: string | null; honorific: string | null }

/** One way to reach somebody. `shown` is for reading, `link` for one tap; both follow what could be checked. */
export type PointView = {
  id: string
  version: number
  kind: PointKind
  value: string
  shown: string
  link: string | null
  checked: boolean
  preferred: boolean
}

/** Where somebody works or worked, as far as the reader may see the account. */
export type PostView = {
  id: string
  version: number
  account: AccountName
  title: string | null
  department: string | null
  decisionRole: DecisionRole | null
  influence: number | null
  stance: Stance | null
  reportsTo: PersonName | null
  fromDay: Day | null
  toDay: Day | null
  main: boolean
  mayEdit: boolean
}

/** A person with everything that the reader may see of them. */
export type PersonView = PersonNames & {
  version: number
  language: Language | null
  channel: Channel | null
  doNotContact: boolean
  noticeSource: string | null
  noticeOn: Day | null
  note: string | null
  counterpart: { id: string; name: string } | null
  archived: boolean
  mayEdit: boolean
  points: PointView[]
  posts: PostView[]
  roles: { accountId: string; slot: Slot; state: SlotState }[]
}

/** Somebody at an account: a row of its people. */
export type Colleague = PersonNames & {
  affiliationId: string
  affiliationVersion: number
  title: string | null
  department: string | null
  decisionRole: DecisionRole | null
  influence: number | null
  stance: Stance | null
  reportsToId: string | null
  reportsToName: string | null
  language: Language | null
  doNotContact: boolean
  fromDay: Day | null
  toDay: Day | null
  points: PointView[]
}

type Reached = Pick<Colleague, 'points' | 'doNotContact'>

/** The mail address under which somebody is written to: the preferred one first; null for who wants no contact. */
export function mailOf({ points, doNotContact }: Reached): string | null {
  if (doNotContact) return null
  const mails = points.filter(({ kind }) => kind === 'email')
  return (mails.find(({ preferred }) => preferred) ?? mails[0])?.value ?? null
}

/** Somebody whom a paper or a link can be for. */
export const recipientOf = (person: Reached & Pick<Colleague, 'id' | 'displayName'>) => ({
  id: person.id,
  name: person.displayName,
  email: mailOf(person),
})

/** Who works at an account, and who left it. Of those who left, `openable` says whether the reader may see them today. */
export type PeopleOfAccount = { here: Colleague[]; left: (Colleague & { openable: boolean })[] }

/** What a picker offers. */
export type PersonFound = PersonName & {
  title: string | null
  account: AccountName | null
  doNotContact: boolean
  /** Works at the account that was asked about. */
  here: boolean
}

/** Somebody who may be the same person as the one being entered, and why. */
export type Lookalike = { id: string; name: string; accountName: string | null; why: 'point' | 'name' }
