'use client'
import { addDays, type Day } from '@/lib/kernel/day'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { messages } from '../messages'
import { type ConfirmationMethod, confirmationMethods, longestValidForDays, validForDays } from '../model'

/** A contact on record that can be evidence. */
export type EvidenceChoice = { id: string; label: string }

type MethodProps = { method?: ConfirmationMethod; quiet?: boolean }

/** How it was confirmed, one tap each. */
export function MethodField({ method = 'meeting', quiet = false }: MethodProps) {
  const t = useTranslator(messages)
  return (
    <ChoiceField
      name="method"
      label={t('method')}
      required
      quiet={quiet}
      span={2}
      defaultValue={method}
      options={confirmationMethods.map((value) => ({ value, label: t(`method_${value}`) }))}
    />
  )
}

type DetailProps = { evidence: readonly EvidenceChoice[]; today: Day; mayLengthen: boolean }

/** When, on what evidence, until when: what may be left as it stands. */
export function ConfirmationDetails({ evidence, today, mayLengthen }: DetailProps) {
  const t = useTranslator(messages)
  return (
    <>
      <DateField name="confirmedOn" label={t('confirmedOn')} defaultValue={today} max={today} />
      <DateField
        name="validUntil"
        label={t('validUntil')}
        hint={t(mayLengthen ? 'validUntilHintLead' : 'validUntilHint', { days: validForDays })}
        min={today}
        max={addDays(today, mayLengthen ? longestValidForDays : validForDays)}
      />
      {evidence.length > 0 && (
        <SelectField
          name="evidenceId"
          label={t('evidence')}
          hint={t('evidenceHint')}
          span={2}
          empty={t('noEvidence')}
          options={evidence.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <TextAreaField name="note" label={t('note')} rows={2} span={2} />
    </>
  )
}
