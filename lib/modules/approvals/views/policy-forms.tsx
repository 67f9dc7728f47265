'use client'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { setApprovalPolicy, setSecondApprover } from '../actions'
import { policyMessages } from '../messages-policies'
import { flagNames, type Policy, type PolicyStep, thresholdNames } from '../model-policies'
import { approverOptions, aspectOptions, demandOptions } from './policy-words'

type Named = readonly { id: string; name: string }[]

const blank = { approver: '', mode: 'any', order: 1, hours: 24 } as const

/** A new edition of the rules for one kind of matter, starting from those in force. */
export function PolicyForm({ policy, members, today }: { policy: Policy; members: Named; today: string }) {
  const t = useTranslator(policyMessages)
  const locale = useLocale()
  const options = approverOptions(members, locale)
  return (
    <Form action={setApprovalPolicy} submit={t('save')} label={t('edit')} after="/settings/approvals">
      <input type="hidden" name="subjectKind" defaultValue={policy.subjectKind} />
      <div className="form-grid">
        <TextField name="name" label={t('name')} required maxLength={200} defaultValue={policy.name} />
        <DateField name="validFrom" label={t('validFrom')} required defaultValue={today} min={today} />
      </div>
      <p className="hint">{t('stepsHint')}</p>
      <RepeatedRows<PolicyStep | typeof blank>
        name="steps"
        label={t('steps')}
        addLabel={t('addStep')}
        initial={policy.steps}
        blank={blank}
      >
        {(step, path) => (
          <div className="form-grid">
            <SelectField
              name={`${path}.approver`}
              label={t('approver')}
              defaultValue={step.approver}
              options={options}
            />
            <SelectField
              name={`${path}.mode`}
              label={t('mode')}
              empty={null}
              defaultValue={step.mode}
              options={(['any', 'all'] as const).map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
            />
            <TextField name={`${path}.order`} label={t('order')} inputMode="numeric" defaultValue={step.order} />
            <TextField name={`${path}.hours`} label={t('hours')} inputMode="numeric" defaultValue={step.hours} />
            {thresholdNames.map((name) => (
              <TextField
                key={name}
                name={`${path}.${name}`}
                label={t(name)}
                inputMode="decimal"
                defaultValue={name in step ? (step as PolicyStep)[name] : null}
              />
            ))}
            {flagNames.map((name) => (
              <CheckboxField
                key={name}
                name={`${path}.${name}`}
                label={t(name)}
                defaultChecked={name in step && (step as PolicyStep)[name]}
              />
            ))}
            <ChoiceField
              name={`${path}.aspects`}
              label={t('aspects')}
              hint={t('aspectsHint')}
              multiple
              defaultValue={'aspects' in step ? step.aspects : []}
              options={aspectOptions(locale)}
            />
          </div>
        )}
      </RepeatedRows>
      <ChoiceField
        name="demands"
        label={t('demands')}
        hint={t('demandsHint')}
        multiple
        defaultValue={policy.demands}
        options={demandOptions(locale)}
      />
      <TextAreaField
        name="checklist"
        label={t('checklist')}
        hint={t('checklistHint')}
        defaultValue={policy.checklist.join('\n')}
      />
      <CheckboxField name="allowsWord" label={t('allowsWord')} defaultChecked={policy.allowsWord} />
    </Form>
  )
}

/** Who decides when nobody else may. */
export function SecondApproverForm({ members, current }: { members: Named; current: string | null }) {
  const t = useTranslator(policyMessages)
  return (
    <Form action={setSecondApprover} submit={t('secondSave')} label={t('second')}>
      <SelectField
        name="secondApproverId"
        label={t('second')}
        hint={t('secondHint')}
        empty={t('secondNone')}
        defaultValue={current}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}
