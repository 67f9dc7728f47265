import { type CalendarName, dayOf, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { Translate } from '@/lib/kernel/translate'
import { Icon, type IconName } from '@/lib/ui/icon'
import type { pages, words } from '../messages'
import type { Header } from '../queries'
import type { Overview } from '../queries-record'
import { cadenceText } from './cadence-chip'

export type Saying = { icon: IconName; href: string; text: string }

/** What every sentence is said with: the words, the language, the reader's calendar and today. */
export type Said = {
  t: Translate<typeof pages>
  field: Translate<typeof words>
  locale: Locale
  calendar: CalendarName
  today: string
}

const telling = ['businessNumber', 'industry', 'city', 'phone'] as const

/** The state of an account in sentences made from its data; each leads to what it speaks of. */
export function sayingsOf(
  { account, owner, everyDays, team }: Header,
  overview: Overview,
  keyContacts: { confirmed: number; required: number },
  said: Said,
): Saying[] {
  const { t, field, locale, calendar, today } = said
  const base = `/accounts/${account.id}`
  const day = (value: string) => formatDay(value, locale, 'short', calendar, today)
  const planned = account.nextPlannedAt ? dayOf(account.nextPlannedAt) : null
  const lastOn = account.lastTwoWayAt ? dayOf(account.lastTwoWayAt) : null
  const last = lastOn
    ? t('sayLastTwoWay', { day: day(lastOn), ago: formatDay(lastOn, locale, 'relative', calendar, today) })
    : t('sayNeverTwoWay')
  const next =
    planned && planned >= today
      ? t('sayPlanned', { day: day(planned) })
      : t('sayDue', {
          day: day(account.dueOn),
          state: cadenceText(field, { dueOn: account.dueOn, everyDays, nextPlannedOn: null }, today),
        })
  const gaps = telling.filter((name) => !account[name]).map((name) => field(name))
  return [
    { icon: 'messages-square', href: `${base}/timeline`, text: last },
    { icon: 'calendar-clock', href: `${base}/timeline`, text: next },
    {
      icon: 'badge-check',
      href: `${base}/people`,
      text: t('sayKeyContacts', { confirmed: keyContacts.confirmed, required: keyContacts.required }),
    },
    { icon: 'users', href: `${base}/team`, text: t('sayTeam', { owner, count: team.length }) },
    ...(overview.seesNotes
      ? [{ icon: 'handshake' as const, href: '#notes', text: t('sayNotes', { count: overview.notes.length }) }]
      : []),
    ...(overview.units.length > 0
      ? [
          {
            icon: 'network' as const,
            href: `/accounts?parent=${account.id}`,
            text: t('sayUnits', { names: overview.units.map(({ name }) => name).join('、') }),
          },
        ]
      : []),
    {
      icon: gaps.length > 0 ? 'circle-dashed' : 'circle-check',
      href: overview.mayEdit ? `${base}/edit` : '#facts',
      text: gaps.length > 0 ? t('sayGaps', { fields: gaps.join('、') }) : t('sayComplete'),
    },
  ]
}

/** Sentences, one a line, each a link. */
export function Sayings({ sayings }: { sayings: readonly Saying[] }) {
  return (
    <ul className="rows">
      {sayings.map(({ icon, href, text }) => (
        <li key={`${href} ${text}`}>
          <Icon name={icon} />
          <a className="grow hover:underline" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
