'use client'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { useMoney } from '@/lib/ui/decimals'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { TextAreaField } from '@/lib/ui/text-field'
import { submitDeal, withdrawDeal } from '../actions'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import type { DealCheckView } from '../queries-deals'
import { formatPct, formatPrice, formatQuantity, listed } from '../rules-explain'
import { DealMark } from './deal-table'
import { Waterfall } from './waterfall'
import { WhyPrice } from './why-price'

/** A deal check as it was kept: totals, waterfall, who must agree, and every line with its story. */
export function DealPage({ deal }: { deal: DealCheckView }) {
  const t = useTranslator(pages)
  const { inside, result, currency } = deal
  return (
    <>
      <Summary deal={deal} />
      <Card title={inside ? t('waterfall') : t('waterfallOpen')}>
        <Waterfall steps={inside ? inside.steps : result.steps} currency={currency} />
      </Card>
      <Routing deal={deal} />
      <Lines deal={deal} />
    </>
  )
}

/** Of a pocket price of nothing or less there is no margin in percent. */
const marginSaid = (pct: string | null) => (pct === null ? '—' : `${formatPct(pct)}%`)

function Summary({ deal }: { deal: DealCheckView }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { currency, inside, result } = deal
  const { money } = useMoney(currency)
  const made = formatDay(dayOf(new Date(deal.createdAt)), locale, 'short', calendar)
  return (
    <Card title={deal.account} action={<DealMark state={deal.state ?? 'none'} />}>
      <Facts
        facts={[
          { label: field('day'), value: formatDay(deal.day, locale, 'short', calendar) },
          ...(deal.deliveryDay
            ? [{ label: t('deliveryDay'), value: formatDay(deal.deliveryDay, locale, 'short', calendar) }]
            : []),
          { label: t('pricedBy'), value: t(`pricedBy_${deal.pricedBy}`) },
          { label: t('listPrice'), value: money(deal.listTotal) },
          { label: t('invoiceTotal'), value: money(deal.total) },
          { label: t('discount'), value: `${formatPct(result.averagePct)}%` },
          ...(inside
            ? [
                { label: t('pocketTotal'), value: money(inside.pocketTotal) },
                { label: t('leakage'), value: inside.leakagePct && `${formatPct(inside.leakagePct)}%` },
                {
                  label: t('pocketMargin'),
                  value:
                    inside.marginTotal === null
                      ? t('unknownMargin')
                      : `${money(inside.marginTotal)} · ${marginSaid(inside.marginPct)}`,
                },
                { label: t('floorLines'), value: String(inside.belowFloor) },
              ]
            : []),
          { label: field('author'), value: deal.author },
          { label: field('reason'), value: deal.reason, wide: true },
        ]}
      />
      <p className="text-muted">
        {t('frozen', { day: made })}{' '}
        {deal.policyNumber === null ? t('noPolicyThen') : t('byPolicy', { number: deal.policyNumber })}
      </p>
    </Card>
  )
}

function Routing({ deal }: { deal: DealCheckView }) {
  const t = useTranslator(pages)
  const locale = useLocale()
  const { result, inside, state, mayChange, archived } = deal
  const asked = [...result.chain, ...(result.finance ? (['finance'] as const) : [])]
  const reasons = inside ? [...new Set(inside.reasons.map(({ reason }) => reason))] : result.reasons
  const open = mayChange && !archived && state !== 'pending' && state !== 'approved'
  return (
    <Card title={t('routing')}>
      <p className="flex flex-wrap gap-2">
        {asked.length === 0 ? t('nobody') : asked.map((level) => <Chip key={level}>{t(`routing_${level}`)}</Chip>)}
      </p>
      {reasons.length > 0 && (
        <p className="text-muted py-2">
          {t('reasons', {
            reasons: listed(
              reasons.map((reason) => t(`because_${reason}`)),
              locale,
            ),
          })}
        </p>
      )}
      {open && (
        <Form action={submitDeal} submit={t('submit')}>
          <input type="hidden" name="dealCheckId" defaultValue={deal.id} />
          <ReasonField value={deal.reason} />
        </Form>
      )}
      {mayChange && !archived && (
        <Press
          action={withdrawDeal}
          values={{ dealCheckId: deal.id }}
          className="button quiet w-fit"
          after="/pricing/deal-checks"
        >
          {t('withdraw')}
        </Press>
      )}
    </Card>
  )
}

function ReasonField({ value }: { value: string | null }) {
  const field = useTranslator(words)
  return <TextAreaField name="reason" label={field('reason')} maxLength={2000} defaultValue={value} />
}

function Lines({ deal: { lines, currency, inside } }: { deal: DealCheckView }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const money = (amount: string) => formatPrice(amount, currency)
  return (
    <Card title={t('lines')} flush>
      <RecordTable
        caption={t('lines')}
        columns={[
          { label: field('product') },
          { label: t('quantity'), numeric: true },
          { label: t('listPrice'), numeric: true },
          { label: t('policyPrice'), numeric: true },
          { label: t('price'), numeric: true },
          { label: t('discount'), numeric: true },
          ...(inside
            ? [
                { label: t('floor'), numeric: true },
                { label: t('pocketMargin'), numeric: true },
              ]
            : []),
          { label: t('why') },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            <a key="p" href={`/products/${line.productId}`}>
              {line.product}
            </a>,
            `${formatQuantity(line.quantity)} ${line.unit}`,
            money(line.listPrice),
            money(line.policyPrice),
            money(line.invoicePrice),
            `${formatPct(line.discountPct)}%`,
            ...(inside
              ? [
                  line.inside?.floor ? money(line.inside.floor) : t('notSet'),
                  line.inside?.unitCost ? marginSaid(line.inside.marginPct) : t('notSet'),
                ]
              : []),
            <div key="w" className="py-2 whitespace-normal">
              {line.noRule && <Chip tone="warn">{t('noRuleFlag')}</Chip>}
              {line.inside?.belowFloor && <Chip tone="risk">{t('belowFloor')}</Chip>}
              <WhyPrice chain={line.chain} lost={line.lost} />
            </div>,
          ],
        }))}
      />
    </Card>
  )
}
