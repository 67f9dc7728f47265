'use client'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { planConcessions } from '../actions'
import { analysisMessages } from '../messages-analysis'

type Typed = { version: number; reservation: string; atOnce: string; exponent: string; rounds: string }

/** The plan of concessions; an even pace over five rounds is where most begin. */
export function PlanForm({ negotiationId, plan }: { negotiationId: string; plan: Typed | null }) {
  const t = useTranslator(analysisMessages)
  return (
    <Form action={planConcessions} submit={t('savePlan')} label={t('planTitle')}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      {plan && <input type="hidden" name="version" defaultValue={plan.version} />}
      <TextField
        name="reservation"
        label={t('reservation')}
        hint={t('reservationHint')}
        required
        inputMode="decimal"
        defaultValue={plan?.reservation ?? null}
      />
      <TextField
        name="atOnce"
        label={t('atOnce')}
        unit="%"
        required
        inputMode="decimal"
        defaultValue={plan?.atOnce ?? '0'}
      />
      <TextField
        name="exponent"
        label={t('exponent')}
        hint={t('exponentHint')}
        required
        inputMode="decimal"
        defaultValue={plan?.exponent ?? '1'}
      />
      <TextField name="rounds" label={t('rounds')} required inputMode="numeric" defaultValue={plan?.rounds ?? '5'} />
    </Form>
  )
}
