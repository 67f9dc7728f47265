'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { useSteady } from '@/lib/ui/use-steady'
import { addBreachAction, explainBreach, finishBreachAction, verifyBreach } from '../actions'
import { breachWords } from '../messages-breaches'
import { causeKinds } from '../model-breaches'

type Cause = { id: string; version: number; causeKind: string | null; cause: string | null; plan: string | null }

/** Where the cause lies, and what shall be different. */
export function CauseForm(props: { breach: Cause }) {
  const word = useTranslator(breachWords)
  const { shown: breach, version, typing } = useSteady(props.breach, props.breach.version)
  return (
    <Form key={version} action={explainBreach} submit={word('keepCause')} secondary warn={false} {...typing}>
      <input type="hidden" name="breachId" defaultValue={breach.id} />
      <input type="hidden" name="version" defaultValue={version} />
      <SelectField
        name="causeKind"
        label={word('causeKind')}
        required
        defaultValue={breach.causeKind}
        options={causeKinds.map((value) => ({ value, label: word(`causeKind_${value}`) }))}
      />
      <TextAreaField
        name="cause"
        label={word('causeText')}
        required
        maxLength={4000}
        rows={3}
        defaultValue={breach.cause ?? ''}
      />
      <TextAreaField name="plan" label={word('plan')} maxLength={4000} rows={3} defaultValue={breach.plan ?? ''} />
    </Form>
  )
}

type Members = readonly { id: string; name: string }[]

/** What somebody does, by when, and how one will see that it helped. */
export function ActionForm({ breachId, members }: { breachId: string; members: Members }) {
  const word = useTranslator(breachWords)
  return (
    <Form action={addBreachAction} submit={word('addAction')} secondary again warn={false}>
      <input type="hidden" name="breachId" defaultValue={breachId} />
      <TextField name="text" label={word('action')} required maxLength={1000} />
      <div className="form-grid">
        <SelectField
          name="ownerId"
          label={word('actionOwner')}
          required
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="dueOn" label={word('dueOn')} required />
      </div>
      <TextField name="effect" label={word('effect')} maxLength={1000} />
    </Form>
  )
}

/** What came of an action, with its evidence. */
export function FinishForm({ kpiActionId }: { kpiActionId: string }) {
  const word = useTranslator(breachWords)
  return (
    <Form action={finishBreachAction} submit={word('finishAction')} secondary warn={false}>
      <input type="hidden" name="kpiActionId" defaultValue={kpiActionId} />
      <TextAreaField name="result" label={word('result')} required maxLength={2000} rows={2} />
      <ProofField label={word('evidence')} />
    </Form>
  )
}

/** Whether the actions helped, and how that shows. */
export function VerifyForm({ breachId }: { breachId: string }) {
  const word = useTranslator(breachWords)
  return (
    <Form action={verifyBreach} submit={word('verify')} warn={false}>
      <input type="hidden" name="breachId" defaultValue={breachId} />
      <TextAreaField
        name="verification"
        label={word('verification')}
        hint={word('verifyHint')}
        required
        maxLength={4000}
        rows={3}
      />
    </Form>
  )
}
