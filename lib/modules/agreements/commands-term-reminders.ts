import type { Work } from '@/lib/kernel/command'
import { type Day, formatDay } from '@/lib/kernel/day'
import { type Said, saidInAll } from '@/lib/kernel/said'
import { notifyEach } from '@/lib/modules/notifications/commands'
import { findTold } from '@/lib/modules/notifications/queries'
import { lifecycleMessages } from './messages-lifecycle'
import { obligationMessages } from './messages-obligations'
import { openEnd } from './model'
import { findManagers } from './queries-advice'
import { findDecisions } from './queries-lifecycle-held'
import type { FallingDue, Watched } from './queries-watch'
import { noticeOf } from './rules-lifecycle'
import { textOf } from './rules-obligations'
import { obligationReminder } from './rules-reminders'
import { type Reminder, remindersDue, termKey } from './rules-term'

/** Who is told what, once: what was told under the same key is left out before anything is written. */
type News = {
  memberId: string
  key: string
  kind: string
  text: Said
  href: string
  urgent: boolean
  subjectKind: string
  subjectId: string
}

const atOnce = 500

async function tellOnce(work: Work, news: readonly News[]): Promise<number> {
  const told = new Set((await findTold(work, news)).map(({ memberId, key }) => `${memberId} ${key}`))
  const fresh = news.filter(({ memberId, key }) => !told.has(`${memberId} ${key}`))
  for (let from = 0; from < fresh.length; from += atOnce) {
    const some = fresh.slice(from, from + atOnce)
    await work.call(notifyEach, { notices: some.map(({ memberId, ...said }) => ({ ...said, memberIds: [memberId] })) })
  }
  return fresh.length
}

/** Within so many days a reminder leaves by mail at once. */
const urgentWithin = 7

/** From so many days before the last day for notice on, managers are told too. Domain 2.16. */
const managersWithin = 30

/**
 * Reminds the owner and whoever stands in of deadlines that come near, of those that were missed, and of an end that nobody
 * decided about; after notice was given, of what is still to be settled. Managers hear of the last thirty days, of what was
 * missed and of the end. Each once.
 */
export async function remindTerms(work: Work, watched: readonly Watched[], today: Day): Promise<number> {
  const ending = watched.filter(({ endsOn }) => endsOn !== openEnd)
  const decisions = await findDecisions(
    work,
    ending.map(({ id }) => id),
  )
  const managers = await findManagers(work)
  const news = ending.flatMap((agreement) => {
    const { id, endsOn, noticeOn } = agreement
    const deadline = noticeOn === openEnd ? endsOn : noticeOn
    const decided = decisions.filter(({ agreementId }) => agreementId === id)
    const known = noticeOf(decided, endsOn) ?? decided.find((each) => each.noticeOn === deadline)
    if (known?.noticeGivenOn && endsOn < today) return exitNews(agreement)
    const due = remindersDue({ noticeOn: deadline, endsOn, decidedOn: known?.decidedOn ?? null }, new Set(), today)
    const said = due.filter(({ kind }) => kind === 'end' || noticeOn !== openEnd)
    return said.flatMap((reminder) =>
      termNews(agreement, reminder, reminder.kind === 'end' ? endsOn : deadline, managers),
    )
  })
  return tellOnce(work, news)
}

const readersOf = ({ ownerId, backupId }: Watched) => [ownerId, ...(backupId ? [backupId] : [])]

const about = ({ id }: Watched) => ({
  kind: 'agreementTerm',
  href: `/agreements/${id}/term`,
  subjectKind: 'agreementTerm',
  subjectId: id,
})

function termNews(agreement: Watched, reminder: Reminder, on: Day, managers: readonly string[]): News[] {
  const text = saidInAll(lifecycleMessages, `told_${reminder.kind}`, (locale) => ({
    title: agreement.title,
    days: reminder.days,
    day: formatDay(on, locale),
  }))
  const urgent = reminder.kind === 'missed' || (reminder.kind === 'notice' && reminder.days <= urgentWithin)
  const key = termKey(agreement.id, reminder, on)
  const ledToo = reminder.kind !== 'notice' || reminder.step <= managersWithin
  const readers = new Set([...readersOf(agreement), ...(ledToo ? managers : [])])
  return [...readers].map((memberId) => ({ ...about(agreement), memberId, key, text, urgent }))
}

function exitNews(agreement: Watched): News[] {
  const { id, title, endsOn } = agreement
  const text = saidInAll(lifecycleMessages, 'told_exit', (locale) => ({ title, day: formatDay(endsOn, locale) }))
  const key = `agreements.exit.${id}.${endsOn}`
  return readersOf(agreement).map((memberId) => ({ ...about(agreement), memberId, key, text, urgent: false }))
}

/** Reminds owners of what falls due and of what is late, of theirs as of ours; of paused agreements nobody is reminded. */
export async function remindOwed(
  work: Work,
  watched: readonly Watched[],
  open: readonly FallingDue[],
  today: Day,
): Promise<number> {
  const titles = new Map(watched.map(({ id, title }) => [id, title]))
  const news = open.flatMap((owed): News[] => {
    const reminder = obligationReminder(owed, today)
    if (!reminder) return []
    const theirs = owed.party === 'them'
    const word = reminder.late ? (theirs ? 'toldOverdueTheirs' : 'toldOverdue') : theirs ? 'toldDueTheirs' : 'toldDue'
    const text = saidInAll(obligationMessages, word, (locale) => ({
      title: titles.get(owed.agreementId) ?? '',
      text: textOf(owed.text),
      day: formatDay(owed.dueOn, locale),
    }))
    const letter = `/agreements/obligations/${owed.id}/letter`
    return [
      {
        memberId: owed.ownerId,
        key: `agreements.owed.${owed.id}.${reminder.key}`,
        kind: 'obligation',
        text,
        href: theirs && reminder.late ? letter : `/agreements/${owed.agreementId}/obligations#${owed.id}`,
        urgent: false,
        subjectKind: 'obligationOccurrence',
        subjectId: owed.id,
      },
    ]
  })
  return tellOnce(work, news)
}
