import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { archivePriceList, discardPrices, publishPrices } from '@/lib/modules/products/actions'
import { may } from '@/lib/modules/products/manifest'
import { pages, words } from '@/lib/modules/products/messages'
import { priceList } from '@/lib/modules/products/queries-lists'
import { EditionDifferences, EditionPrices, Editions } from '@/lib/modules/products/views/price-list'
import { DraftForm, EditListForm, PriceForm } from '@/lib/modules/products/views/price-list-forms'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { Press } from '@/lib/ui/press'
import { readPreferences } from '@/lib/ui/read-preferences'

type Props = { params: Promise<{ priceListId: string }>; searchParams: Promise<{ edition?: string }> }

const found = async ({ params, searchParams }: Props) =>
  read(priceList, { priceListId: (await params).priceListId, edition: (await searchParams).edition })

export const generateMetadata = async (props: Props): Promise<Metadata> => ({ title: (await found(props)).list.name })

export default async function PriceListPage(props: Props) {
  const [shown, actor, t, field, { locale, calendar }] = [
    await found(props),
    await currentActor(),
    await translator(pages),
    await translator(words),
    await readPreferences(),
  ]
  const { list, shown: edition } = shown
  const mayPrice = isGranted(may.price, actor) && list.archivedAt === null
  const isDraft = mayPrice && edition !== null && !edition.published
  const reader = { t, locale, calendar }
  return (
    <>
      <PageHeader
        title={list.name}
        meta={[
          list.currency,
          field(list.taxMode === 'inclusive' ? 'taxMode_inclusive' : 'taxMode_exclusive'),
          list.segment,
          list.channel,
        ]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[{ label: t('priceLists'), href: '/products/price-lists' }]}
        primary={
          isDraft && (
            <Press
              action={publishPrices}
              values={{ priceListVersionId: edition.id }}
              className="button primary"
              done={t('publishedNow', { number: edition.number })}
            >
              {t('publish')}
            </Press>
          )
        }
        actions={
          isDraft && (
            <Press
              action={discardPrices}
              values={{ priceListVersionId: edition.id }}
              className="button"
              done={t('discarded')}
            >
              {t('discard')}
            </Press>
          )
        }
      />
      <div className="flex flex-col gap-5">
        <Editions shown={shown} {...reader} />
        {mayPrice && (
          <Card title={t('nextEdition')}>
            <DraftForm priceListId={list.id} today={shown.today} />
          </Card>
        )}
        {isDraft && (
          <Card title={t('setPrice')}>
            <PriceForm priceListVersionId={edition.id} />
          </Card>
        )}
        <EditionDifferences shown={shown} names={shown.names} {...reader} />
        <EditionPrices shown={shown} {...reader} />
        {mayPrice && (
          <Card
            title={t('facts')}
            action={
              <Press
                action={archivePriceList}
                values={{ priceListId: list.id }}
                className="button small quiet"
                after="/products/price-lists"
                done={t('listArchived')}
              >
                {t('archiveList')}
              </Press>
            }
          >
            <EditListForm list={list} />
          </Card>
        )}
      </div>
    </>
  )
}
