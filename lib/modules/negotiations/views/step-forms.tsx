'use client'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { endNegotiation, suspendNegotiation } from '../actions'
import { stepWords } from '../messages-steps'

const Which = ({ id }: { id: string }) => <input type="hidden" name="negotiationId" defaultValue={id} />

/** Suspends, with the reason that the team is told. */
export function SuspendForm({ id }: { id: string }) {
  const t = useTranslator(stepWords)
  return (
    <Form action={suspendNegotiation} submit={t('suspend')} secondary warn={false}>
      <Which id={id} />
      <TextAreaField name="reason" label={t('reason')} hint={t('suspendHint')} required rows={2} maxLength={1000} />
    </Form>
  )
}

/** Ends without a deal: why, and what we do instead by when. */
export function EndForm({ id }: { id: string }) {
  const t = useTranslator(stepWords)
  return (
    <Form action={endNegotiation} submit={t('endWithoutDeal')} secondary warn={false}>
      <Which id={id} />
      <TextAreaField name="reason" label={t('reason')} required rows={2} maxLength={1000} />
      <TextAreaField
        name="nextStep"
        label={t('nextStep')}
        hint={t('nextStepHint')}
        required
        rows={2}
        maxLength={1000}
      />
      <DateField name="dueOn" label={t('dueOn')} required />
    </Form>
  )
}
