'use client'
import { roles } from '@/lib/kernel/actor'
import { messages as company } from '@/lib/modules/workspace/messages'
import { CheckboxField, ChoiceField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { draftPolicy, editPolicy } from '../actions'
import { pages } from '../messages-pages'
import { firstLimits } from '../model-policy'
import type { PolicyView } from '../queries-policy'
import { Part } from './rule-forms'

type PolicyFormProps = { policy: PolicyView['policy'] | null; draft: string; today: string }

/** Writes an edition of the policy. An edition that was approved is the pattern of the next. */
export function PolicyForm({ policy, draft, today }: PolicyFormProps) {
  const t = useTranslator(pages)
  const role = useTranslator(company)
  const editing = policy?.state === 'draft' || policy?.state === 'sentBack'
  const limits = policy?.limits ?? firstLimits
  return (
    <Form
      action={editing ? editPolicy : draftPolicy}
      cancelHref={editing ? `/pricing/policies/${policy.id}` : '/pricing'}
      after="/pricing/policies/{id}"
      draft={draft}
      foot="sticky"
    >
      {editing && (
        <>
          <input type="hidden" name="policyId" defaultValue={policy.id} />
          <input type="hidden" name="version" defaultValue={policy.version} />
        </>
      )}
      <Part title={t('policyText')}>
        <TextField name="title" label={t('policyTitle')} required maxLength={200} defaultValue={policy?.title} />
        <TextField name="englishTitle" label={t('englishTitle')} maxLength={200} defaultValue={policy?.englishTitle} />
        <TextAreaField name="body" label={t('body')} required span={2} rows={10} defaultValue={policy?.body} />
        <TextAreaField
          name="englishBody"
          label={t('englishBody')}
          span={2}
          rows={6}
          defaultValue={policy?.englishBody}
        />
        <ChoiceField
          name="audience"
          label={t('audience')}
          required
          multiple
          span={2}
          defaultValue={policy?.audience ?? ['accountManager', 'salesLead']}
          options={roles.map((value) => ({ value, label: role(`role_${value}`) }))}
        />
        <DateField name="validFrom" label={t('validFrom')} required defaultValue={editing ? policy.validFrom : today} />
      </Part>
      <Part title={t('limits')}>
        <Limit name="leadDiscountPct" value={limits.discountPct.salesLead} />
        <Limit name="managerDiscountPct" value={limits.discountPct.manager} />
        <Limit name="directorDiscountPct" value={limits.discountPct.director} />
        <Limit name="managerMarginPct" value={limits.marginPct.manager} optional />
        <Limit name="directorMarginPct" value={limits.marginPct.director} optional />
        <Limit name="annualPct" value={limits.annualPct} />
        <Limit name="steepPct" value={limits.steepPct} />
        <TextField
          name="paymentDays"
          label={t('paymentDays')}
          required
          inputMode="numeric"
          unit={t('days')}
          defaultValue={limits.paymentDays}
        />
        <TextField
          name="noticeDays"
          label={t('noticeDays')}
          required
          inputMode="numeric"
          unit={t('days')}
          defaultValue={limits.noticeDays}
        />
        <TextField name="roundTo" label={t('roundTo')} inputMode="decimal" defaultValue={limits.roundTo} />
        <CheckboxField name="sharesGuidance" label={t('sharesGuidance')} defaultChecked={limits.sharesGuidance} />
      </Part>
    </Form>
  )
}

type LimitName =
  | 'leadDiscountPct'
  | 'managerDiscountPct'
  | 'directorDiscountPct'
  | 'managerMarginPct'
  | 'directorMarginPct'
  | 'annualPct'
  | 'steepPct'

function Limit({ name, value, optional = false }: { name: LimitName; value: string | null; optional?: boolean }) {
  const t = useTranslator(pages)
  return (
    <TextField name={name} label={t(name)} required={!optional} inputMode="decimal" unit="%" defaultValue={value} />
  )
}
