import type { Metadata } from 'next'
import { formatDay } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/products/manifest'
import { pages, words } from '@/lib/modules/products/messages'
import { priceListsNow } from '@/lib/modules/products/queries-lists'
import { CatalogueTabs } from '@/lib/modules/products/views/catalogue-tabs'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { PageHeader } from '@/lib/ui/page-header'
import { readPreferences } from '@/lib/ui/read-preferences'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('priceLists') })

export default async function PriceListsPage() {
  const [lists, actor, t, field, { locale, calendar }] = [
    await read(priceListsNow, {}),
    await currentActor(),
    await translator(pages),
    await translator(words),
    await readPreferences(),
  ]
  const add = isGranted(may.price, actor) && (
    <a className="button primary" href="/products/price-lists/new">
      {t('newList')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('priceLists')} meta={t('priceListsHint')} primary={lists.length > 0 && add} />
      <CatalogueTabs t={t} at="priceLists" />
      {lists.length === 0 ? (
        <EmptyState icon="scale" title={t('priceListsEmpty')} text={t('priceListsEmptyText')} action={add} />
      ) : (
        <Card title={t('priceLists')} flush>
          <ul className="rows">
            {lists.map((list) => (
              <li key={list.id}>
                <a className="grow" href={`/products/price-lists/${list.id}`}>
                  {list.name}
                  <span className="text-muted">
                    {' '}
                    {[
                      list.currency,
                      field(list.taxMode === 'inclusive' ? 'taxMode_inclusive' : 'taxMode_exclusive'),
                      list.segment,
                      list.channel,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </a>
                {list.standard && <Chip tone="brand">{t('standardMark')}</Chip>}
                <span className="text-muted tabular-nums">
                  {t('inForce')}
                  {'：'}
                  {list.inForce
                    ? `${t('edition', { number: list.inForce.number })} ${formatDay(list.inForce.validFrom, locale, 'short', calendar)}`
                    : t('noneInForce')}
                </span>
                {list.drafts > 0 && <Chip tone="warn">{t('draftsCount', { count: list.drafts })}</Chip>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
