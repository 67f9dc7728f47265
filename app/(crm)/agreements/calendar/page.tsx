import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { calendarMessages } from '@/lib/modules/agreements/messages-calendar'
import { ownFeed } from '@/lib/modules/agreements/queries-feed'
import { CalendarLink } from '@/lib/modules/agreements/views/calendar-link'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { daySaid } from '@/lib/ui/reader'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(calendarMessages))('calendar'),
})

export default async function CalendarPage() {
  const [{ since }, t, said] = [await read(ownFeed, {}), await translator(calendarMessages), await saidFor()]
  return (
    <>
      <PageHeader
        title={t('calendarTitle')}
        crumbs={[{ label: said.word('agreements'), href: '/agreements' }]}
        crumbsLabel={said.t('where')}
      />
      <Card>
        <div className="grid gap-4">
          <p>{t('calendarText')}</p>
          {since && <p className="text-muted">{t('linkLives', { day: daySaid(since, said) })}</p>}
          <CalendarLink lives={since !== null} />
        </div>
      </Card>
    </>
  )
}
