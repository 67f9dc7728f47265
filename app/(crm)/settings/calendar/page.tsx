import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { calendar } from '@/lib/modules/workspace/queries-settings'
import { CalendarDays } from '@/lib/modules/workspace/views/calendar-days'
import { CalendarDayForm, CalendarLinesForm } from '@/lib/modules/workspace/views/calendar-forms'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export default async function CalendarPage() {
  const t = await translator(messages)
  const [days, actor] = [await read(calendar, {}), await currentActor()]
  const configures = isGranted(may.configure, actor)
  return (
    <>
      <PageHeader title={t('calendar')} meta={t('calendarHint')} />
      {configures && (
        <Card title={t('addDay')}>
          <CalendarDayForm />
        </Card>
      )}
      <Card title={t('dayList')} flush>
        <CalendarDays days={days} configures={configures} />
      </Card>
      {configures && (
        <Card title={t('pasteDays')}>
          <CalendarLinesForm />
        </Card>
      )}
    </>
  )
}
