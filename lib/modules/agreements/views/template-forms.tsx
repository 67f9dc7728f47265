'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextField } from '@/lib/ui/text-field'
import { addTemplate, editTemplate, retireTemplate } from '../actions'
import { libraryMessages } from '../messages-library'
import { words } from '../messages-words'
import { directions } from '../model'
import { agreementForms, agreementKinds } from '../model-values'
import type { LibraryCode } from '../queries-library'
import type { Template } from '../queries-templates'
import { optionsOf } from './words'

type FieldsProps = { template?: Template; codes: readonly LibraryCode[] }

function TemplateFields({ template, codes }: FieldsProps) {
  const t = useTranslator(libraryMessages)
  const word = useTranslator(words)
  const english = useLocale() === 'en'
  const options = codes.map(({ code, heading, englishHeading }) => ({
    value: code,
    label: english ? englishHeading : heading,
  }))
  return (
    <>
      <div className="form-grid">
        {(['name', 'englishName'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            required
            maxLength={200}
            defaultValue={template?.[name] ?? ''}
          />
        ))}
        <SelectField
          name="kind"
          label={t('kind')}
          required
          defaultValue={template?.kind ?? null}
          options={optionsOf(word, 'kind', agreementKinds)}
        />
        <SelectField
          name="form"
          label={t('form')}
          required
          defaultValue={template?.form ?? null}
          options={agreementForms.map((value) => ({ value, label: t(`form_${value}`) }))}
        />
        <ChoiceField
          name="direction"
          label={word('direction')}
          required
          defaultValue={template?.direction ?? 'sell'}
          options={optionsOf(word, 'direction', directions)}
        />
      </div>
      <RepeatedRows
        name="clauseCodes"
        label={t('clauseCodes')}
        addLabel={t('addCode')}
        initial={template?.clauseCodes ?? []}
        blank=""
        least={1}
        most={60}
      >
        {(code, path) => (
          <SelectField name={path} label={t('clauseNumber')} quiet defaultValue={code || null} options={options} />
        )}
      </RepeatedRows>
    </>
  )
}

export function AddTemplateForm({ codes }: { codes: readonly LibraryCode[] }) {
  const t = useTranslator(libraryMessages)
  return (
    <Form
      action={addTemplate}
      submit={t('addTemplate')}
      after="/agreements/templates"
      cancelHref="/agreements/templates"
      draft="agreements.template"
    >
      <TemplateFields codes={codes} />
    </Form>
  )
}

export function EditTemplateForm({ template, codes }: { template: Template; codes: readonly LibraryCode[] }) {
  const t = useTranslator(libraryMessages)
  return (
    <div className="grid gap-4">
      <Form action={editTemplate} submit={t('save')} after="/agreements/templates" cancelHref="/agreements/templates">
        <input type="hidden" name="agreementTemplateId" defaultValue={template.id} />
        <input type="hidden" name="version" defaultValue={template.version} />
        <TemplateFields template={template} codes={codes} />
      </Form>
      <Press action={retireTemplate} values={{ agreementTemplateId: template.id }} after="/agreements/templates">
        {t('retire')}
      </Press>
    </div>
  )
}
