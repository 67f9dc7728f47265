'use client'
import type { ReactNode } from 'react'
import { addDays, formatDay } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import type { Translate } from '@/lib/kernel/translate'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { Card, Facts } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { ChoiceField } from '@/lib/ui/choice-field'
import { DataTable } from '@/lib/ui/data-table'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import type { RecordChoice } from '@/lib/ui/record-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { askException, withdrawException } from '../actions'
import type { ExceptionRow } from '../list-exceptions'
import { pages } from '../messages-pages'
import { type Word, words } from '../messages-words'
import { type ExceptionState, endsSoonDays, exceptionKinds } from '../model-exceptions'
import type { ExceptionView } from '../queries-exceptions'
import { formatPct, formatPrice, formatQuantity } from '../rules-explain'
import { SmallPercent } from './rule-forms'

const tones: Readonly<Record<ExceptionState, Tone>> = {
  waiting: 'info',
  sentBack: 'warn',
  approved: 'brand',
  inForce: 'ok',
  usedUp: 'warn',
  expired: 'plain',
  withdrawn: 'plain',
}

function StateMark({ state }: { state: ExceptionState }) {
  const field = useTranslator(words)
  return <Chip tone={tones[state]}>{field(`state_${state}`)}</Chip>
}

const askedFor = ({ price, currency, discountPct }: Pick<ExceptionRow, 'price' | 'currency' | 'discountPct'>) =>
  price === null ? `−${formatPct(discountPct ?? '0')}%` : formatPrice(price, currency ?? 'TWD')

/** How much was used, of how much when there is a limit. */
const usedSaid = ({ used, quantityCap }: Pick<ExceptionRow, 'used' | 'quantityCap'>, t: Translate<typeof pages>) =>
  quantityCap === null
    ? formatQuantity(used)
    : t('usedOf', { used: formatQuantity(used), cap: formatQuantity(quantityCap) })

type TableProps = {
  page: ListPage<ExceptionRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayAsk: boolean
  today: string
  views?: ReactNode
}

/** Exceptions with their state, what is left of them, and which end soon. */
export function ExceptionTable({ page, columns, members, mayAsk, today, views }: TableProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const soon = (row: ExceptionRow) => row.state === 'inForce' && row.toDay <= addDays(today, endsSoonDays)
  return (
    <DataTable
      caption={t('exceptions')}
      page={page}
      columns={columns}
      column={(name) => field(name as Word)}
      choice={(column, value) => field(`${column}_${value}` as Word)}
      options={{ author: members.map(({ id, name }) => ({ value: id, label: name })) }}
      href={({ id }) => `/pricing/exceptions/${id}`}
      exports={{ xlsx: '/api/export/price-exceptions.xlsx', csv: '/api/export/price-exceptions.csv' }}
      views={views}
      cells={{
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        kind: askedFor,
        state: (row) => <StateMark state={row.state} />,
        used: (row) => usedSaid(row, t),
        fromDay: (row) => formatDay(row.fromDay, locale, 'short', calendar),
        toDay: (row) => (
          <>
            {formatDay(row.toDay, locale, 'short', calendar)} {soon(row) && <Chip tone="warn">{t('endsSoon')}</Chip>}
          </>
        ),
        author: (row) => row.author,
        createdAt: (row) => formatDay(row.createdAt.slice(0, 10), locale, 'short', calendar),
      }}
      empty={
        <EmptyState
          title={t('noExceptions')}
          text={t('noExceptionsText')}
          action={
            mayAsk && (
              <a className="button primary" href="/pricing/exceptions/new">
                {t('newException')}
              </a>
            )
          }
        />
      }
    />
  )
}

type FormProps = { account: RecordChoice | null; product: RecordChoice | null; today: string; draft: string }

/** Asks for an exception: it goes for consent at once. */
export function ExceptionForm({ account, product, today, draft }: FormProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Form
      action={askException}
      submit={t('ask')}
      cancelHref="/pricing/exceptions"
      after="/pricing/exceptions/{id}"
      draft={draft}
    >
      <div className="form-grid">
        <AccountPicker label={field('account')} required defaultValue={account} />
        <ProductPicker label={field('product')} required defaultValue={product} />
        <ChoiceField
          name="kind"
          label={t('kind')}
          required
          span={2}
          defaultValue="price"
          options={exceptionKinds.map((value) => ({ value, label: field(`kind_${value}`) }))}
        />
        <TextField name="price" label={t('fixedPrice')} inputMode="decimal" />
        <TextField name="currency" label={t('currency')} maxLength={3} defaultValue="TWD" />
        <TextField name="discountPct" label={t('discount')} inputMode="decimal" unit="%" />
        <SmallPercent />
        <TextField name="quantityCap" label={t('quantityCap')} hint={t('capHint')} inputMode="decimal" />
        <DateField name="fromDay" label={field('fromDay')} required defaultValue={today} />
        <DateField name="toDay" label={field('toDay')} required />
        <TextAreaField name="reason" label={field('reason')} required span={2} maxLength={2000} />
      </div>
    </Form>
  )
}

/** One exception: what it gives, until when, what is left, and which deals used it. */
export function ExceptionFacts({ view }: { view: ExceptionView }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  return (
    <>
      <Card title={view.product} action={<StateMark state={view.state} />}>
        <Facts
          facts={[
            { label: field('account'), value: <a href={`/accounts/${view.accountId}`}>{view.account}</a> },
            { label: t('kind'), value: askedFor(view) },
            { label: field('fromDay'), value: day(view.fromDay) },
            { label: field('toDay'), value: day(view.toDay) },
            {
              label: field('used'),
              value: usedSaid(view, t),
            },
            { label: field('author'), value: view.author },
            { label: field('reason'), value: view.reason, wide: true },
          ]}
        />
        {view.mayChange && view.state !== 'withdrawn' && view.state !== 'expired' && (
          <Press
            action={withdrawException}
            values={{ exceptionId: view.id }}
            className="button quiet w-fit"
            done={t('withdrawn')}
          >
            {t('withdraw')}
          </Press>
        )}
      </Card>
      <Card title={t('uses')} flush={view.uses.length > 0}>
        {view.uses.length === 0 ? (
          <p>{t('neverUsed')}</p>
        ) : (
          <ul className="rows">
            {view.uses.map((use) => (
              <li key={use.id}>
                <a className="grow" href={`/pricing/deal-checks/${use.id}`}>
                  {use.title}
                </a>
                <span className="text-muted">{day(use.day)}</span>
                <span className="tabular-nums">{formatQuantity(use.quantity)}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
