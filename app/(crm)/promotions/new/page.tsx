import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { words } from '@/lib/modules/promotions/messages'
import { pages } from '@/lib/modules/promotions/messages-pages'
import { planningChoices } from '@/lib/modules/promotions/queries'
import { PlanForm } from '@/lib/modules/promotions/views/promotion-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newPromotion') })

export default async function NewPromotionPage({ searchParams }: PageProps<'/promotions/new'>) {
  const [{ account }, t, word, actor] = [
    await searchParams,
    await translator(pages),
    await translator(words),
    await currentActor(),
  ]
  const choices = await read(planningChoices, { accountId: typeof account === 'string' ? account : '' })
  return (
    <>
      <PageHeader
        title={t('newPromotion')}
        meta={t('newHint')}
        crumbs={[{ label: word('promotions'), href: '/promotions' }]}
        crumbsLabel={t('where')}
      />
      <PlanForm {...choices} me={actor.id} />
    </>
  )
}
