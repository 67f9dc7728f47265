'use client'
import { CheckboxField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  discardStandard,
  draftStandard,
  nameType,
  publishStandard,
  removeStandardTerm,
  setStandardTerm,
  submitStandard,
} from '../actions'
import { termPages, termWord } from '../messages-pages'
import { directions } from '../model-catalogue'
import type { TermValue, ValueKind } from '../model-values'
import { ValueFields } from './value-fields'

export function DraftStandardForm({ segments }: { segments: readonly string[] }) {
  const t = useTranslator(termPages)
  return (
    <Form action={draftStandard} submit={t('newStandard')}>
      <div className="form-grid">
        <SelectField
          name="segment"
          label={t('segment')}
          hint={t('segmentHint')}
          empty={t('everySegment')}
          options={segments.map((segment) => ({ value: segment, label: segment }))}
        />
        <SelectField
          name="direction"
          label={t('direction')}
          required
          empty={null}
          defaultValue="sell"
          options={directions.map((value) => ({ value, label: t(termWord('direction', value)) }))}
        />
        <DateField name="validFrom" label={t('validFrom')} />
        <TextField name="note" label={t('note')} maxLength={1000} />
      </div>
    </Form>
  )
}

type StandardTermProps = {
  standardId: string
  version: number
  code: string
  kind: ValueKind
  value: TermValue | null
}

export function StandardTermForm({ standardId, version, code, kind, value }: StandardTermProps) {
  const t = useTranslator(termPages)
  return (
    <Form action={setStandardTerm} submit={t('save')} cancelHref={`/terms/standards/${standardId}`}>
      <input type="hidden" name="standardId" defaultValue={standardId} />
      <input type="hidden" name="version" defaultValue={version} />
      <input type="hidden" name="code" defaultValue={code} />
      <div className="form-grid">
        <ValueFields kind={kind} value={value} />
      </div>
    </Form>
  )
}

export function RemoveStandardTerm({ standardId, code, name }: { standardId: string; code: string; name: string }) {
  const t = useTranslator(termPages)
  return (
    <Press
      action={removeStandardTerm}
      values={{ standardId, code }}
      className="button small quiet"
      label={`${name}：${t('removed')}`}
    >
      {t('removed')}
    </Press>
  )
}

export function SubmitStandardForm({ standardId }: { standardId: string }) {
  const t = useTranslator(termPages)
  return (
    <Form action={submitStandard} submit={t('submit')}>
      <input type="hidden" name="standardId" defaultValue={standardId} />
      <TextAreaField name="reason" label={t('submitReason')} rows={2} maxLength={1000} />
    </Form>
  )
}

type PressedProps = { standardId: string }

export function PublishStandard({ standardId }: PressedProps) {
  const t = useTranslator(termPages)
  return (
    <Press action={publishStandard} values={{ standardId }} className="button primary">
      {t('publish')}
    </Press>
  )
}

export function DiscardStandard({ standardId }: PressedProps) {
  const t = useTranslator(termPages)
  return (
    <Press action={discardStandard} values={{ standardId }} className="button quiet">
      {t('discard')}
    </Press>
  )
}

type NameTypeProps = {
  code: string
  own: { name: string | null; englishName: string | null; help: string | null; retired: boolean } | null
}

/** What the workspace calls a kind of term. */
export function NameTypeForm({ code, own }: NameTypeProps) {
  const t = useTranslator(termPages)
  return (
    <Form action={nameType} submit={t('save')}>
      <input type="hidden" name="code" defaultValue={code} />
      <div className="form-grid">
        <TextField name="name" label={t('ownName')} maxLength={80} defaultValue={own?.name ?? null} />
        <TextField
          name="englishName"
          label={t('ownEnglishName')}
          maxLength={80}
          defaultValue={own?.englishName ?? null}
        />
        <TextField name="help" label={t('ownHelp')} maxLength={300} span={2} defaultValue={own?.help ?? null} />
        <CheckboxField name="retired" label={t('retired')} defaultChecked={own?.retired ?? false} />
      </div>
    </Form>
  )
}
