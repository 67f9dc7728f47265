'use client'
import { CheckboxField, SelectField } from '@/lib/ui/choice-field'
import { useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextField } from '@/lib/ui/text-field'
import { messages } from '../messages'
import { mostPoints, type PointKind, pointKinds } from '../model'
import { optionsOf } from './words'

/** Several ways to reach somebody, as many as there are. */
export function PointRows({ kinds = ['mobile', 'phone', 'email', 'line'] }: { kinds?: readonly PointKind[] }) {
  const t = useTranslator(messages)
  return (
    <RepeatedRows
      name="points"
      label={t('reach')}
      addLabel={t('addPoint')}
      initial={kinds.map((kind) => ({ kind }))}
      blank={{ kind: 'phone' as PointKind }}
      most={mostPoints}
    >
      {({ kind }, path) => (
        <>
          <SelectField
            name={`${path}.kind`}
            label={t('pointKind')}
            quiet
            empty={null}
            defaultValue={kind}
            options={optionsOf(t, 'point', pointKinds)}
          />
          <TextField
            name={`${path}.value`}
            label={t('pointValue')}
            quiet
            maxLength={200}
            placeholder={t(`pointExample_${kind}`)}
          />
        </>
      )}
    </RepeatedRows>
  )
}

type PointFieldsProps = { kind?: PointKind; value?: string; preferred?: boolean; edits?: boolean }

/** One way to reach somebody. */
export function PointFields({ kind = 'mobile', value, preferred = false, edits = false }: PointFieldsProps) {
  const t = useTranslator(messages)
  return (
    <div className="form-grid">
      <SelectField
        name="kind"
        label={t('pointKind')}
        empty={null}
        defaultValue={kind}
        options={optionsOf(t, 'point', pointKinds)}
      />
      <TextField name="value" label={t('pointValue')} required maxLength={200} defaultValue={value} />
      {edits && <input type="hidden" name="preferred" value="false" />}
      <CheckboxField name="preferred" label={t('preferredLabel')} span={2} defaultChecked={preferred} />
    </div>
  )
}
