'use client'
import { formatMoney } from '@/lib/kernel/money'
import { tierCodes } from '@/lib/modules/workspace/model'
import { Facts } from '@/lib/ui/card'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useMarks, useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { setThresholds } from '../actions'
import { lightWords } from '../messages-light'
import type { SettingsView } from '../queries-settings'

type ThresholdsFormProps = { settings: SettingsView; termTypes: readonly { value: string; label: string }[] }

/** From when on the formal workspace is due, and by when results are told. */
export function ThresholdsForm({ settings, termTypes }: ThresholdsFormProps) {
  const t = useTranslator(lightWords)
  return (
    <Form action={setThresholds}>
      {settings.version && <input type="hidden" name="version" defaultValue={settings.version} />}
      <TextField
        name="formalFrom"
        label={t('formalFrom')}
        hint={t('formalFromHint')}
        inputMode="decimal"
        defaultValue={settings.formalFrom ?? ''}
      />
      <ChoiceField
        name="formalTiers"
        label={t('formalTiers')}
        multiple
        defaultValue={settings.formalTiers}
        options={tierCodes.map((value) => ({ value, label: value }))}
      />
      <ChoiceField
        name="formalTerms"
        label={t('formalTerms')}
        multiple
        defaultValue={settings.formalTerms}
        options={termTypes}
      />
      <TextField
        name="noticeDays"
        label={t('noticeDays')}
        inputMode="numeric"
        required
        defaultValue={String(settings.noticeDays)}
      />
    </Form>
  )
}

/** The same for those who may not change it. */
export function ThresholdFacts({ settings, termTypes }: ThresholdsFormProps) {
  const t = useTranslator(lightWords)
  const { comma } = useMarks()
  const { formalFrom, formalTiers, formalTerms, noticeDays } = settings
  const terms = termTypes.flatMap(({ value, label }) => (formalTerms.includes(value) ? [label] : []))
  return (
    <Facts
      facts={[
        { label: t('formalFrom'), value: formalFrom && formatMoney({ amount: formalFrom, currency: 'TWD' }) },
        { label: t('formalTiers'), value: formalTiers.join(comma) },
        { label: t('formalTerms'), value: terms.join(comma), wide: true },
        { label: t('noticeDays'), value: String(noticeDays) },
      ]}
    />
  )
}
