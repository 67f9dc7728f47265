'use client'
import { formatDay } from '@/lib/kernel/day'
import { formatPrice } from '@/lib/kernel/money'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { TextField } from '@/lib/ui/text-field'
import { addUnit, removeCost, removeUnit, setCost } from '../actions'
import { pages, words } from '../messages'
import type { ProductRecord } from '../queries-record'

type PanelProps = { record: ProductRecord }

/** The units of a product, each as so many base units. */
export function UnitsPanel({ record: { product, units, mayEdit } }: PanelProps) {
  const t = useTranslator(pages)
  const may = mayEdit && !product.archivedAt
  return (
    <Card title={t('units')} flush>
      <ul className="rows">
        <li>
          <span className="grow">{product.baseUnit}</span>
          <span className="text-muted">{t('unitsHint')}</span>
        </li>
        {units.map(({ id, unit, factor }) => (
          <li key={id}>
            <span className="grow tabular-nums">{t('unitIs', { unit, factor, base: product.baseUnit })}</span>
            {may && (
              <Press
                action={removeUnit}
                values={{ unitId: id }}
                className="button small quiet"
                label={`${t('removeUnit')} ${unit}`}
              >
                {t('removeUnit')}
              </Press>
            )}
          </li>
        ))}
        {may && (
          <li>
            <details className="grow">
              <summary className="button small quiet w-fit">{t('addUnit')}</summary>
              <Form action={addUnit} submit={t('addUnit')} again>
                <input type="hidden" name="productId" defaultValue={product.id} />
                <div className="form-grid">
                  <TextField name="unit" label={t('unit')} required maxLength={20} />
                  <TextField
                    name="factor"
                    label={t('factor')}
                    required
                    inputMode="decimal"
                    maxLength={40}
                    unit={product.baseUnit}
                  />
                </div>
              </Form>
            </details>
          </li>
        )}
      </ul>
    </Card>
  )
}

/** What a product costs by the lists that hold today; what held before and will hold is folded away. */
export function PricesPanel({ record: { prices } }: PanelProps) {
  const t = useTranslator(pages)
  const now = prices.filter(({ inForce }) => inForce)
  const rest = prices.filter(({ inForce }) => !inForce)
  return (
    <Card title={t('prices')} flush={now.length > 0}>
      {now.length > 0 ? <PriceTable caption={t('prices')} prices={now} /> : <p>{t('pricesEmpty')}</p>}
      {rest.length > 0 && (
        <details className="p-4">
          <summary className="button small quiet w-fit">{t('priceHistory')}</summary>
          <PriceTable caption={t('priceHistory')} prices={rest} />
        </details>
      )}
    </Card>
  )
}

function PriceTable({ caption, prices }: { caption: string; prices: ProductRecord['prices'] }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <RecordTable
      caption={caption}
      columns={[
        { label: t('priceList') },
        { label: t('price'), numeric: true },
        { label: t('unit') },
        { label: field('taxMode') },
        { label: t('validFrom') },
        { label: t('validTo') },
      ]}
      rows={prices.map((row) => ({
        key: row.id,
        cells: [
          <a key="list" href={`/products/price-lists/${row.priceListId}?edition=${row.versionId}`}>
            {row.list}
          </a>,
          formatPrice({ amount: row.price, currency: row.currency }),
          row.unit,
          field(`taxMode_${row.taxMode}`),
          formatDay(row.validFrom, locale, 'short', calendar),
          row.validTo ? formatDay(row.validTo, locale, 'short', calendar) : t('openEnd'),
        ],
      }))}
    />
  )
}

/** What the product costs us: only drawn for those who may know. */
export function CostsPanel({ record: { product, costs, mayCost, today } }: PanelProps) {
  const t = useTranslator(pages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  if (costs === null) return null
  const inForce = costs.find(({ validFrom }) => validFrom <= today)?.id
  return (
    <Card title={t('costs')} flush>
      <ul className="rows">
        <li>
          <span className="text-muted">{t('costsHint')}</span>
        </li>
        {costs.length === 0 && <li>{t('costsEmpty')}</li>}
        {costs.map(({ id, cost, currency, validFrom }) => (
          <li key={id}>
            <span className="grow tabular-nums">
              {formatPrice({ amount: cost, currency })}
              {' · '}
              {formatDay(validFrom, locale, 'short', calendar)}
            </span>
            {id === inForce && <Chip tone="ok">{t('inForce')}</Chip>}
            {mayCost && (
              <Press
                action={removeCost}
                values={{ costId: id }}
                className="button small quiet"
                label={`${t('removeCost')} ${validFrom}`}
              >
                {t('removeCost')}
              </Press>
            )}
          </li>
        ))}
        {mayCost && !product.archivedAt && (
          <li>
            <details className="grow">
              <summary className="button small quiet w-fit">{t('setCost')}</summary>
              <Form action={setCost} submit={t('setCost')} again>
                <input type="hidden" name="productId" defaultValue={product.id} />
                <div className="form-grid">
                  <TextField
                    name="cost"
                    label={t('cost', { unit: product.baseUnit })}
                    required
                    inputMode="decimal"
                    maxLength={40}
                  />
                  <TextField name="currency" label={t('currency')} required maxLength={3} defaultValue="TWD" />
                  <DateField name="validFrom" label={t('validFrom')} required defaultValue={today} />
                </div>
              </Form>
            </details>
          </li>
        )}
      </ul>
    </Card>
  )
}
