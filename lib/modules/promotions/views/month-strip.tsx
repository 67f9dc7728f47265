import { addDays, daysBetween, formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import type { PromotionMonth } from '../queries'
import { daysSaid, type Said } from './said'

/** Bars are at least three days wide, so that a finger finds them on a phone. */
const leastDays = 3
function barOf(from: number, to: number, days: number): string {
  const start = Math.min(from, days - leastDays + 1)
  return `${start} / ${Math.max(to + 1, start + leastDays)}`
}

/** A month with its promotions as bars from their first to their last day; each is a link that says its days in words. */
export function MonthStrip({ month, said }: { month: PromotionMonth; said: Said }) {
  const { t, word, locale } = said
  const days = daysBetween(month.from, month.to) + 1
  const name = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month.from}T00:00:00Z`),
  )
  const column = (day: string) => Math.min(Math.max(daysBetween(month.from, day), 0), days - 1) + 1
  const weeks = [0, 7, 14, 21, 28].filter((offset) => offset < days)
  return (
    <Card
      id="month"
      title={t('calendarOf', { month: name })}
      action={
        <span className="flex gap-1">
          <a
            className="button quiet square small"
            href={`/promotions?month=${month.before}`}
            title={t('previousMonth')}
          >
            <Icon name="chevron-left" />
            <span className="hush">{t('previousMonth')}</span>
          </a>
          <a className="button quiet square small" href={`/promotions?month=${month.after}`} title={t('nextMonth')}>
            <Icon name="chevron-right" />
            <span className="hush">{t('nextMonth')}</span>
          </a>
        </span>
      }
    >
      {month.promotions.length === 0 ? (
        <p className="text-muted">{t('calendarEmpty')}</p>
      ) : (
        <>
          <div
            aria-hidden="true"
            className="grid text-muted text-xs tabular-nums"
            style={{ gridTemplateColumns: `repeat(${days}, minmax(0, 1fr))` }}
          >
            {weeks.map((offset) => (
              <span key={offset} style={{ gridColumn: `${offset + 1} / span ${Math.min(7, days - offset)}` }}>
                {formatDay(addDays(month.from, offset), locale, 'weekday').replace(/[（(].*/, '')}
              </span>
            ))}
          </div>
          <ul
            className="mt-1 grid gap-1"
            style={{ gridTemplateColumns: `repeat(${days}, minmax(0, 1fr))`, listStyle: 'none' }}
          >
            {month.promotions.map((each) => (
              <li
                key={each.id}
                className="min-w-0"
                style={{ gridColumn: barOf(column(each.storeFrom), column(each.storeTo), days) }}
              >
                <a
                  href={`/promotions/${each.id}`}
                  className="block truncate rounded-md border border-line bg-sunken px-2 py-1 text-sm"
                  title={`${each.title} · ${each.clients.join('、')} · ${daysSaid(each.storeFrom, each.storeTo, said)}`}
                >
                  {each.title}
                  <span className="hush">
                    {each.clients.join('、')} {daysSaid(each.storeFrom, each.storeTo, said)}{' '}
                    {word(`state_${each.state}`)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
