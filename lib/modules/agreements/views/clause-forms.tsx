'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useMarks, useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addClause, editClause } from '../actions'
import { draftingMessages } from '../messages-drafting'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'
import { agreementAspects, clauseTags, deviations } from '../model-values'
import type { Negotiated } from '../queries-mismatches'
import type { TextView } from '../queries-text'
import { optionsOf } from './words'

type Clause = TextView['clauses'][number]
type FieldsProps = { clause?: Clause; points: readonly Negotiated[] }

function ClauseFields({ clause, points }: FieldsProps) {
  const { colon } = useMarks()
  const d = useTranslator(draftingMessages)
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
      <div className="form-grid">
        <TextField
          name="value"
          label={d('value')}
          hint={d('valueHint')}
          maxLength={500}
          defaultValue={clause?.value ?? ''}
        />
        {points.length > 0 && (
          <SelectField
            name="issueKey"
            label={d('point')}
            defaultValue={clause?.issueKey ?? null}
            options={points.map(({ key, name, words: agreed }) => ({ value: key, label: `${name}${colon}${agreed}` }))}
          />
        )}
      </div>
      {clause?.termCode && <input type="hidden" name="termCode" defaultValue={clause.termCode} />}
      {!clause?.libraryCode && (
        <ChoiceField
          name="deviation"
          label={word('deviation')}
          defaultValue={clause?.deviation ?? 'none'}
          options={optionsOf(word, 'deviation', deviations)}
        />
      )}
      <TextField
        name="deviationReason"
        label={word('deviationReason')}
        maxLength={2000}
        defaultValue={clause?.deviationReason ?? ''}
      />
    </>
  )
}

type AddProps = { versionId: string; points: readonly Negotiated[]; submit: string; secondary?: boolean }

/** A new clause at the end of the text. */
export function AddClauseForm({ versionId, points, submit, secondary = false }: AddProps) {
  return (
    <Form action={addClause} submit={submit} again secondary={secondary} draft={`clause.${versionId}`}>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <ClauseFields points={points} />
    </Form>
  )
}

type EditProps = { clause: Clause; points: readonly Negotiated[]; back: string }

/** Changes a clause; it stays the same one through all versions. */
export function EditClauseForm({ clause, points, back }: EditProps) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={editClause} submit={t('save')} cancelHref={back} after={back}>
      <input type="hidden" name="clauseId" defaultValue={clause.id} />
      <input type="hidden" name="version" defaultValue={clause.version} />
      <ClauseFields clause={clause} points={points} />
    </Form>
  )
}
