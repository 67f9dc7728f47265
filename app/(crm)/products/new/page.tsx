import type { Metadata } from 'next'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages, words } from '@/lib/modules/products/messages'
import { AddProductForm } from '@/lib/modules/products/views/product-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newProduct') })

export default async function NewProductPage() {
  const [t, field, actor] = [await translator(pages), await translator(words), await currentActor()]
  return (
    <>
      <PageHeader
        title={t('newProduct')}
        meta={t('newProductHint')}
        crumbs={[{ label: field('products'), href: '/products' }]}
      />
      <AddProductForm draft={`products.add.${actor.id}`} />
    </>
  )
}
