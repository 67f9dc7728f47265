import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { words } from '@/lib/modules/promotions/messages'
import { pages } from '@/lib/modules/promotions/messages-pages'
import { planningChoices } from '@/lib/modules/promotions/queries'
import { EditForm } from '@/lib/modules/promotions/views/promotion-forms'
import { PageHeader } from '@/lib/ui/page-header'
import { readPromotion } from '../read-promotion'

type Props = { params: Promise<{ promotionId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readPromotion((await params).promotionId)).title }
}

export default async function EditPromotionPage({ params }: Props) {
  const [t, word, actor, promotion, { members, funds }] = [
    await translator(pages),
    await translator(words),
    await currentActor(),
    await readPromotion((await params).promotionId),
    await read(planningChoices, {}),
  ]
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: word('promotions'), href: '/promotions' },
          { label: promotion.title, href: `/promotions/${promotion.id}` },
        ]}
        crumbsLabel={t('where')}
      />
      <EditForm promotion={promotion} members={members} funds={funds} me={actor.id} />
    </>
  )
}
