'use client'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { type TermPageWord, termPages, termWord } from '../messages-pages'
import { paymentRules, rebateSchemes, type TermValue, type Tier, type ValueKind } from '../model-values'

type ValueFieldsProps = { kind: ValueKind; value: TermValue | null }

/** The fields of a term's value, as its kind wants them. */
export function ValueFields({ kind, value }: ValueFieldsProps) {
  const t = useTranslator(termPages)
  const numberOf = () => {
    if (!value) return null
    if (value.kind === 'cashDiscount') return value.pct
    if (value.kind === 'payment') return value.count
    return 'number' in value ? value.number : null
  }
  const label = t(`number_${kind}` as TermPageWord)
  const unit = kind === 'percent' || kind === 'cashDiscount' ? '%' : undefined
  if (kind === 'text')
    return (
      <TextAreaField
        name="value.text"
        label={t('text')}
        required
        maxLength={500}
        defaultValue={value?.kind === 'text' ? value.text : null}
      />
    )
  if (kind === 'yesNo')
    return (
      <ChoiceField
        name="value.yes"
        label={t('yesNo')}
        required
        defaultValue={value?.kind === 'yesNo' ? (value.yes ? 'yes' : 'no') : null}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
      />
    )
  if (kind === 'tiers') return <TierFields value={value?.kind === 'tiers' ? value : null} />
  return (
    <>
      {kind === 'payment' && (
        <SelectField
          name="value.rule"
          label={t('rule')}
          hint={t('ruleHint')}
          required
          empty={null}
          defaultValue={value?.kind === 'payment' ? value.rule : 'closingMonths'}
          options={paymentRules.map((rule) => ({ value: rule, label: t(termWord('rule', rule)) }))}
        />
      )}
      <TextField
        name="value.number"
        label={label}
        required
        inputMode="decimal"
        defaultValue={numberOf()}
        {...(unit ? { unit } : {})}
      />
      {kind === 'each' && (
        <TextField
          name="value.times"
          label={t('times')}
          hint={t('timesHint')}
          inputMode="decimal"
          defaultValue={value?.kind === 'each' ? value.times : null}
        />
      )}
      {kind === 'cashDiscount' && (
        <TextField
          name="value.days"
          label={t('cashDays')}
          unit={t('daysUnit')}
          required
          inputMode="numeric"
          defaultValue={value?.kind === 'cashDiscount' ? value.days : null}
        />
      )}
      {unit && <CheckboxField name="value.smallPercent" label={t('smallPercent')} />}
    </>
  )
}

function TierFields({ value }: { value: Extract<TermValue, { kind: 'tiers' }> | null }) {
  const t = useTranslator(termPages)
  const blank: Tier = { from: '', pct: '' }
  return (
    <>
      <SelectField
        name="value.scheme"
        label={t('scheme')}
        empty={null}
        defaultValue={value?.scheme ?? 'retrospective'}
        options={rebateSchemes.map((scheme) => ({ value: scheme, label: t(termWord('scheme', scheme)) }))}
      />
      <RepeatedRows
        name="value.tiers"
        label={t('tiers')}
        addLabel={t('addTier')}
        initial={value?.tiers ?? []}
        blank={blank}
        least={2}
        most={12}
      >
        {(row, path) => (
          <>
            <TextField
              name={`${path}.from`}
              label={t('tierFrom')}
              unit="NT$"
              inputMode="decimal"
              defaultValue={row.from}
            />
            <TextField name={`${path}.pct`} label={t('tierPct')} unit="%" inputMode="decimal" defaultValue={row.pct} />
          </>
        )}
      </RepeatedRows>
      <CheckboxField name="value.smallPercent" label={t('smallPercent')} />
    </>
  )
}
