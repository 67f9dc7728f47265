'use client'
import { messages as contactWords } from '@/lib/modules/contacts/messages'
import { languages } from '@/lib/modules/contacts/model'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useMarks, useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { useSteady } from '@/lib/ui/use-steady'
import {
  addCounterpart,
  addInterest,
  bringEvidence,
  confirmConduct,
  editCounterpart,
  editInterest,
  linkNeed,
  linkTerms,
  seatMember,
  setConduct,
  takeSnapshot,
  tickChecklist,
} from '../actions'
import { preparingPages } from '../messages-preparing'
import { words } from '../messages-words'
import { broughtKinds, snapshotKinds, spans, steps } from '../model-evidence'
import type { Side } from '../model-issues'
import { counterpartParts, givenParts, handPoints, settings } from '../model-preparation'
import type { PreparationView } from '../queries-preparation'

type Choices = NonNullable<PreparationView['choices']>
type Of = { negotiationId: string }
type Named = readonly { id: string; name: string }[]

const Which = ({ negotiationId }: Of) => <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
const optionsOf = (named: Named) => named.map(({ id, name }) => ({ value: id, label: name }))

/** Gives a colleague a part at the table. */
export function SeatForm({ negotiationId, members }: Of & Pick<Choices, 'members'>) {
  const p = useTranslator(preparingPages)
  const word = useTranslator(words)
  return (
    <Form action={seatMember} submit={p('seat')} secondary again warn={false}>
      <Which negotiationId={negotiationId} />
      <div className="form-grid">
        <SelectField name="memberId" label={p('member')} hint={p('seatHint')} required options={optionsOf(members)} />
        <SelectField
          name="part"
          label={p('part')}
          required
          options={givenParts.map((part) => ({ value: part, label: word(`part_${part}`) }))}
        />
      </div>
    </Form>
  )
}

type Meeting = { part: string; address: string | null; style: string | null; note: string | null }

function MeetingFields({ meeting, greeting }: { meeting?: Meeting; greeting?: string }) {
  const p = useTranslator(preparingPages)
  return (
    <>
      <SelectField
        name="part"
        label={p('part')}
        required
        defaultValue={meeting?.part ?? null}
        options={counterpartParts.map((part) => ({ value: part, label: p(`counterpart_${part}`) }))}
      />
      <TextField
        name="address"
        label={p('address')}
        hint={greeting ? p('addressHint', { greeting }) : p('addressPlain')}
        maxLength={200}
        defaultValue={meeting?.address ?? ''}
      />
      <TextAreaField name="style" label={p('style')} rows={2} maxLength={1000} defaultValue={meeting?.style ?? ''} />
      <TextAreaField name="note" label={p('note')} rows={2} maxLength={2000} defaultValue={meeting?.note ?? ''} />
    </>
  )
}

/** Names somebody of the other side. */
export function CounterpartForm({ negotiationId, people }: Of & Pick<Choices, 'people'>) {
  const p = useTranslator(preparingPages)
  const { aside } = useMarks()
  return (
    <Form action={addCounterpart} submit={p('addPerson')} secondary again warn={false}>
      <Which negotiationId={negotiationId} />
      <SelectField
        name="personId"
        label={p('person')}
        required
        options={people.map(({ id, name, title }) => ({ value: id, label: title ? name + aside(title) : name }))}
      />
      <MeetingFields />
    </Form>
  )
}

export function EditCounterpartForm({ counterpart }: { counterpart: PreparationView['counterparts'][number] }) {
  return (
    <Form action={editCounterpart} secondary warn={false}>
      <input type="hidden" name="counterpartId" defaultValue={counterpart.id} />
      <input type="hidden" name="version" defaultValue={counterpart.version} />
      <MeetingFields meeting={counterpart} greeting={counterpart.person.greeting} />
    </Form>
  )
}

/** How both sides meet. The languages that the people of the other side speak stand first. */
export function ConductForm(props: { preparation: PreparationView }) {
  const p = useTranslator(preparingPages)
  const person = useTranslator(contactWords)
  const { shown: preparation, version, typing } = useSteady(props.preparation, props.preparation.version)
  const { conduct, counterparts } = preparation
  const spoken = counterparts.flatMap(({ person: { language } }) => language ?? [])
  const inOrder = [...new Set([...spoken, ...languages])]
  return (
    <Form key={version} action={setConduct} secondary warn={false} {...typing}>
      <Which negotiationId={preparation.id} />
      <input type="hidden" name="version" defaultValue={version} />
      <div className="form-grid">
        <SelectField
          name="language"
          label={p('language')}
          defaultValue={conduct.language}
          options={inOrder.map((language) => ({ value: language, label: person(`language_${language}`) }))}
        />
        <SelectField
          name="setting"
          label={p('setting')}
          defaultValue={conduct.setting}
          options={settings.map((setting) => ({ value: setting, label: p(`setting_${setting}`) }))}
        />
        <TextField name="venue" label={p('venue')} maxLength={200} defaultValue={conduct.venue ?? ''} />
        <TextField
          name="interpreter"
          label={p('interpreter')}
          maxLength={200}
          defaultValue={conduct.interpreter ?? ''}
        />
      </div>
      <TextAreaField
        name="etiquette"
        label={p('etiquette')}
        hint={p('etiquetteHint')}
        rows={3}
        maxLength={4000}
        defaultValue={conduct.etiquette ?? preparation.notes.map(({ text }) => text).join('\n')}
      />
    </Form>
  )
}

/** The word without which a formal negotiation does not begin. */
export function ConfirmForm({ preparation }: { preparation: PreparationView }) {
  const p = useTranslator(preparingPages)
  return (
    <Form action={confirmConduct} submit={p('confirm')} warn={false}>
      <Which negotiationId={preparation.id} />
      <input type="hidden" name="language" defaultValue={preparation.conduct.language ?? ''} />
      {preparation.counterparts.map(({ personId }) => (
        <input key={personId} type="hidden" name="personIds" defaultValue={personId} />
      ))}
    </Form>
  )
}

/** What a side is after. */
export function InterestForm({ negotiationId, side }: Of & { side: Side }) {
  const p = useTranslator(preparingPages)
  return (
    <Form action={addInterest} submit={p('addInterest')} secondary again warn={false}>
      <Which negotiationId={negotiationId} />
      <input type="hidden" name="side" defaultValue={side} />
      <TextField name="text" label={p('interest')} required maxLength={1000} />
      <TextField name="source" label={p('source')} maxLength={200} />
    </Form>
  )
}

export function EditInterestForm({ interest }: { interest: PreparationView['interests']['us'][number] }) {
  const p = useTranslator(preparingPages)
  return (
    <Form action={editInterest} secondary warn={false}>
      <input type="hidden" name="interestId" defaultValue={interest.id} />
      <input type="hidden" name="version" defaultValue={interest.version} />
      <TextField name="text" label={p('interest')} required maxLength={1000} defaultValue={interest.text} />
      <TextField name="source" label={p('source')} maxLength={200} defaultValue={interest.source ?? ''} />
    </Form>
  )
}

/** Puts a need of the account on the table. */
export function NeedForm({ negotiationId, needs }: Of & Pick<Choices, 'needs'>) {
  const p = useTranslator(preparingPages)
  return (
    <Form action={linkNeed} submit={p('linkNeed')} secondary again warn={false}>
      <Which negotiationId={negotiationId} />
      <SelectField
        name="needId"
        label={p('need')}
        required
        options={needs.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Form>
  )
}

/** Says which terms hold now. */
export function TermsForm({ preparation: { id, terms } }: { preparation: PreparationView }) {
  const p = useTranslator(preparingPages)
  const { aside } = useMarks()
  return (
    <Form action={linkTerms} submit={p('linkTerms')} secondary warn={false}>
      <Which negotiationId={id} />
      <SelectField
        name="termSheetId"
        label={p('termSheet')}
        defaultValue={terms.sheetId}
        options={terms.sheets.map((sheet) => ({
          value: sheet.id,
          label: `${sheet.scopeName || p('scope_all')}${sheet.inForce ? '' : aside(p('notInForce'))}`,
        }))}
      />
    </Form>
  )
}

/** Ticks off what only people can tell. */
export function TickForm({ preparation: { id, checklist } }: { preparation: PreparationView }) {
  const p = useTranslator(preparingPages)
  return (
    <Form action={tickChecklist} submit={p('saveTicks')} secondary warn={false}>
      <Which negotiationId={id} />
      <ChoiceField
        name="points"
        label={p('byHand')}
        multiple
        defaultValue={checklist.flatMap(({ point, byHand, done }) => (byHand && done ? [point] : []))}
        options={handPoints.map((point) => ({ value: point, label: p(`point_${point}`) }))}
      />
    </Form>
  )
}

function SupportFields({ issues }: { issues: Named }) {
  const p = useTranslator(preparingPages)
  return (
    <>
      <TextField name="claim" label={p('claim')} hint={p('claimHint')} required maxLength={1000} />
      {issues.length > 0 && (
        <SelectField name="issueId" label={p('issue')} empty={p('anyIssue')} options={optionsOf(issues)} />
      )}
    </>
  )
}

/** Takes a snapshot of our own sales. */
export function SnapshotForm({ preparation: { id, issues } }: { preparation: PreparationView }) {
  const p = useTranslator(preparingPages)
  return (
    <Form action={takeSnapshot} submit={p('take')} secondary again warn={false}>
      <Which negotiationId={id} />
      <ChoiceField
        name="kind"
        label={p('kind')}
        required
        defaultValue="salesStatistics"
        options={snapshotKinds.map((kind) => ({ value: kind, label: p(`kind_${kind}`) }))}
      />
      <div className="form-grid">
        <SelectField
          name="months"
          label={p('months')}
          empty={null}
          defaultValue="12"
          options={spans.map((count) => ({ value: count, label: p('lastMonths', { count }) }))}
        />
        <SelectField
          name="step"
          label={p('step')}
          empty={null}
          defaultValue="month"
          options={steps.map((step) => ({ value: step, label: p(`step_${step}`) }))}
        />
      </div>
      <TextField name="title" label={p('evidenceTitle')} hint={p('titleHint')} maxLength={200} />
      <SupportFields issues={issues} />
    </Form>
  )
}

type BringProps = { preparation: PreparationView; files: Choices['files'] }

/** Brings words, a new file or one of the account. Costs are offered to those alone who see them. */
export function BringForm({ preparation: { id, issues, mayBringCosts }, files }: BringProps) {
  const p = useTranslator(preparingPages)
  const kinds = broughtKinds.filter((kind) => mayBringCosts || kind !== 'cost')
  return (
    <Form action={bringEvidence} submit={p('bringIt')} secondary again warn={false}>
      <Which negotiationId={id} />
      <div className="form-grid">
        <SelectField
          name="kind"
          label={p('kind')}
          required
          options={kinds.map((kind) => ({ value: kind, label: p(`kind_${kind}`) }))}
        />
        <TextField name="title" label={p('evidenceTitle')} required maxLength={200} />
      </div>
      <TextAreaField name="note" label={p('noteOf')} rows={3} maxLength={8000} />
      <ProofField name="uploadId" label={p('newFile')} hint={p('newFileHint')} />
      {files.length > 0 && (
        <SelectField name="fileId" label={p('file')} empty={p('noFile')} options={optionsOf(files)} />
      )}
      <TextField name="source" label={p('sourceOf')} maxLength={300} />
      <SupportFields issues={issues} />
    </Form>
  )
}
