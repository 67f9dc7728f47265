import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { rawOf } from '@/lib/modules/imports/queries'
import { RawColumns } from '@/lib/modules/imports/views/raw-columns'
import { archiveProduct, restoreProduct } from '@/lib/modules/products/actions'
import { pages, words } from '@/lib/modules/products/messages'
import { history } from '@/lib/modules/products/queries-history'
import { record } from '@/lib/modules/products/queries-record'
import { ProductHistory } from '@/lib/modules/products/views/product-history'
import { CostsPanel, PricesPanel, UnitsPanel } from '@/lib/modules/products/views/product-panels'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { PageHeader } from '@/lib/ui/page-header'
import { Press } from '@/lib/ui/press'

type Params = { params: Promise<{ productId: string }>; searchParams: Promise<{ before?: string | string[] }> }

export const generateMetadata = async ({ params }: Params): Promise<Metadata> => ({
  title: (await read(record, { productId: (await params).productId })).product.name,
})

export default async function ProductPage({ params, searchParams }: Params) {
  const [{ productId }, { before }] = [await params, await searchParams]
  const [known, t, field] = [await read(record, { productId }), await translator(pages), await translator(words)]
  const [imported, past, { timeZone }] = await Promise.all([
    read(rawOf, { subjectId: productId }),
    read(history, { productId, before }),
    currentActor(),
  ])
  const { product, category, supplier, mayEdit } = known
  const archived = product.archivedAt !== null
  const edit = (
    <a className="button primary" href={`/products/${productId}/edit`}>
      {t('edit')}
    </a>
  )
  return (
    <>
      <PageHeader
        title={product.name}
        meta={
          <>
            {product.code} <Chip>{field(product.status === 'active' ? 'status_active' : 'status_discontinued')}</Chip>
          </>
        }
        crumbs={[{ label: field('products'), href: '/products' }]}
        primary={mayEdit && !archived && edit}
        actions={
          mayEdit && (
            <Press action={archived ? restoreProduct : archiveProduct} values={{ productId }} className="button">
              {t(archived ? 'restore' : 'archive')}
            </Press>
          )
        }
      />
      {archived && <p className="notice warn">{t('archivedNotice')}</p>}
      <div className="flex flex-col gap-5">
        <Card title={t('facts')}>
          <Facts
            facts={[
              { label: field('specification'), value: product.specification },
              { label: field('baseUnit'), value: product.baseUnit },
              { label: field('category'), value: category },
              { label: field('brand'), value: product.brand },
              { label: field('englishName'), value: product.englishName },
              { label: field('supplier'), value: supplier && <a href={`/accounts/${supplier.id}`}>{supplier.name}</a> },
              { label: field('note'), value: product.note, wide: true },
            ]}
          />
        </Card>
        <PricesPanel record={known} />
        <UnitsPanel record={known} />
        <CostsPanel record={known} />
        <RawColumns parts={imported} />
        <ProductHistory {...past} timeZone={timeZone} />
      </div>
    </>
  )
}
