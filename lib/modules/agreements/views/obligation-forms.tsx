'use client'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addObligation, editObligation, removeObligation } from '../actions'
import { obligationMessages } from '../messages-obligations'
import { dayRules, obligationKinds, obligationParties, schedules } from '../model-obligations'
import type { ObligationsView } from '../queries-obligations'

type Obligation = ObligationsView['obligations'][number]
type Choices = {
  clauses: ObligationsView['clauses']
  people: ObligationsView['people']
  members: readonly { id: string; name: string }[]
}
type Word = keyof typeof obligationMessages.en & string

function useWords() {
  const t = useTranslator(obligationMessages)
  const options = (field: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${field}_${value}` as Word) }))
  return { t, options }
}

const named = (records: readonly { id: string; name: string }[]) =>
  records.map(({ id, name }) => ({ value: id, label: name }))

type FieldsProps = Choices & { obligation?: Obligation | undefined; clauseKey?: string | null; me?: string }

function WhatFields({ obligation, clauses, people, members, clauseKey, me }: FieldsProps) {
  const { t, options } = useWords()
  const from = clauses.find(({ key }) => key === clauseKey)
  return (
    <FormPart title={t('text')}>
      <SelectField
        name="clauseKey"
        label={t('clause')}
        empty={t('freely')}
        defaultValue={obligation?.clauseKey ?? from?.key ?? null}
        options={clauses.map(({ key, heading }) => ({ value: key, label: heading }))}
      />
      <SelectField
        name="kind"
        label={t('kind')}
        required
        defaultValue={obligation?.kind ?? null}
        options={options('kind', obligationKinds)}
      />
      <TextAreaField
        name="text"
        label={t('text')}
        hint={t('textHint')}
        required
        rows={3}
        maxLength={2000}
        defaultValue={obligation?.text ?? from?.heading ?? ''}
      />
      <ChoiceField
        name="party"
        label={t('party')}
        defaultValue={obligation?.party ?? 'us'}
        options={options('party', obligationParties)}
      />
      <SelectField
        name="ownerId"
        label={t('owner')}
        hint={t('ownerHint')}
        required
        defaultValue={obligation?.ownerId ?? me ?? null}
        options={named(members)}
      />
      <SelectField
        name="personId"
        label={t('person')}
        defaultValue={obligation?.personId ?? null}
        options={named(people)}
      />
      <SelectField
        name="acceptorId"
        label={t('acceptor')}
        hint={t('acceptorHint')}
        defaultValue={obligation?.acceptorId ?? null}
        options={named(members)}
      />
      <CheckboxField
        name="evidenceRequired"
        label={t('evidenceRequired')}
        defaultChecked={obligation?.evidenceRequired ?? false}
      />
    </FormPart>
  )
}

const written = (count: number | null | undefined) => (count === null || count === undefined ? '' : String(count))

function WhenFields({ obligation }: { obligation?: Obligation | undefined }) {
  const { t, options } = useWords()
  return (
    <FormPart title={t('schedule')}>
      <ChoiceField
        name="schedule"
        label={t('schedule')}
        defaultValue={obligation?.schedule ?? 'recurring'}
        options={options('schedule', schedules)}
      />
      <TextField
        name="everyMonths"
        label={t('everyMonths')}
        inputMode="numeric"
        defaultValue={written(obligation?.everyMonths)}
      />
      <DateField name="firstDueOn" label={t('firstDueOn')} defaultValue={obligation?.firstDueOn ?? null} />
      <DateField
        name="lastDueOn"
        label={t('lastDueOn')}
        hint={t('lastDueHint')}
        defaultValue={obligation?.lastDueOn ?? null}
      />
      <SelectField
        name="dayRule"
        label={t('dayRule')}
        empty={null}
        defaultValue={obligation?.dayRule ?? 'following'}
        options={options('dayRule', dayRules)}
      />
      <TextField
        name="leadDays"
        label={t('leadDays')}
        inputMode="numeric"
        required
        defaultValue={written(obligation?.leadDays ?? 7)}
      />
      <TextField
        name="graceDays"
        label={t('graceDays')}
        inputMode="numeric"
        required
        defaultValue={written(obligation?.graceDays ?? 0)}
      />
    </FormPart>
  )
}

const tierRows = [0, 1, 2] as const

function PenaltyFields({ obligation }: { obligation?: Obligation | undefined }) {
  const { t } = useWords()
  const penalty = obligation?.penalty
  return (
    <FormPart title={t('penaltyPart')} text={t('penaltyText')}>
      <TextField
        name="monthlyFee"
        label={t('monthlyFee')}
        inputMode="decimal"
        defaultValue={penalty?.monthlyFee ?? ''}
      />
      <TextField name="cap" label={t('cap')} unit="%" inputMode="decimal" defaultValue={penalty?.cap ?? ''} />
      {tierRows.flatMap((row) => [
        <TextField
          key={`from-${row}`}
          name={`tiers.${row}.from`}
          label={`${t('tierFrom')} (${row + 1})`}
          unit="%"
          inputMode="decimal"
          defaultValue={penalty?.tiers[row]?.from ?? ''}
        />,
        <TextField
          key={`pct-${row}`}
          name={`tiers.${row}.pct`}
          label={`${t('tierPct')} (${row + 1})`}
          unit="%"
          inputMode="decimal"
          defaultValue={penalty?.tiers[row]?.pct ?? ''}
        />,
      ])}
    </FormPart>
  )
}

type AddProps = Choices & { agreementId: string; clauseKey: string | null; me: string }

/** A new obligation, from a clause or freely. */
export function AddObligationForm({ agreementId, ...choices }: AddProps) {
  const { t } = useWords()
  const back = `/agreements/${agreementId}/obligations`
  return (
    <Form
      action={addObligation}
      submit={t('addObligation')}
      after={back}
      cancelHref={back}
      foot="sticky"
      draft={`obligation.${agreementId}`}
    >
      <input type="hidden" name="agreementId" defaultValue={agreementId} />
      <WhatFields {...choices} />
      <WhenFields />
      <PenaltyFields />
    </Form>
  )
}

type EditProps = Choices & { agreementId: string; obligation: Obligation }

/** Changes an obligation, or takes it away. */
export function EditObligationForm({ agreementId, obligation, ...choices }: EditProps) {
  const { t } = useWords()
  const back = `/agreements/${agreementId}/obligations`
  return (
    <>
      <Form action={editObligation} submit={t('save')} after={back} cancelHref={back} foot="sticky">
        <input type="hidden" name="obligationId" defaultValue={obligation.id} />
        <input type="hidden" name="version" defaultValue={obligation.version} />
        <WhatFields {...choices} obligation={obligation} />
        <WhenFields obligation={obligation} />
        <PenaltyFields obligation={obligation} />
      </Form>
      <details>
        <summary>{t('removeObligation')}</summary>
        <div className="grid gap-2">
          <p className="text-muted">{t('removeHint')}</p>
          <Press
            action={removeObligation}
            values={{ obligationId: obligation.id }}
            className="button danger small"
            after={back}
          >
            {t('removeObligation')}
          </Press>
        </div>
      </details>
    </>
  )
}
