import { addDays, type Day, dayOf, startOfWeek } from '@/lib/kernel/day'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { TimelineWeek } from '@/lib/ui/timeline'
import type { ContactView } from '../model-views'
import { ContactItem } from './contact-item'
import { daySaid, type Said } from './said'

type TimelineProps = {
  rows: readonly ContactView[]
  before: string | null
  after: string | null
  said: Said
  withAccount?: boolean
  /** Whether filters or a search hide contacts. */
  narrowed?: boolean
  /** What the address holds besides the place, for the links to other pages. */
  address?: Readonly<Record<string, string>>
}

/** Contacts under the week they belong to, plans first, with the way to newer and older ones. */
export function Timeline({
  rows,
  before,
  after,
  said,
  withAccount = false,
  narrowed = false,
  address = {},
}: TimelineProps) {
  const { t } = said
  if (rows.length === 0)
    return narrowed ? (
      <EmptyState
        icon="search"
        title={t('nothingMatches')}
        action={
          <a className="button" href="?">
            {t('clear')}
          </a>
        }
      />
    ) : (
      <EmptyState title={t('emptyTitle')} text={t('emptyAccount')} example={t('emptyExample')} />
    )
  const pageAt = (place: Readonly<Record<string, string>>) => `?${new URLSearchParams({ ...address, ...place })}`
  return (
    <>
      {weeksOf(rows, said.timeZone).map(([week, contacts]) => (
        <TimelineWeek key={week} title={weekSaid(week, said)}>
          {contacts.map((contact) => (
            <ContactItem key={contact.id} contact={contact} said={said} withAccount={withAccount} />
          ))}
        </TimelineWeek>
      ))}
      {(before || after) && (
        <nav className="pager" aria-label={t('pages')}>
          {before && (
            <a className="button small" rel="prev" href={pageAt({ before })}>
              <Icon name="chevron-left" />
              {t('newer')}
            </a>
          )}
          {after && (
            <a className="button small" rel="next" href={pageAt({ after })}>
              {t('older')}
              <Icon name="chevron-right" />
            </a>
          )}
        </nav>
      )}
    </>
  )
}

function weeksOf(rows: readonly ContactView[], timeZone: string): [Day, ContactView[]][] {
  const weeks = new Map<Day, ContactView[]>()
  for (const row of rows) {
    const week = startOfWeek(dayOf(new Date(row.happenedAt), timeZone))
    const known = weeks.get(week)
    if (known) known.push(row)
    else weeks.set(week, [row])
  }
  return [...weeks]
}

function weekSaid(week: Day, said: Said): string {
  const thisWeek = startOfWeek(said.today)
  if (week === thisWeek) return said.t('thisWeek')
  if (week === addDays(thisWeek, 7)) return said.t('nextWeek')
  if (week === addDays(thisWeek, -7)) return said.t('lastWeek')
  return said.t('weekOf', { from: daySaid(week, said) })
}
