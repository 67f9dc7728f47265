'use client'
import { formatDay } from '@/lib/kernel/day'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { DateField } from '@/lib/ui/date-field'
import { useMoney } from '@/lib/ui/decimals'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { RecordChoice } from '@/lib/ui/record-field'
import { RecordTable } from '@/lib/ui/record-table'
import { TextField } from '@/lib/ui/text-field'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import type { Simulated } from '../queries'
import type { GuidanceView } from '../queries-guidance'
import { formatPct, formatPrice, formatQuantity } from '../rules-explain'
import { PricedBy } from './deal-form'
import { WhyPrice } from './why-price'

type Asked = {
  account: RecordChoice | null
  product: RecordChoice | null
  quantity: string
  day: string
  deliveryDay: string
  pricedBy: string
  currency: string
  channel: string
}

/** Asks for a price: a plain address, so that a price can be sent as a link. */
export function SimulatorForm({ asked }: { asked: Asked }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <form method="get" action="/pricing/simulator" className="form" aria-label={t('simulator')}>
      <div className="form-grid">
        <AccountPicker label={field('account')} required defaultValue={asked.account} />
        <ProductPicker label={field('product')} required defaultValue={asked.product} />
        <TextField name="quantity" label={t('quantity')} required inputMode="decimal" defaultValue={asked.quantity} />
        <DateField name="day" label={field('day')} required defaultValue={asked.day} />
        <PricedBy deliveryDay={asked.deliveryDay} pricedBy={asked.pricedBy} />
        <TextField name="currency" label={t('currency')} maxLength={3} defaultValue={asked.currency} />
        <TextField name="channel" label={t('channel')} maxLength={80} defaultValue={asked.channel} />
      </div>
      <button type="submit" className="button primary w-fit">
        {t('find')}
      </button>
    </form>
  )
}

/** A price with its story, what tiers come to, and, for those who may know, cost, floor and margin. */
export function SimulatedPrice({ result }: { result: Simulated }) {
  const t = useTranslator(pages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { answer, problem, tiers, inversions, inside, day } = result
  if (!answer)
    return (
      <p className="notice warn" role="status">
        <span className="grow">{problem?.[locale]}</span>
      </p>
    )
  const money = (amount: string) => formatPrice(amount, answer.currency)
  return (
    <>
      <Card title={result.product}>
        <p className="text-2xl font-semibold tabular-nums">
          {money(answer.price)} <span className="text-base font-normal text-muted">/ {answer.unit}</span>
        </p>
        <p className="flex flex-wrap gap-2 py-2">
          {answer.noRule && <Chip tone="warn">{t('noRuleFlag')}</Chip>}
          {answer.conflicts.length > 0 && <Chip tone="risk">{t('conflictFlag')}</Chip>}
        </p>
        <Facts
          facts={[
            { label: t('day'), value: formatDay(day, locale, 'short', calendar) },
            { label: t('listPrice'), value: money(answer.listPrice) },
            { label: t('discount'), value: `${formatPct(answer.discountPct)}%` },
            { label: t('total'), value: <Total amount={answer.total} currency={answer.currency} /> },
          ]}
        />
        <WhyPrice chain={answer.chain} lost={answer.lost} open />
        <p className="text-muted pt-2">{t('resale')}</p>
      </Card>
      {tiers.length > 0 && (
        <Card title={t('tierTable')} flush>
          {inversions.map((each) => (
            <p key={each.threshold} className="notice warn m-4">
              <span className="grow">{t('inversion', each)}</span>
            </p>
          ))}
          <RecordTable
            caption={t('tierTable')}
            columns={[
              { label: t('quantity') },
              { label: t('price'), numeric: true },
              { label: t('total'), numeric: true },
            ]}
            rows={tiers.map((row) => ({
              key: row.quantity,
              cells: [
                formatQuantity(row.quantity),
                money(row.unitPrice),
                row.inverted ? (
                  <Chip key="i" tone="warn">
                    {money(row.total)}
                  </Chip>
                ) : (
                  money(row.total)
                ),
              ],
            }))}
          />
        </Card>
      )}
      {inside && (
        <Card title={t('inside')}>
          <Facts
            facts={[
              { label: t('unitCost'), value: inside.unitCost === null ? t('notSet') : money(inside.unitCost) },
              { label: t('margin'), value: inside.margin === null ? t('notSet') : money(inside.margin) },
              { label: t('floor'), value: inside.floor === null ? t('notSet') : money(inside.floor) },
              {
                label: t('breakEven'),
                value: inside.breakEvenPct === null ? null : `${formatPct(inside.breakEvenPct)}%`,
              },
            ]}
          />
          {inside.belowFloor && <Chip tone="risk">{t('belowFloor')}</Chip>}
        </Card>
      )}
    </>
  )
}

const Total = ({ amount, currency }: { amount: string; currency: string }) => useMoney(currency).money(amount)

/** What comparable deals suggest; the deals themselves only for those who see margins. */
export function GuidanceCard({ guidance }: { guidance: GuidanceView }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { prices, margins, deals, currency, unit } = guidance
  const shown = (name: 'floor' | 'target' | 'stretch') =>
    [
      prices?.[name] && `${formatPrice(prices[name], currency)} / ${unit}`,
      margins && `${formatPct(margins[name])}${t('percentMargin')}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Card title={t('guidance')}>
      {prices || margins ? (
        <Facts
          facts={[
            { label: t('guidanceFloor'), value: shown('floor') },
            { label: t('guidanceTarget'), value: shown('target') },
            { label: t('guidanceStretch'), value: shown('stretch') },
          ]}
        />
      ) : (
        <p>{t('noGuidance', { least: guidance.least })}</p>
      )}
      {deals.length > 0 && (
        <details>
          <summary className="button small quiet w-fit">{t('dealsBehind', { count: deals.length })}</summary>
          <RecordTable
            caption={t('dealsBehind', { count: deals.length })}
            columns={[
              { label: field('account') },
              { label: field('product') },
              { label: field('day') },
              { label: t('quantity'), numeric: true },
              { label: t('price'), numeric: true },
              { label: t('margin'), numeric: true },
            ]}
            rows={deals.map((deal) => ({
              key: deal.id,
              cells: [
                <a key="a" href={`/accounts/${deal.accountId}/sales`}>
                  {deal.account}
                </a>,
                deal.product,
                formatDay(deal.day, locale, 'short', calendar),
                formatQuantity(deal.quantity),
                formatPrice(deal.price, currency),
                `${formatPct(deal.marginPct)}%`,
              ],
            }))}
          />
        </details>
      )}
    </Card>
  )
}
