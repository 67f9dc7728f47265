import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { todayMessages } from '@/lib/modules/interactions/messages-today'
import { today } from '@/lib/modules/interactions/queries-today'
import { TodayDrafts } from '@/lib/modules/interactions/views/today-drafts'
import { DueContacts } from '@/lib/modules/interactions/views/today-due'
import { FactsToReconfirm } from '@/lib/modules/interactions/views/today-facts'
import { NextMeeting } from '@/lib/modules/interactions/views/today-meeting'
import { OpenPlans } from '@/lib/modules/interactions/views/today-plans'
import { todaySaid } from '@/lib/modules/interactions/views/today-said'
import { StepsDue } from '@/lib/modules/interactions/views/today-steps'
import { overduePromotions } from '@/lib/modules/promotions/queries'
import { OverduePromotions } from '@/lib/modules/promotions/views/overdue'
import { saidFor } from '@/lib/modules/promotions/views/said'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { Tabs } from '@/lib/ui/tabs'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(todayMessages))('today') })

export default async function TodayPage({ searchParams }: PageProps<'/today'>) {
  const [{ scope }, actor, said] = [await searchParams, await currentActor(), await todaySaid()]
  const [view, overdue, promotionsSaid] = await Promise.all([
    read(today, { scope }),
    read(overduePromotions, { team: scope === 'team' }),
    saidFor(),
  ])
  const { t } = said
  return (
    <>
      <PageHeader title={t('today')} meta={said.longDay(view.today)} />
      {view.hasTeam && (
        <Tabs
          label={t('scope')}
          tabs={[
            { href: '/today', label: t('own'), current: view.scope === 'own' },
            { href: '/today?scope=team', label: t('team'), current: view.scope === 'team' },
          ]}
        />
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <Card title={t('dueContacts')} flush>
            <DueContacts view={view} said={said} />
          </Card>
          <OpenPlans plans={view.openPlans} said={said} />
          <StepsDue steps={view.steps} said={said} />
          <OverduePromotions promotions={overdue} said={promotionsSaid} quiet />
        </div>
        <div className="grid gap-5">
          <NextMeeting brief={view.brief} said={said} />
          <FactsToReconfirm facts={view.facts} said={said} />
          <TodayDrafts memberId={actor.id} />
        </div>
      </div>
    </>
  )
}
