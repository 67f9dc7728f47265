'use client'
import { formatMoment } from '@/lib/kernel/day'
import type { ListPage } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Pagination } from '@/lib/ui/pagination'
import { press } from '@/lib/ui/press'
import { usePressRows } from '@/lib/ui/press-rows'
import { markNotificationRead } from '../actions'
import { messages } from '../messages'
import type { NotificationRow } from '../model'

type Props = { page: ListPage<NotificationRow>; unreadOnly: boolean; timeZone: string }

/** What one was told, latest first. Following one marks it as read. */
export function NotificationList({ page, unreadOnly, timeZone }: Props) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { form, button } = usePressRows({ action: markNotificationRead, name: 'notificationIds' })
  if (page.rows.length === 0 && !page.before)
    return (
      <EmptyState
        icon="bell"
        title={t(unreadOnly ? 'emptyUnread' : 'emptyAll')}
        text={t('emptyText')}
        action={
          unreadOnly && (
            <a className="button" href="/notifications?show=all">
              {t('showAll')}
            </a>
          )
        }
      />
    )
  const to = (name: 'after' | 'before', cursor: string | null, label: string) =>
    cursor === null
      ? null
      : {
          href: `/notifications?${new URLSearchParams({ ...(unreadOnly ? {} : { show: 'all' }), [name]: cursor })}`,
          label,
        }
  return (
    <>
      {form}
      <ul className="rows">
        {page.rows.map(({ id, text, href, urgent, read, at }) => (
          <li key={id}>
            <div className="grow">
              <p>
                <a
                  href={href}
                  className={read ? undefined : 'font-semibold'}
                  onClick={() => {
                    if (!read) void press(markNotificationRead, { notificationIds: id })
                  }}
                >
                  {text}
                </a>{' '}
                {urgent && <Chip tone="warn">{t('urgent')}</Chip>} {!read && <Chip tone="brand">{t('new')}</Chip>}
              </p>
              <p className="text-muted">
                <time dateTime={at}>{formatMoment(new Date(at), locale, 'short', calendar, timeZone)}</time>
              </p>
            </div>
            {!read && (
              <button {...button({ id, label: t('markOne', { text }), done: t('markedRead') })}>{t('markRead')}</button>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        label={t('pages')}
        previous={to('before', page.before, t('newer'))}
        next={to('after', page.after, t('older'))}
      />
    </>
  )
}
