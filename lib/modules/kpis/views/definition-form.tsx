'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { defineKpi, redefineKpi } from '../actions'
import { words } from '../messages'
import { aggregations, directions, kpiCategories, units } from '../model-values'

export type Defined = {
  id: string
  version: number
  code: string
  name: string
  englishName: string
  unit: string
  direction: string
  aggregation: string
  decimals: number
  category: string
  definition: string | null
  englishDefinition: string | null
  numerator: string | null
  denominator: string | null
  exclusions: string | null
  measuredFrom: string | null
}

/** A KPI of the company's own; with `known`, one that it changes. */
export function DefinitionForm({ known = null, back }: { known?: Defined | null; back: string }) {
  const t = useTranslator(words)
  return (
    <Form
      action={known ? redefineKpi : defineKpi}
      submit={t(known ? 'change' : 'define')}
      after={back}
      cancelHref={back}
      {...(known ? {} : { draft: 'kpis.define' })}
    >
      {known && (
        <>
          <input type="hidden" name="kpiDefinitionId" defaultValue={known.id} />
          <input type="hidden" name="version" defaultValue={known.version} />
        </>
      )}
      <p className="hint">{t('defineText')}</p>
      <div className="form-grid">
        {!known && <TextField name="code" label={t('code')} hint={t('codeHint')} required maxLength={20} />}
        <TextField name="name" label={t('chineseName')} required maxLength={100} defaultValue={known?.name ?? ''} />
        <TextField
          name="englishName"
          label={t('englishName')}
          required
          maxLength={100}
          defaultValue={known?.englishName ?? ''}
        />
        <SelectField
          name="category"
          label={t('category')}
          required
          defaultValue={known?.category ?? null}
          options={kpiCategories.map((value) => ({ value, label: t(`category_${value}`) }))}
        />
        <SelectField
          name="unit"
          label={t('unit')}
          required
          defaultValue={known?.unit ?? null}
          options={units.map((value) => ({ value, label: t(`unit_${value}`) }))}
        />
        <SelectField
          name="direction"
          label={t('direction')}
          required
          defaultValue={known?.direction ?? null}
          options={directions.map((value) => ({ value, label: t(`direction_${value}`) }))}
        />
        <SelectField
          name="aggregation"
          label={t('aggregation')}
          required
          defaultValue={known?.aggregation ?? null}
          options={aggregations.map((value) => ({ value, label: t(`aggregation_${value}`) }))}
        />
        <TextField name="decimals" label={t('decimals')} inputMode="numeric" defaultValue={known?.decimals ?? 1} />
        <TextField name="numerator" label={t('numerator')} maxLength={300} defaultValue={known?.numerator ?? ''} />
        <TextField
          name="denominator"
          label={t('denominator')}
          maxLength={300}
          defaultValue={known?.denominator ?? ''}
        />
        <TextField name="exclusions" label={t('exclusions')} maxLength={1000} defaultValue={known?.exclusions ?? ''} />
        <TextField
          name="measuredFrom"
          label={t('measuredFrom')}
          maxLength={300}
          defaultValue={known?.measuredFrom ?? ''}
        />
      </div>
      <TextAreaField
        name="definition"
        label={t('definition')}
        maxLength={2000}
        defaultValue={known?.definition ?? ''}
      />
      <TextAreaField
        name="englishDefinition"
        label={t('englishDefinition')}
        maxLength={2000}
        defaultValue={known?.englishDefinition ?? ''}
      />
    </Form>
  )
}
