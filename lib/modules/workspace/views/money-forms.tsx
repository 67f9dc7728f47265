'use client'
import { formatDay } from '@/lib/kernel/day'
import { type FiscalCalendar, type Periods, periodKinds } from '@/lib/kernel/fiscal'
import { Chip } from '@/lib/ui/chip'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { setCurrency, setFiscalCalendar, setRate, setRates } from '../actions'
import { moneyMessages } from '../messages-money'
import type { Currency } from '../model-money'

/** The currencies, those in use first. */
export function CurrencyRows({ currencies }: { currencies: readonly Currency[] }) {
  const t = useTranslator(moneyMessages)
  return (
    <ul className="rows">
      {currencies.map(({ code, displayDecimals, active }) => (
        <li key={code}>
          <strong>{code}</strong>
          <span className="grow">{t('decimals', { count: displayDecimals })}</span>
          <Chip tone={active ? 'ok' : 'plain'}>{t(active ? 'active' : 'inactive')}</Chip>
        </li>
      ))}
    </ul>
  )
}

export function CurrencyForm() {
  const t = useTranslator(moneyMessages)
  return (
    <Form action={setCurrency} submit={t('save')} label={t('addCurrency')} again>
      <div className="form-grid">
        <TextField name="code" label={t('code')} required maxLength={3} placeholder="SGD" />
        <TextField name="displayDecimals" label={t('displayDecimals')} required inputMode="numeric" defaultValue="2" />
        <CheckboxField name="active" label={t('active')} defaultChecked />
      </div>
    </Form>
  )
}

type RateFormProps = { currencies: readonly Currency[]; today: string }

/** One rate as somebody publishes it. */
export function RateForm({ currencies, today }: RateFormProps) {
  const t = useTranslator(moneyMessages)
  const options = currencies.filter(({ active }) => active).map(({ code }) => ({ value: code, label: code }))
  return (
    <Form action={setRate} submit={t('addRate')} label={t('addRate')} again>
      <div className="form-grid">
        <DateField name="day" label={t('day')} required defaultValue={today} max={today} />
        <SelectField name="fromCurrency" label={t('fromCurrency')} required options={options} defaultValue="USD" />
        <SelectField name="toCurrency" label={t('toCurrency')} required options={options} defaultValue="TWD" />
        <TextField name="rate" label={t('rate')} hint={t('rateHint')} required inputMode="decimal" />
        <TextField name="source" label={t('source')} hint={t('sourceHint')} required maxLength={60} />
      </div>
    </Form>
  )
}

export function RateLinesForm() {
  const t = useTranslator(moneyMessages)
  return (
    <Form
      action={setRates}
      label={t('pasteRates')}
      submit={t('pasteRates')}
      again
      onDone={({ rates }) => showToast({ text: t('ratesSaved', { count: rates }) })}
    >
      <TextAreaField name="lines" label={t('rateLines')} rows={6} required placeholder={'2026-11-20 USD TWD 32.15'} />
      <TextField name="source" label={t('source')} required maxLength={60} />
    </Form>
  )
}

export function FiscalForm({ calendar }: { calendar: FiscalCalendar }) {
  const t = useTranslator(moneyMessages)
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1))
  return (
    <Form
      action={setFiscalCalendar}
      submit={t('save')}
      label={t('periods')}
      onDone={() => showToast({ text: t('saved') })}
    >
      <ChoiceField
        name="kind"
        label={t('kind')}
        hint={t('kindHint')}
        required
        defaultValue={calendar.kind}
        options={periodKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
      />
      <SelectField
        name="firstMonth"
        label={t('firstMonth')}
        empty={null}
        defaultValue={String(calendar.firstMonth)}
        options={months.map((value) => ({ value, label: t('month', { month: value }) }))}
      />
    </Form>
  )
}

const shown = [
  ['year', 'year'],
  ['quarter', 'quarter'],
  ['month', 'period'],
  ['week', 'week'],
] as const

/** Where today stands in the fiscal year, as an example. */
export function PeriodFacts({ periods }: { periods: Periods }) {
  const t = useTranslator(moneyMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const say = (day: string) => formatDay(day, locale, 'short', calendar)
  return (
    <dl className="facts">
      {shown.map(([kind, word]) => {
        const { key, from, to } = periods[kind]
        return (
          <div key={kind}>
            <dt>{t(word)}</dt>
            <dd>{t('span', { key, from: say(from), to: say(to) })}</dd>
          </div>
        )
      })}
    </dl>
  )
}
