'use client'
import type { ReactNode } from 'react'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextField } from '@/lib/ui/text-field'
import { leaveUnpaired, pairMoves, undoTrade } from '../actions'
import { roundPages } from '../messages-rounds'

type Of = { negotiationId: string }

/** Takes a trade apart. */
export function UndoPress({ negotiationId, tradeId }: Of & { tradeId: string }) {
  const t = useTranslator(roundPages)
  return (
    <Press action={undoTrade} values={{ negotiationId, tradeId }} className="button small quiet">
      {t('undo')}
    </Press>
  )
}

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
    <details>
      <summary className="button small">{t('pair')}</summary>
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
    </details>
  )
}

/** "What for?": why something was given for nothing. */
export function LeaveForm({ negotiationId, move }: Of & { move: string }) {
  const t = useTranslator(roundPages)
  return (
    <details>
      <summary className="button small quiet">{t('whatFor')}</summary>
      <Form action={leaveUnpaired} submit={t('leave')} secondary warn={false}>
        <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
        <input type="hidden" name="moves" defaultValue={move} />
        <TextField name="reason" label={t('whatFor')} hint={t('leaveHint')} required maxLength={1000} />
      </Form>
    </details>
  )
}
