import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, promotionList } from '@/lib/modules/promotions/list'
import { may } from '@/lib/modules/promotions/manifest'
import { words } from '@/lib/modules/promotions/messages'
import { listChoices, month } from '@/lib/modules/promotions/queries'
import { MonthStrip } from '@/lib/modules/promotions/views/month-strip'
import { PromotionTable } from '@/lib/modules/promotions/views/promotion-table'
import { saidFor } from '@/lib/modules/promotions/views/said'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('promotions') })

export default async function PromotionsPage({ searchParams }: PageProps<'/promotions'>) {
  const [address, actor, said] = [await searchParams, await currentActor(), await saidFor()]
  const [page, shown, choices, views] = await Promise.all([
    read(list, { ...address }),
    read(month, { day: typeof address.month === 'string' ? address.month : '' }),
    read(listChoices, { accountId: typeof address.account === 'string' ? address.account : '' }),
    read(savedViewsOf, { list: 'promotions' }),
  ])
  const mayPlan = isGranted(may.plan, actor)
  return (
    <>
      <PageHeader
        title={said.word('promotions')}
        primary={
          mayPlan && (
            <a className="button primary" href="/promotions/new">
              {said.t('newPromotion')}
            </a>
          )
        }
        actions={
          <a className="button" href="/promotions/funds">
            {said.t('funds')}
          </a>
        }
      />
      <div className="grid gap-5">
        <MonthStrip month={shown} said={said} />
        <PromotionTable
          page={page}
          columns={columnViews(promotionList)}
          members={choices.members}
          account={choices.account}
          mayPlan={mayPlan}
          views={<SavedViews list="promotions" path="/promotions" address={address} views={views} />}
        />
      </div>
    </>
  )
}
