import type { Metadata } from 'next'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/products/messages'
import { OpenListForm } from '@/lib/modules/products/views/price-list-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newList') })

export default async function NewPriceListPage() {
  const [t, actor] = [await translator(pages), await currentActor()]
  return (
    <>
      <PageHeader title={t('newList')} crumbs={[{ label: t('priceLists'), href: '/products/price-lists' }]} />
      <OpenListForm draft={`products.openList.${actor.id}`} />
    </>
  )
}
