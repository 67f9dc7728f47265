'use client'
import type { ReactNode } from 'react'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { useControl } from '@/lib/ui/field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { archiveRule, editRule, restoreRule, setRule } from '../actions'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import { ruleActions, stackModes } from '../model'
import type { RuleView } from '../queries-rules'
import { scheduleTypes } from '../rules-tiers'

type Categories = readonly { id: string; name: string }[]
type RuleFormProps = { view: RuleView | null; categories: Categories; draft: string; today: string }

/** Sets a price rule or changes one; what the chosen kind of price does not need may stay empty. */
export function RuleForm({ view, categories, draft, today }: RuleFormProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const rule = view?.rule
  return (
    <Form
      action={view ? editRule : setRule}
      cancelHref={view ? `/pricing/rules/${view.id}` : '/pricing'}
      after="/pricing/rules/{id}"
      draft={draft}
      foot="sticky"
    >
      {view && (
        <>
          <input type="hidden" name="ruleId" defaultValue={view.id} />
          <input type="hidden" name="version" defaultValue={view.version} />
        </>
      )}
      <Part title={field('name')}>
        <TextField name="name" label={field('name')} required maxLength={120} defaultValue={rule?.name} />
        <TextAreaField name="note" label={t('note')} rows={2} maxLength={1000} defaultValue={view?.note} />
      </Part>
      <Part title={t('whom')} hint={t('whomHint')}>
        <AccountPicker
          label={field('account')}
          defaultValue={rule?.accountId ? { id: rule.accountId, title: view?.account ?? '' } : null}
        />
        <TextField name="segment" label={field('segment')} maxLength={80} defaultValue={rule?.segment} />
        <TextField name="channel" label={field('channel')} maxLength={80} defaultValue={rule?.channel} />
        <ProductPicker
          label={field('product')}
          defaultValue={rule?.productId ? { id: rule.productId, title: view?.product ?? '' } : null}
        />
        <SelectField
          name="categoryId"
          label={field('category')}
          defaultValue={rule?.categoryId}
          empty={t('everything')}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="minQuantity"
          label={field('minQuantity')}
          inputMode="decimal"
          defaultValue={rule?.minQuantity}
        />
        <TextField name="priority" label={field('priority')} inputMode="numeric" defaultValue={rule?.priority ?? 0} />
      </Part>
      <Part title={t('when')}>
        <DateField name="fromDay" label={field('fromDay')} required defaultValue={rule?.fromDay ?? today} />
        <DateField name="toDay" label={field('toDay')} defaultValue={rule?.toDay} />
      </Part>
      <PriceFields rule={rule} />
      <Part title={t('stacking')} hint={t('stackGroupHint')}>
        <TextField name="stackGroup" label={t('stackGroup')} maxLength={40} defaultValue={rule?.stackGroup} />
        <SelectField
          name="stackMode"
          label={t('stackMode')}
          defaultValue={rule?.stackMode}
          options={stackModes.map((value) => ({ value, label: t(`stackMode_${value}`) }))}
        />
      </Part>
    </Form>
  )
}

function PriceFields({ rule }: { rule: RuleView['rule'] | undefined }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const formula = rule?.action === 'formula' ? rule.formula : null
  const schedule = rule?.action === 'schedule' ? rule : null
  const currency = rule && 'currency' in rule ? rule.currency : 'TWD'
  return (
    <>
      <Part title={t('price')}>
        <ChoiceField
          name="action"
          label={field('action')}
          required
          span={2}
          defaultValue={rule?.action ?? 'discount'}
          options={ruleActions.map((value) => ({ value, label: field(`action_${value}`) }))}
        />
        <TextField
          name="discountPct"
          label={t('discount')}
          inputMode="decimal"
          unit="%"
          defaultValue={rule?.action === 'discount' ? rule.discountPct : null}
        />
        <TextField
          name="fixedPrice"
          label={t('fixedPrice')}
          inputMode="decimal"
          defaultValue={rule?.action === 'fixed' ? rule.price : null}
        />
        <TextField name="currency" label={t('currency')} maxLength={3} defaultValue={currency} />
        <SmallPercent />
      </Part>
      <Part title={t('tiers')}>
        <SelectField
          name="schedule"
          label={t('schedule')}
          defaultValue={schedule?.schedule}
          options={scheduleTypes.map((value) => ({ value, label: t(`schedule_${value}`) }))}
        />
        <RepeatedRows
          name="tiers"
          label={t('tiers')}
          addLabel={t('addTier')}
          initial={schedule?.tiers ?? []}
          blank={{ from: '', discountPct: '' }}
        >
          {(row, path) => (
            <>
              <TextField
                name={`${path}.from`}
                label={t('tierFrom')}
                required
                inputMode="decimal"
                defaultValue={row.from}
              />
              <TextField
                name={`${path}.discountPct`}
                label={t('discount')}
                required
                inputMode="decimal"
                unit="%"
                defaultValue={row.discountPct}
              />
            </>
          )}
        </RepeatedRows>
      </Part>
      <Part title={t('formula')} hint={t('formulaHint')}>
        <TextField
          name="formulaPct"
          label={t('formulaPct')}
          inputMode="decimal"
          unit="%"
          defaultValue={formula?.discountPct}
        />
        <TextField name="roundTo" label={t('roundTo')} inputMode="decimal" defaultValue={formula?.roundTo} />
        <TextField name="surcharge" label={t('surcharge')} inputMode="decimal" defaultValue={formula?.surcharge} />
        <TextField name="minMargin" label={t('minMargin')} inputMode="decimal" defaultValue={formula?.minMargin} />
        <TextField name="maxMargin" label={t('maxMargin')} inputMode="decimal" defaultValue={formula?.maxMargin} />
      </Part>
    </>
  )
}

/** Appears when a percentage below one was typed, and stays: that it is meant is a decision. */
export function SmallPercent() {
  const t = useTranslator(pages)
  const { sentence } = useControl('smallPercent')
  return sentence ? <CheckboxField name="smallPercent" label={t('smallPercent')} /> : null
}

export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="form-section">
      <div className="about">
        <h2 className="text-base font-semibold">{title}</h2>
        {hint && <p>{hint}</p>}
      </div>
      <div className="form">
        <div className="form-grid">{children}</div>
      </div>
    </section>
  )
}

/** Takes a rule out of use, or brings it back. */
export function RuleArchive({ ruleId, archived }: { ruleId: string; archived: boolean }) {
  const t = useTranslator(pages)
  return archived ? (
    <Press action={restoreRule} values={{ ruleId }} className="button">
      {t('restore')}
    </Press>
  ) : (
    <Press
      action={archiveRule}
      values={{ ruleId }}
      className="button quiet"
      done={t('archivedDone')}
      undo={restoreRule}
    >
      {t('archive')}
    </Press>
  )
}
