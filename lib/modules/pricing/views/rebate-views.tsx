'use client'
import { formatDay } from '@/lib/kernel/day'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { ChoiceField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { useMoney } from '@/lib/ui/decimals'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { archiveRebate, editRebate, setRebate } from '../actions'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import { rebateBases } from '../model-rebates'
import type { RebateRow, RebateView } from '../queries-rebates'
import { formatPct } from '../rules-explain'
import { rebateMethods } from '../rules-rebates'

/** Rebates that run, the next to end first. */
export function RebateTable({ rebates, mayEdit }: { rebates: readonly RebateRow[]; mayEdit: boolean }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  if (rebates.length === 0)
    return (
      <EmptyState
        title={t('noRebates')}
        text={t('noRebatesText')}
        action={
          mayEdit && (
            <a className="button primary" href="/pricing/rebates/new">
              {t('newRebate')}
            </a>
          )
        }
      />
    )
  return (
    <RecordTable
      caption={t('rebates')}
      columns={[
        { label: field('name') },
        { label: field('account') },
        { label: t('method') },
        { label: field('fromDay') },
        { label: field('toDay') },
        { label: t('tiers'), numeric: true },
      ]}
      rows={rebates.map((row) => ({
        key: row.id,
        cells: [
          <a key="n" href={`/pricing/rebates/${row.id}`}>
            {row.name}
          </a>,
          <a key="a" href={`/accounts/${row.accountId}`}>
            {row.account}
          </a>,
          t(`method_${row.method}`),
          formatDay(row.fromDay, locale, 'short', calendar),
          formatDay(row.toDay, locale, 'short', calendar),
          row.tiers,
        ],
      }))}
    />
  )
}

/** What is to be set aside for a rebate, what the next tier is worth, and where a threshold is a cliff. */
export function RebatePage({ rebate }: { rebate: RebateView }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { money } = useMoney(rebate.currency)
  const { accrual, next, cliffs } = rebate
  return (
    <>
      <Card title={rebate.name}>
        <Facts
          facts={[
            { label: field('account'), value: <a href={`/accounts/${rebate.accountId}/sales`}>{rebate.account}</a> },
            { label: t('method'), value: t(`method_${rebate.method}`) },
            { label: field('fromDay'), value: formatDay(rebate.fromDay, locale, 'short', calendar) },
            { label: field('toDay'), value: formatDay(rebate.toDay, locale, 'short', calendar) },
            { label: t('turnover'), value: `${money(rebate.turnover)} (${t(`basis_${rebate.basis}`)})` },
            { label: t('forecast'), value: rebate.forecast && money(rebate.forecast) },
            {
              label: t('accrueExpected'),
              value: accrual.expected === null ? t('noForecast') : money(accrual.expected),
            },
            { label: t('accrueReached'), value: money(accrual.reached) },
            { label: t('accrueDifference'), value: accrual.difference && money(accrual.difference) },
            {
              label: t('nextTier'),
              value: next
                ? t('nextTierText', {
                    missing: money(next.missing),
                    pct: formatPct(next.pct),
                    worth: money(next.worth),
                  })
                : t('topTier'),
              wide: true,
            },
            { label: t('note'), value: rebate.note, wide: true },
          ]}
        />
        {rebate.mayChange && !rebate.archived && (
          <Press
            action={archiveRebate}
            values={{ rebateId: rebate.id }}
            className="button quiet w-fit"
            after="/pricing/rebates"
          >
            {t('archive')}
          </Press>
        )}
      </Card>
      <Card title={t('tiers')} flush>
        <RecordTable
          caption={t('tiers')}
          columns={[{ label: t('turnoverFrom') }, { label: t('rate'), numeric: true }]}
          rows={rebate.tiers.map(({ from, pct }) => ({ key: from, cells: [money(from), `${formatPct(pct)}%`] }))}
        />
      </Card>
      {cliffs.length > 0 && (
        <Card title={t('cliffs')} flush>
          <p className="text-muted px-4 pt-3">{t('cliffsText')}</p>
          <RecordTable
            caption={t('cliffs')}
            columns={[
              { label: t('turnoverFrom') },
              { label: t('cliffJump'), numeric: true },
              { label: t('cliffShare'), numeric: true },
            ]}
            rows={cliffs.map((cliff) => ({
              key: cliff.from,
              cells: [
                <span key="f">
                  {money(cliff.from)} {cliff.steep && <Chip tone="warn">{t('steep')}</Chip>}
                </span>,
                money(cliff.jump),
                cliff.shareOfMargin === null ? t('notSet') : `${formatPct(cliff.shareOfMargin)}%`,
              ],
            }))}
          />
        </Card>
      )}
    </>
  )
}

type RebateFormProps = { rebate: RebateView | null; draft: string; today: string }

export function RebateForm({ rebate, draft, today }: RebateFormProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Form
      action={rebate ? editRebate : setRebate}
      cancelHref={rebate ? `/pricing/rebates/${rebate.id}` : '/pricing/rebates'}
      after="/pricing/rebates/{id}"
      draft={draft}
    >
      {rebate ? (
        <>
          <input type="hidden" name="rebateId" defaultValue={rebate.id} />
          <input type="hidden" name="version" defaultValue={rebate.version} />
        </>
      ) : (
        <AccountPicker label={field('account')} required />
      )}
      <div className="form-grid">
        <TextField name="name" label={field('name')} required maxLength={120} defaultValue={rebate?.name} />
        <TextField
          name="currency"
          label={t('currency')}
          required
          maxLength={3}
          defaultValue={rebate?.currency ?? 'TWD'}
        />
        <ChoiceField
          name="method"
          label={t('method')}
          required
          defaultValue={rebate?.method ?? 'retrospective'}
          options={rebateMethods.map((value) => ({ value, label: t(`method_${value}`) }))}
        />
        <ChoiceField
          name="basis"
          label={t('basis')}
          required
          defaultValue={rebate?.basis ?? 'net'}
          options={rebateBases.map((value) => ({ value, label: t(`basis_${value}`) }))}
        />
        <DateField
          name="fromDay"
          label={field('fromDay')}
          required
          defaultValue={rebate?.fromDay ?? `${today.slice(0, 4)}-01-01`}
        />
        <DateField
          name="toDay"
          label={field('toDay')}
          required
          defaultValue={rebate?.toDay ?? `${today.slice(0, 4)}-12-31`}
        />
        <RepeatedRows
          name="tiers"
          label={t('tiers')}
          addLabel={t('addTier')}
          initial={rebate?.tiers ?? []}
          blank={{ from: '', pct: '' }}
          least={1}
        >
          {(row, path) => (
            <>
              <TextField
                name={`${path}.from`}
                label={t('turnoverFrom')}
                required
                inputMode="decimal"
                defaultValue={row.from}
              />
              <TextField
                name={`${path}.pct`}
                label={t('rate')}
                required
                inputMode="decimal"
                unit="%"
                defaultValue={row.pct}
              />
            </>
          )}
        </RepeatedRows>
        <TextField name="forecast" label={t('forecast')} inputMode="decimal" defaultValue={rebate?.forecast} />
        <TextAreaField name="note" label={t('note')} span={2} maxLength={1000} defaultValue={rebate?.note} />
      </div>
    </Form>
  )
}
