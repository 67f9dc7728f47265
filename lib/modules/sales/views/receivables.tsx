import { daysBetween, formatDay } from '@/lib/kernel/day'
import { formatMoney } from '@/lib/kernel/money'
import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { AgingBucket } from '../model'
import type { SalesOverview } from '../queries'
import { bucketOf } from '../rules'
import type { Reader } from './overview'

/** The bucket whose invoices are shown; null for all that are open. */
export type ShownBucket = { bucket: AgingBucket; currency: string } | null
type Owed = NonNullable<SalesOverview['owed']>
type ReceivablesProps = Reader & { accountId: string; owed: SalesOverview['owed']; shown: ShownBucket }

const invoicesOf = (accountId: string, shown: ShownBucket) =>
  `/accounts/${accountId}/sales${shown ? `?${new URLSearchParams({ owed: shown.bucket, in: shown.currency })}` : ''}#invoices`

/** What is open, by age; every figure opens the invoices behind it. */
export function ReceivablesCard({ accountId, owed, shown, ...reader }: ReceivablesProps) {
  const { t, locale, calendar } = reader
  if (owed === null) return <Card title={t('receivables')}>{t('receivablesNone')}</Card>
  const asOf = formatDay(owed.asOf, locale, 'short', calendar)
  if (owed.aging.length === 0) return <Card title={t('receivables')}>{t('receivablesEmpty', { day: asOf })}</Card>
  const linked = (bucket: AgingBucket, currency: string, value: string | number) => (
    <a key={bucket} href={invoicesOf(accountId, { bucket, currency })}>
      {value}
    </a>
  )
  return (
    <Card id="receivables" title={t('receivables')} flush>
      <p className="px-4 py-3 text-muted">{t('receivablesAsOf', { day: asOf })}</p>
      {owed.aging.map(({ currency, total, buckets }) => (
        <RecordTable
          key={currency}
          caption={`${t('aging')} ${currency}`}
          columns={[
            { label: t('aging') },
            { label: t('invoices'), numeric: true },
            { label: t('open'), numeric: true },
          ]}
          rows={buckets.map(({ bucket, amount, invoices }) => {
            const money = formatMoney({ amount, currency })
            const isEmpty = invoices === 0
            return {
              key: bucket,
              cells: [
                t(`aging_${bucket}`),
                isEmpty ? 0 : linked(bucket, currency, invoices),
                isEmpty ? money : linked(bucket, currency, money),
              ],
            }
          })}
          foot={[
            t('total'),
            buckets.reduce((sum, { invoices }) => sum + invoices, 0),
            formatMoney({ amount: total, currency }),
          ]}
        />
      ))}
      <Invoices accountId={accountId} owed={owed} shown={shown} {...reader} />
    </Card>
  )
}

const mostShown = 200

function Invoices({ accountId, owed, shown, t, locale, calendar }: Omit<ReceivablesProps, 'owed'> & { owed: Owed }) {
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  const its = owed.invoices.filter(
    (each) =>
      !isPaid(each) &&
      (shown === null || (each.currency === shown.currency && bucketOf(each, owed.asOf) === shown.bucket)),
  )
  return (
    <div id="invoices" className="flex flex-col gap-2 pt-3">
      <p className="flex flex-wrap items-baseline gap-x-3 px-4">
        <strong className="font-medium">
          {shown ? `${t(`aging_${shown.bucket}`)} ${shown.currency}` : t('allInvoices')}
        </strong>
        <span className="text-muted">{t('invoicesCount', { count: its.length })}</span>
        {shown && <a href={invoicesOf(accountId, null)}>{t('allInvoices')}</a>}
      </p>
      {its.length > mostShown && <p className="px-4 text-muted">{t('invoicesShown', { count: mostShown })}</p>}
      <RecordTable
        caption={t('allInvoices')}
        columns={[
          { label: t('invoice') },
          { label: t('invoiceDay') },
          { label: t('dueDay') },
          { label: t('overdue'), numeric: true },
          { label: t('cheque') },
          { label: t('invoiced'), numeric: true },
          { label: t('open'), numeric: true },
        ]}
        rows={its.slice(0, mostShown).map((row) => {
          const late = daysBetween(row.dueDay, owed.asOf)
          return {
            key: row.id,
            cells: [
              row.invoiceNumber,
              day(row.invoiceDay),
              day(row.dueDay),
              late > 0 ? t('daysLate', { days: late }) : '—',
              <Cheque key="cheque" invoice={row} asOf={owed.asOf} t={t} day={day} />,
              formatMoney({ amount: row.amount, currency: row.currency }),
              formatMoney({ amount: row.openAmount, currency: row.currency }),
            ],
          }
        })}
      />
    </div>
  )
}

type Invoice = Owed['invoices'][number]
const isPaid = ({ openAmount }: Invoice) => Number(openAmount) === 0
type ChequeProps = { invoice: Invoice; asOf: string; t: Reader['t']; day: (value: string) => string }

/** The cheque received for an invoice: when it falls due, and whether it was cashed. */
function Cheque({ invoice: { chequeNumber, chequeDueDay, chequeCashedDay }, asOf, t, day }: ChequeProps) {
  if (!chequeNumber && !chequeDueDay && !chequeCashedDay) return '—'
  const isLate = chequeDueDay !== null && chequeCashedDay === null && chequeDueDay < asOf
  return (
    <>
      {[
        chequeNumber,
        chequeDueDay && t('chequeDue', { day: day(chequeDueDay) }),
        chequeCashedDay && t('chequeCashed', { day: day(chequeCashedDay) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      {isLate && <span className="text-risk"> {t('chequeNotCashed')}</span>}
    </>
  )
}
