import type { Metadata } from 'next'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor, readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/workspace/manifest'
import { moneyMessages } from '@/lib/modules/workspace/messages-money'
import { fiscalCalendar, periodsToday } from '@/lib/modules/workspace/queries-money'
import { FiscalForm, PeriodFacts } from '@/lib/modules/workspace/views/money-forms'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(moneyMessages))('periods') })

export default async function PeriodsPage() {
  const [t, locale, actor] = [await translator(moneyMessages), await readerLocale(), await currentActor()]
  const [calendar, periods] = await Promise.all([read(fiscalCalendar, {}), read(periodsToday, {})])
  const day = formatDay(dayOf(new Date(), actor.timeZone), locale)
  return (
    <>
      <PageHeader title={t('periods')} meta={t('periodsHint')} />
      <Card title={t('example', { day })}>
        <PeriodFacts periods={periods} />
      </Card>
      {isGranted(may.configure, actor) && (
        <Card title={t('kind')}>
          <FiscalForm calendar={calendar} />
        </Card>
      )}
    </>
  )
}
