'use client'
import type { ReactNode } from 'react'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { leaveUnpaired, pairMoves, undoTrade } from '../actions'
import { roundPages } from '../messages-rounds'

type Of = { negotiationId: string }

/** Around trades that its buttons take apart, each by its id. */
export const UndoForm = ({ negotiationId, children }: Of & { children: ReactNode }) => (
  <Form action={undoTrade} foot="none" warn={false}>
    <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
    {children}
  </Form>
)

/** A suggested pair: one press writes it down. */
export function PairPress({ negotiationId, moves, children }: Of & { moves: readonly string[]; children: ReactNode }) {
  return (
    <Form action={pairMoves} foot="none" warn={false}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      {moves.map((move) => (
        <input key={move} type="hidden" name="moves" defaultValue={move} />
      ))}
      <button type="submit" className="button small h-auto self-start whitespace-normal text-left">
        <Icon name="handshake" />
        {children}
      </button>
    </Form>
  )
}

/** Pairs what is chosen by hand. */
export function FreeMoves({ negotiationId, moves }: Of & { moves: readonly { id: string; label: string }[] }) {
  const t = useTranslator(roundPages)
  return (
    <Form action={pairMoves} submit={t('pairChosen')} secondary warn={false}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <ChoiceField
        name="moves"
        label={t('pair')}
        hint={t('chosenHint')}
        multiple
        options={moves.map(({ id, label }) => ({ value: id, label }))}
      />
    </Form>
  )
}

/** "What for?": why something was given for nothing. */
export function LeaveForm({ negotiationId, move, said }: Of & { move: string; said: string }) {
  const t = useTranslator(roundPages)
  return (
    <Form key={move} action={leaveUnpaired} submit={t('leave')} secondary warn={false} label={t('whatFor')}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <input type="hidden" name="moves" defaultValue={move} />
      <p>{said}</p>
      <TextField name="reason" label={t('whatFor')} hint={t('leaveHint')} required maxLength={1000} autoFocus />
    </Form>
  )
}
