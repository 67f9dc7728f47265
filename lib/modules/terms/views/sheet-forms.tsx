'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { discardVersion, draftVersion, editVersion, openSheet, removeTerm, submitVersion } from '../actions'
import { termPages, termWord } from '../messages-pages'
import { scopes, versionKinds } from '../model'
import { directions } from '../model-catalogue'

/** Opens a sheet: direction, scope and first day. */
export function OpenSheetForm({ accountId, secondary }: { accountId: string; secondary: boolean }) {
  const t = useTranslator(termPages)
  return (
    <Form action={openSheet} submit={t('startDraft')} secondary={secondary}>
      <input type="hidden" name="accountId" defaultValue={accountId} />
      <div className="form-grid">
        <SelectField
          name="direction"
          label={t('direction')}
          required
          empty={null}
          defaultValue="sell"
          options={directions.map((value) => ({ value, label: t(termWord('direction', value)) }))}
        />
        <SelectField
          name="scope"
          label={t('scope')}
          required
          empty={null}
          defaultValue="all"
          options={scopes.map((value) => ({ value, label: t(termWord('scope', value)) }))}
        />
        <TextField name="scopeName" label={t('scopeName')} maxLength={80} />
        <DateField name="validFrom" label={t('validFrom')} />
        <DateField name="validTo" label={t('validTo')} hint={t('validToHint')} />
        <TextField name="note" label={t('note')} maxLength={1000} span={2} />
      </div>
    </Form>
  )
}

/** Drafts the next version of a sheet. */
export function DraftForm({ sheetId }: { sheetId: string }) {
  const t = useTranslator(termPages)
  const kinds = versionKinds.filter((kind) => kind !== 'original')
  return (
    <Form action={draftVersion} submit={t('newVersion')}>
      <input type="hidden" name="sheetId" defaultValue={sheetId} />
      <div className="form-grid">
        <SelectField
          name="kind"
          label={t('kind')}
          required
          empty={null}
          defaultValue="amendment"
          options={kinds.map((value) => ({ value, label: t(termWord('kind', value)) }))}
        />
        <DateField name="validFrom" label={t('validFrom')} />
        <DateField name="validTo" label={t('validTo')} hint={t('validToHint')} />
        <TextField name="note" label={t('note')} maxLength={1000} />
      </div>
    </Form>
  )
}

type FrameProps = {
  versionId: string
  version: number
  validFrom: string
  validTo: string | null
  note: string | null
  basisSales: string | null
  basisSource: string | null
}

/** When a version holds, and the sales its cost is reckoned with. */
export function FrameForm({ versionId, version, ...frame }: FrameProps) {
  const t = useTranslator(termPages)
  return (
    <Form action={editVersion} submit={t('save')} secondary>
      <input type="hidden" name="versionId" defaultValue={versionId} />
      <input type="hidden" name="version" defaultValue={version} />
      <div className="form-grid">
        <DateField name="validFrom" label={t('validFrom')} required defaultValue={frame.validFrom} />
        <DateField name="validTo" label={t('validTo')} hint={t('validToHint')} defaultValue={frame.validTo} />
        <TextField
          name="basisSales"
          label={t('basisSales')}
          hint={t('basisSalesHint')}
          unit="NT$"
          inputMode="decimal"
          defaultValue={frame.basisSales}
        />
        <TextField name="basisSource" label={t('basisSource')} maxLength={200} defaultValue={frame.basisSource} />
        <TextAreaField name="note" label={t('note')} rows={2} maxLength={1000} defaultValue={frame.note} />
      </div>
    </Form>
  )
}

/** Puts a version before its approvers; what is missing is listed above. */
export function SubmitForm({ versionId }: { versionId: string }) {
  const t = useTranslator(termPages)
  return (
    <Form action={submitVersion} submit={t('submit')} draft={`terms.submit.${versionId}`}>
      <input type="hidden" name="versionId" defaultValue={versionId} />
      <TextAreaField name="reason" label={t('submitReason')} rows={3} maxLength={1000} />
    </Form>
  )
}

export function RemoveTerm({ versionId, code, name }: { versionId: string; code: string; name: string }) {
  const t = useTranslator(termPages)
  return (
    <Press
      action={removeTerm}
      values={{ versionId, code }}
      className="button small quiet"
      label={t('removeOf', { name })}
    >
      {t('removeTerm')}
    </Press>
  )
}

export function DiscardButton({ versionId }: { versionId: string }) {
  const t = useTranslator(termPages)
  return (
    <Press action={discardVersion} values={{ versionId }} className="button quiet">
      {t('discard')}
    </Press>
  )
}
