'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addClause, editClause } from '../actions'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'
import { agreementAspects, clauseTags, deviations } from '../model-values'
import type { AgreementView } from '../queries'
import { optionsOf } from './words'

type Clause = AgreementView['latest']['clauses'][number]

function ClauseFields({ clause }: { clause?: Clause }) {
  const word = useTranslator(words)
  return (
    <>
      <div className="form-grid">
        <TextField
          name="heading"
          label={word('heading')}
          required
          maxLength={200}
          defaultValue={clause?.heading ?? ''}
        />
        <SelectField
          name="aspect"
          label={word('aspect')}
          required
          defaultValue={clause?.aspect ?? null}
          options={optionsOf(word, 'aspect', agreementAspects)}
        />
      </div>
      <TextAreaField
        name="body"
        label={word('body')}
        required
        rows={6}
        maxLength={20_000}
        defaultValue={clause?.body ?? ''}
      />
      <ChoiceField
        name="tags"
        label={word('tags')}
        multiple
        defaultValue={clause?.tags ?? []}
        options={optionsOf(word, 'tags', clauseTags)}
      />
      <ChoiceField
        name="deviation"
        label={word('deviation')}
        defaultValue={clause?.deviation ?? 'none'}
        options={optionsOf(word, 'deviation', deviations)}
      />
      <TextField
        name="deviationReason"
        label={word('deviationReason')}
        maxLength={2000}
        defaultValue={clause?.deviationReason ?? ''}
      />
    </>
  )
}

/** A new clause at the end of the text. */
export function AddClauseForm({ versionId, submit }: { versionId: string; submit: string }) {
  return (
    <Form action={addClause} submit={submit} again draft={`clause.${versionId}`}>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <ClauseFields />
    </Form>
  )
}

/** Changes a clause; it stays the same one through all versions. */
export function EditClauseForm({ clause, back }: { clause: Clause; back: string }) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={editClause} submit={t('save')} cancelHref={back} after={back}>
      <input type="hidden" name="clauseId" defaultValue={clause.id} />
      <input type="hidden" name="version" defaultValue={clause.version} />
      <ClauseFields clause={clause} />
    </Form>
  )
}
