'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import type { RecordChoice } from '@/lib/ui/record-field'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { checkPrices } from '../actions'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import { deductionKinds, priceDays } from '../model-deals'
import { Part } from './rule-forms'

type DealFormProps = { account: RecordChoice | null; today: string; draft: string }

/** What a client wants to buy, on which terms; checking keeps the calculation. */
export function DealForm({ account, today, draft }: DealFormProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Form
      action={checkPrices}
      submit={t('check')}
      cancelHref="/pricing/deal-checks"
      after="/pricing/deal-checks/{id}"
      draft={draft}
      foot="sticky"
    >
      <Part title={t('newDeal')}>
        <AccountPicker label={field('account')} required defaultValue={account} />
        <TextField name="title" label={field('title')} required maxLength={200} />
        <DateField name="day" label={field('day')} required defaultValue={today} />
        <PricedBy />
        <TextField name="currency" label={t('currency')} required maxLength={3} defaultValue="TWD" />
        <TextField name="channel" label={t('channel')} maxLength={80} />
      </Part>
      <Part title={t('lines')}>
        <RepeatedRows name="lines" label={t('lines')} addLabel={t('addLine')} blank={{}} least={1} most={500}>
          {(_, path) => (
            <>
              <ProductPicker name={`${path}.productId`} label={field('product')} />
              <TextField name={`${path}.quantity`} label={t('quantity')} inputMode="decimal" />
              <TextField name={`${path}.price`} label={t('askedPrice')} inputMode="decimal" />
            </>
          )}
        </RepeatedRows>
        <TextAreaField name="pasted" label={t('pasted')} hint={t('pastedHint')} span={2} rows={4} maxLength={60_000} />
      </Part>
      <Part title={t('terms')}>
        <TextField name="paymentDays" label={t('termPaymentDays')} inputMode="numeric" unit={t('days')} />
        <Deductions name="onInvoice" most={10} />
        <Deductions name="offInvoice" most={20} />
        <TextAreaField name="reason" label={field('reason')} span={2} maxLength={2000} />
      </Part>
    </Form>
  )
}

/** Whose day the prices are of; the day of delivery is needed only when prices are of that day. */
export function PricedBy({ deliveryDay, pricedBy = 'document' }: { deliveryDay?: string; pricedBy?: string }) {
  const t = useTranslator(pages)
  return (
    <>
      <SelectField
        name="pricedBy"
        label={t('pricedBy')}
        defaultValue={pricedBy}
        empty={null}
        options={priceDays.map((value) => ({ value, label: t(`pricedBy_${value}`) }))}
      />
      <DateField name="deliveryDay" label={t('deliveryDay')} defaultValue={deliveryDay ?? null} />
    </>
  )
}

function Deductions({ name, most }: { name: 'onInvoice' | 'offInvoice'; most: number }) {
  const t = useTranslator(pages)
  return (
    <RepeatedRows name={name} label={t(name)} addLabel={t('addTerm')} blank={{}} most={most}>
      {(_, path) => (
        <>
          <TextField name={`${path}.name`} label={t('termName')} maxLength={80} />
          <SelectField
            name={`${path}.kind`}
            label={t('termKind')}
            defaultValue="percent"
            empty={null}
            options={deductionKinds.map((value) => ({ value, label: t(`termKind_${value}`) }))}
          />
          <TextField name={`${path}.value`} label={t('termValue')} inputMode="decimal" />
        </>
      )}
    </RepeatedRows>
  )
}
