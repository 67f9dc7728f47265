'use client'
import { CheckboxField, ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { setTerm } from '../actions'
import { catalogueWords, factorWord } from '../messages-catalogue'
import { termPages } from '../messages-pages'
import { factors } from '../model'
import type { TermEditor as Editor } from '../queries-pages'
import { ValueFields } from './value-fields'

type TermEditorProps = { versionId: string; accountId: string; editor: Editor }

/** One departure: its value, and what it rests on. Refused input stays as typed. */
export function TermEditor({ versionId, accountId, editor }: TermEditorProps) {
  const t = useTranslator(termPages)
  const word = useTranslator(catalogueWords)
  const { special } = editor
  return (
    <Form
      action={setTerm}
      submit={t('save')}
      secondary
      cancelHref={`/accounts/${accountId}/terms/${versionId}`}
      draft={`terms.${versionId}.${editor.code}`}
    >
      <input type="hidden" name="versionId" defaultValue={versionId} />
      <input type="hidden" name="code" defaultValue={editor.code} />
      {editor.version !== null && <input type="hidden" name="version" defaultValue={editor.version} />}
      <p className="text-muted">
        {editor.standard ? t('standardIs', { value: editor.standard }) : t('noStandardValue')}
      </p>
      <div className="form-grid">
        <ValueFields kind={editor.kind} value={editor.value} />
      </div>
      <ChoiceField
        name="factors"
        label={t('factors')}
        hint={t('factorsHint')}
        multiple
        defaultValue={special?.factors ?? []}
        options={factors.map((value) => ({ value, label: word(factorWord(value)) }))}
      />
      <TextAreaField
        name="reason"
        label={t('reason')}
        rows={2}
        maxLength={1000}
        defaultValue={special?.reason ?? null}
      />
      <TextAreaField
        name="condition"
        label={t('condition')}
        rows={2}
        maxLength={1000}
        defaultValue={special?.condition ?? null}
      />
      <CheckboxField
        name="unconditional"
        label={t('unconditionalTick')}
        defaultChecked={special?.unconditional ?? false}
      />
      {editor.needs.length > 0 && (
        <ChoiceField
          name="needIds"
          label={t('servesNeeds')}
          hint={t('servesNeedsHint')}
          multiple
          defaultValue={special?.needs.map(({ id }) => id) ?? []}
          options={editor.needs.map(({ id, title, unsure }) => ({
            value: id,
            label: unsure ? t('needUnsure', { title }) : title,
          }))}
        />
      )}
      {editor.fee && <FeeFields fee={special?.fee ?? null} />}
      <ProofField
        name="evidenceId"
        label={t('evidence')}
        hint={t(editor.fee ? 'feeEvidenceHint' : 'evidenceHint')}
        kept={special?.evidence ?? null}
      />
    </Form>
  )
}

function FeeFields({ fee }: { fee: NonNullable<Editor['special']>['fee'] | null }) {
  const t = useTranslator(termPages)
  return (
    <fieldset className="field">
      <legend className="label">{t('feeTitle')}</legend>
      <div className="form-grid">
        <TextField name="feeItem" label={t('feeItem')} maxLength={200} defaultValue={fee?.item ?? null} />
        <TextField name="feePurpose" label={t('feePurpose')} maxLength={300} defaultValue={fee?.purpose ?? null} />
        <TextField
          name="feeAmountBasis"
          label={t('feeAmountBasis')}
          maxLength={300}
          defaultValue={fee?.amountBasis ?? null}
        />
        <TextField
          name="feeReference"
          label={t('feeReference')}
          maxLength={300}
          defaultValue={fee?.reference ?? null}
        />
        <TextField name="feeEvent" label={t('feeEvent')} maxLength={200} defaultValue={fee?.event ?? null} />
        <TextField
          name="feeBenefit"
          label={t('feeBenefit')}
          unit="NT$"
          inputMode="decimal"
          defaultValue={fee?.benefit ?? null}
        />
      </div>
    </fieldset>
  )
}
