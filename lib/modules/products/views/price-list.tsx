import { type CalendarName, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { formatPrice } from '@/lib/kernel/money'
import type { Translate } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import type { pages } from '../messages'
import type { priceList } from '../queries-lists'

type Shown = Awaited<ReturnType<typeof priceList.run>>
export type Reader = { t: Translate<typeof pages>; locale: Locale; calendar: CalendarName }
type ListProps = Reader & { shown: Shown }

const period = ({ t, locale, calendar }: Reader, from: string, to: string | null) =>
  `${formatDay(from, locale, 'short', calendar)} – ${to ? formatDay(to, locale, 'short', calendar) : t('openEnd')}`

/** The editions of a list: which holds now, which is a draft, which held before. */
export function Editions({ shown: { list, editions, shown, today }, ...reader }: ListProps) {
  const { t } = reader
  return (
    <Card title={t('editions')} flush={editions.length > 0}>
      {editions.length === 0 && <p>{t('editionsEmpty')}</p>}
      <ul className="rows">
        {editions.map((each) => {
          const holds = each.published && each.validFrom <= today && (each.validTo === null || each.validTo >= today)
          return (
            <li key={each.id}>
              <a
                className="grow"
                href={`/products/price-lists/${list.id}?edition=${each.id}`}
                aria-current={each.id === shown?.id ? 'true' : undefined}
              >
                {t('edition', { number: each.number })}
                <span className="text-muted tabular-nums"> {period(reader, each.validFrom, each.validTo)}</span>
                {each.note && <span className="text-muted"> {each.note}</span>}
              </a>
              {holds && <Chip tone="ok">{t('inForce')}</Chip>}
              {!each.published && <Chip tone="warn">{t('draft')}</Chip>}
              {each.publishedBy && <span className="text-muted">{t('publishedBy', { name: each.publishedBy })}</span>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** The prices of the edition that is looked at. */
export function EditionPrices({ shown: { list, shown, items }, t }: ListProps) {
  if (!shown || items.length === 0) return null
  const title = t('pricesOf', { number: shown.number })
  return (
    <Card title={title} flush>
      <RecordTable
        caption={title}
        columns={[{ label: t('product') }, { label: t('unit') }, { label: t('price'), numeric: true }]}
        rows={items.map((item) => ({
          key: item.id,
          cells: [
            <a key="product" href={`/products/${item.productId}`}>
              {item.code} {item.name}
            </a>,
            item.unit,
            formatPrice({ amount: item.price, currency: list.currency }),
          ],
        }))}
      />
    </Card>
  )
}

/** What differs from the edition before, price by price. */
export function EditionDifferences({
  shown: { list, before, items, differences },
  names,
  t,
}: ListProps & { names: Readonly<Record<string, string>> }) {
  if (!before) return null
  const title = t('differences', { number: before.number })
  const money = (amount: string | null) => (amount === null ? '—' : formatPrice({ amount, currency: list.currency }))
  const nameOf = (productId: string) =>
    items.find((item) => item.productId === productId)?.name ?? names[productId] ?? ''
  return (
    <Card title={title} flush={differences.length > 0}>
      {differences.length === 0 ? (
        <p>{t('differencesEmpty')}</p>
      ) : (
        <RecordTable
          caption={title}
          columns={[
            { label: t('product') },
            { label: t('unit') },
            { label: t('was'), numeric: true },
            { label: t('now'), numeric: true },
            { label: t('change'), numeric: true },
          ]}
          rows={differences.map((each) => ({
            key: `${each.productId} ${each.unit}`,
            cells: [
              nameOf(each.productId),
              each.unit,
              money(each.was),
              each.now === null ? t('off') : money(each.now),
              each.changePct === null ? '—' : `${each.changePct} %`,
            ],
          }))}
        />
      )}
    </Card>
  )
}
