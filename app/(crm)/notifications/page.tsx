import type { Metadata } from 'next'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, unreadList } from '@/lib/modules/notifications/list'
import { messages } from '@/lib/modules/notifications/messages'
import { preference } from '@/lib/modules/notifications/queries'
import { DigestForm, MarkAllRead } from '@/lib/modules/notifications/views/notification-forms'
import { NotificationList } from '@/lib/modules/notifications/views/notification-list'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { Tabs } from '@/lib/ui/tabs'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(messages))('notifications'),
})

export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const [{ show, ...address }, t] = [await searchParams, await translator(messages)]
  const all = show === 'all'
  const [page, { digestHour }, { timeZone }] = await Promise.all([
    read(all ? list : unreadList, address),
    read(preference, {}),
    currentActor(),
  ])
  return (
    <>
      <PageHeader
        title={t('notifications')}
        meta={t('hint')}
        actions={page.rows.some((row) => !row.read) && <MarkAllRead />}
      />
      <Tabs
        label={t('show')}
        tabs={[
          { href: '/notifications', label: t('unread'), current: !all },
          { href: '/notifications?show=all', label: t('all'), current: all },
        ]}
      />
      <div className="grid gap-4">
        <div>
          <NotificationList page={page} unreadOnly={!all} timeZone={timeZone} />
        </div>
        <Card title={t('digest')}>
          {!isMailConfigured() && <p className="notice info mb-3">{t('noMail')}</p>}
          <DigestForm digestHour={digestHour} />
        </Card>
      </div>
    </>
  )
}
