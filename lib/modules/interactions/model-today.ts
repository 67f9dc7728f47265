import type { FactToReconfirm } from '@/lib/modules/contacts/model-slots'
import type { ContactView, StepView } from './model-views'

/** An account whose next contact is due or overdue, with what says so. */
export type DueAccount = {
  id: string
  name: string
  tier: string
  dueOn: string
  /** Days since it was due; zero today, negative when it lies ahead. */
  daysOver: number
  contactEveryDays: number
  /** Days of the last two-way and of the last contact of any kind; null when there was none. */
  lastTwoWayOn: string | null
  lastContactOn: string | null
  ownerId: string
  owner: string
}

/** A plan whose moment has passed and that nobody completed: did it happen? */
export type OpenPlan = Pick<
  ContactView,
  'id' | 'accountId' | 'account' | 'channel' | 'happenedAt' | 'timeKnown' | 'summary'
>

/** Somebody one will meet: what they are to us, and what they said last. */
export type BriefPerson = {
  id: string
  name: string
  greeting: string
  title: string | null
  decisionRole: string | null
  stance: string | null
  lastSaid: { interactionId: string; day: string; channel: string; summary: string } | null
}

/** What to know before a meeting. */
export type Brief = {
  meeting: OpenPlan
  people: readonly BriefPerson[]
  openSteps: readonly StepView[]
  lastContact: { interactionId: string; day: string; channel: string; summary: string; speaker: string } | null
}

export const todayScopes = ['own', 'team'] as const
export type TodayScope = (typeof todayScopes)[number]

export type TodayView = {
  today: string
  scope: TodayScope
  /** Whether there is a team to switch to. */
  hasTeam: boolean
  due: readonly DueAccount[]
  /** Whether more are due than are shown. */
  moreDue: boolean
  /** When nothing is due: what comes next. */
  nextDue: { id: string; name: string; dueOn: string } | null
  openPlans: readonly OpenPlan[]
  steps: readonly StepView[]
  brief: Brief | null
  facts: readonly FactToReconfirm[]
}
