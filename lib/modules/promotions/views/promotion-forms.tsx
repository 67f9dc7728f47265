'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import type { RecordChoice } from '@/lib/ui/record-field'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { editPromotion, planPromotion } from '../actions'
import { words } from '../messages'
import { pages } from '../messages-pages'
import { baselineMethods, promotionForms } from '../model'
import type { Fund } from '../queries'
import type { PromotionRecord } from '../queries-record'

type Values = Partial<PromotionRecord>
type FieldsProps = {
  values: Values
  members: readonly { id: string; name: string }[]
  funds: readonly Fund[]
  me: string
}

function PromotionFields({ values, members, funds, me }: FieldsProps) {
  const t = useTranslator(pages)
  const word = useTranslator(words)
  const blank: RecordChoice | null = null
  const accounts: (RecordChoice | null)[] = (values.accounts ?? []).map(({ id, name }) => ({ id, title: name }))
  const products: (RecordChoice | null)[] = (values.products ?? []).map(({ id, name }) => ({ id, title: name }))
  const fundOptions = funds.map(({ id, name, account, left, currency }) => ({
    value: id,
    label: t('fundLeftIs', { name: `${account} ${name}`, left: `${left} ${currency}` }),
  }))
  return (
    <>
      <TextField name="title" label={word('title')} required maxLength={200} defaultValue={values.title ?? ''} />
      <ChoiceField
        name="form"
        label={word('form')}
        required
        defaultValue={values.form ?? null}
        options={promotionForms.map((value) => ({ value, label: word(`form_${value}`) }))}
      />
      <RepeatedRows
        name="accountIds"
        label={t('clients')}
        addLabel={t('addClient')}
        initial={accounts}
        blank={blank}
        least={1}
        most={50}
      >
        {(account, path) => <AccountPicker name={path} label={t('client')} defaultValue={account} />}
      </RepeatedRows>
      <RepeatedRows
        name="productIds"
        label={t('products')}
        addLabel={t('addProduct')}
        initial={products}
        blank={blank}
        least={1}
        most={50}
      >
        {(product, path) => (
          <ProductPicker name={path} label={t('product')} hint={t('productsHint')} defaultValue={product} />
        )}
      </RepeatedRows>
      <div className="form-grid">
        <DateField name="storeFrom" label={word('storeFrom')} required defaultValue={values.storeFrom ?? null} />
        <DateField name="storeTo" label={word('storeTo')} required defaultValue={values.storeTo ?? null} />
      </div>
      <CheckboxField name="despiteOverlap" label={t('despiteOverlap')} />
      <TextAreaField
        name="mechanics"
        label={t('mechanics')}
        hint={t('mechanicsHint')}
        maxLength={2000}
        defaultValue={values.mechanics ?? ''}
      />
      <fieldset className="form-grid">
        <legend className="label">{t('money')}</legend>
        <TextField name="budgetOurs" label={word('budgetOurs')} inputMode="decimal" defaultValue={values.budgetOurs} />
        <TextField
          name="budgetTheirs"
          label={word('budgetTheirs')}
          inputMode="decimal"
          defaultValue={values.budgetTheirs}
        />
        <TextField name="currency" label={word('currency')} maxLength={3} defaultValue={values.currency ?? 'TWD'} />
        {fundOptions.length > 0 && (
          <>
            <SelectField
              name="fundId"
              label={t('fund')}
              empty={t('noFund')}
              defaultValue={values.fundId ?? null}
              options={fundOptions}
            />
            <TextField
              name="budgetFund"
              label={word('budgetFund')}
              inputMode="decimal"
              defaultValue={values.budgetFund}
            />
            <CheckboxField
              name="despiteFund"
              label={t('despiteFund')}
              {...(values.overFund ? { defaultChecked: true } : {})}
            />
            <TextField name="fundReason" label={t('fundReason')} hint={t('fundReasonHint')} maxLength={1000} />
          </>
        )}
      </fieldset>
      <fieldset className="form-grid">
        <legend className="label">{t('baseline')}</legend>
        <SelectField
          name="baselineMethod"
          label={t('baselineMethod')}
          empty={null}
          defaultValue={values.baselineMethod ?? 'weeksBefore'}
          options={baselineMethods.map((value) => ({ value, label: t(`baselineMethod_${value}`) }))}
        />
        <TextField
          name="baselineWeeks"
          label={t('baselineWeeks')}
          inputMode="numeric"
          defaultValue={values.baselineWeeks ?? 8}
        />
        <TextField
          name="baselineTyped"
          label={t('baselineTyped')}
          inputMode="decimal"
          defaultValue={values.baselineTyped}
        />
        <TextField
          name="expectedLiftPct"
          label={word('expectedLiftPct')}
          inputMode="decimal"
          unit="%"
          defaultValue={values.expectedLiftPct}
        />
      </fieldset>
      <details>
        <summary className="button small">{t('moreDays')}</summary>
        <div className="form-grid mt-3">
          {(['orderFrom', 'orderTo', 'shipFrom', 'shipTo'] as const).map((name) => (
            <DateField key={name} name={name} label={t(name)} defaultValue={values[name] ?? null} />
          ))}
        </div>
      </details>
      <SelectField
        name="ownerId"
        label={word('owner')}
        empty={null}
        defaultValue={values.ownerId ?? me}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

type PlanFormProps = Omit<FieldsProps, 'values'> & { account: { id: string; name: string } | null }

/** Plans a promotion: name, form, clients, products and the days in store; the rest when it is known. */
export function PlanForm({ account, ...rest }: PlanFormProps) {
  const t = useTranslator(pages)
  const draft = account ? {} : { draft: `promotions.plan.${rest.me}` }
  return (
    <Form
      action={planPromotion}
      submit={t('plan')}
      cancelHref="/promotions"
      foot="sticky"
      className="narrow"
      {...draft}
    >
      <PromotionFields values={account ? { accounts: [account] } : {}} {...rest} />
    </Form>
  )
}

type EditFormProps = Omit<FieldsProps, 'values'> & { promotion: PromotionRecord }

/** Changes a promotion. What somebody else changed meanwhile in other fields is kept. */
export function EditForm({ promotion, ...rest }: EditFormProps) {
  const page = `/promotions/${promotion.id}`
  return (
    <Form action={editPromotion} after={page} cancelHref={page} foot="sticky" className="narrow">
      <input type="hidden" name="promotionId" defaultValue={promotion.id} />
      <input type="hidden" name="version" defaultValue={promotion.version} />
      <PromotionFields values={promotion} {...rest} />
    </Form>
  )
}
