'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useMarks, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { ProofField } from '@/lib/ui/proof-field'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextField } from '@/lib/ui/text-field'
import { beginText, keepTheirPaper, takeWords } from '../actions'
import { draftingMessages } from '../messages-drafting'
import { libraryMessages } from '../messages-library'
import { words } from '../messages-words'
import type { AgreementAspect, Deviation } from '../model-values'
import { agreementAspects, deviations } from '../model-values'
import type { DraftingView } from '../queries-drafting'
import type { Negotiated } from '../queries-mismatches'
import { optionsOf } from './words'

/** Begins an empty text: which form is due and why, and the template that fits. */
export function BeginForm({ versionId, drafting }: { versionId: string; drafting: DraftingView }) {
  const d = useTranslator(draftingMessages)
  const l = useTranslator(libraryMessages)
  const { colon } = useMarks()
  const reasons = drafting.reasons.map((reason) => d(`reason_${reason}`)).join(d('comma'))
  return (
    <div className="grid gap-3">
      <p>
        <strong>{d('dueForm', { form: l(`form_${drafting.form}`) })}</strong>
        {colon}
        {reasons}
      </p>
      {drafting.templates.length === 0 ? (
        <p className="text-muted">
          {d('noTemplate')} <a href="/agreements/templates">{d('toTemplates')}</a>
        </p>
      ) : (
        <Form action={beginText} submit={d('begin')}>
          <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
          <SelectField
            name="agreementTemplateId"
            label={d('template')}
            hint={d('beginText')}
            required
            defaultValue={drafting.fitting}
            options={drafting.templates.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      )}
    </div>
  )
}

/** Puts the fallback into a clause, with the reason for it. */
export function FallbackForm({ clauseId }: { clauseId: string }) {
  const d = useTranslator(draftingMessages)
  return (
    <Form action={takeWords} submit={d('takeFallback')} secondary>
      <input type="hidden" name="clauseId" defaultValue={clauseId} />
      <input type="hidden" name="words" defaultValue="fallback" />
      <TextField name="deviationReason" label={d('why')} required maxLength={2000} />
    </Form>
  )
}

export function StandardButton({ clauseId, heading }: { clauseId: string; heading: string }) {
  const d = useTranslator(draftingMessages)
  return (
    <Press action={takeWords} values={{ clauseId, words: 'standard' }} label={`${d('takeStandard')} ${heading}`}>
      {d('takeStandard')}
    </Press>
  )
}

type Line = {
  heading: string
  aspect: AgreementAspect
  value: string
  body: string
  deviation: Deviation
  deviationReason: string
  issueKey: string
}
type PaperFormProps = {
  versionId: string
  file: { id: string; name: string } | null
  lines: readonly Line[]
  points: readonly Negotiated[]
  after: string
}
const blankLine: Line = {
  heading: '',
  aspect: 'legal',
  value: '',
  body: '',
  deviation: 'none',
  deviationReason: '',
  issueKey: '',
}

/** Their contract as a file, and what it says of each matter that counts, on one screen. */
export function TheirPaperForm({ versionId, file, lines, points, after }: PaperFormProps) {
  const { colon } = useMarks()
  const d = useTranslator(draftingMessages)
  const word = useTranslator(words)
  return (
    <Form action={keepTheirPaper} submit={d('keepPaper')} after={after} cancelHref={after} foot="sticky">
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <p className="text-muted">{d('theirPaperText')}</p>
      <ProofField label={d('paperFile')} kept={file} />
      <RepeatedRows
        name="terms"
        label={d('keyTerm')}
        addLabel={d('addLine')}
        initial={lines}
        blank={blankLine}
        least={1}
        most={40}
      >
        {(line, path) => (
          <div className="form-grid grow">
            <TextField name={`${path}.heading`} label={d('matter')} maxLength={200} defaultValue={line.heading} />
            <TextField name={`${path}.value`} label={d('says')} maxLength={500} defaultValue={line.value} />
            <SelectField
              name={`${path}.aspect`}
              label={word('aspect')}
              required
              defaultValue={line.aspect}
              options={optionsOf(word, 'aspect', agreementAspects)}
            />
            <ChoiceField
              name={`${path}.deviation`}
              label={word('deviation')}
              defaultValue={line.deviation}
              options={optionsOf(word, 'deviation', deviations)}
            />
            <TextField
              name={`${path}.deviationReason`}
              label={word('deviationReason')}
              maxLength={2000}
              defaultValue={line.deviationReason}
            />
            <TextField name={`${path}.body`} label={d('note')} maxLength={5000} defaultValue={line.body} />
            {points.length > 0 && (
              <SelectField
                name={`${path}.issueKey`}
                label={d('point')}
                defaultValue={line.issueKey || null}
                options={points.map(({ key, name, words: agreed }) => ({
                  value: key,
                  label: `${name}${colon}${agreed}`,
                }))}
              />
            )}
          </div>
        )}
      </RepeatedRows>
    </Form>
  )
}
