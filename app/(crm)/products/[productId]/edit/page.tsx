import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages, words } from '@/lib/modules/products/messages'
import { record } from '@/lib/modules/products/queries-record'
import { EditProductForm } from '@/lib/modules/products/views/product-forms'
import { PageHeader } from '@/lib/ui/page-header'

type Params = { params: Promise<{ productId: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('edit') })

export default async function EditProductPage({ params }: Params) {
  const { productId } = await params
  const [known, actor, t, field] = [
    await read(record, { productId }),
    await currentActor(),
    await translator(pages),
    await translator(words),
  ]
  if (!known.mayEdit || known.product.archivedAt) notFound()
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: field('products'), href: '/products' },
          { label: known.product.name, href: `/products/${productId}` },
        ]}
      />
      <EditProductForm record={known} draft={`products.edit.${actor.id}.${productId}`} />
    </>
  )
}
