import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/promotions/manifest'
import { words } from '@/lib/modules/promotions/messages'
import { pages } from '@/lib/modules/promotions/messages-pages'
import { funds } from '@/lib/modules/promotions/queries'
import { FundsPanel } from '@/lib/modules/promotions/views/funds'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('funds') })

export default async function PromotionFundsPage() {
  const [t, word, actor, rows] = [
    await translator(pages),
    await translator(words),
    await currentActor(),
    await read(funds, {}),
  ]
  return (
    <>
      <PageHeader
        title={t('funds')}
        meta={t('fundsHint')}
        crumbs={[{ label: word('promotions'), href: '/promotions' }]}
        crumbsLabel={t('where')}
      />
      <FundsPanel funds={rows} mayFund={isGranted(may.fund, actor)} />
    </>
  )
}
