import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, productList } from '@/lib/modules/products/list'
import { may } from '@/lib/modules/products/manifest'
import { pages, words } from '@/lib/modules/products/messages'
import { categories } from '@/lib/modules/products/queries-record'
import { CatalogueTabs } from '@/lib/modules/products/views/catalogue-tabs'
import { ProductTable } from '@/lib/modules/products/views/product-table'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('products') })

export default async function ProductsPage({ searchParams }: PageProps<'/products'>) {
  const [address, actor, t, field] = [
    await searchParams,
    await currentActor(),
    await translator(pages),
    await translator(words),
  ]
  const [page, groups, views] = await Promise.all([
    read(list, { ...address }),
    read(categories, {}),
    read(savedViewsOf, { list: 'products' }),
  ])
  const mayEdit = isGranted(may.edit, actor)
  const add = (
    <a className="button primary" href="/products/new">
      {t('newProduct')}
    </a>
  )
  return (
    <>
      <PageHeader title={field('products')} primary={mayEdit && add} />
      <CatalogueTabs t={t} at="products" />
      <ProductTable
        page={page}
        columns={columnViews(productList)}
        categories={groups}
        mayEdit={mayEdit}
        views={<SavedViews list="products" path="/products" address={address} views={views} />}
      />
    </>
  )
}
