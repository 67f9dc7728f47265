'use client'
import type { EvidenceChoice } from '@/lib/modules/confirmations/views/fields'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { Colleague } from '../model-people'
import type { SlotBoard as Board } from '../model-slots'
import { ReconfirmForm } from './reconfirm-form'
import { SlotCard } from './slot-card'

export type SlotBoardProps = {
  board: Board
  people: readonly Colleague[]
  /** Contacts on record with the account, newest first: what a confirmation can rest on. */
  evidence: readonly EvidenceChoice[]
}

/** The key roles of an account: who fills them, how well that is known, and one press to confirm it anew. */
export function SlotBoard({ board, people, evidence }: SlotBoardProps) {
  const t = useTranslator(messages)
  const claimed = board.slots.filter((slot) => slot.keyContactId !== null)
  const coverage = t('coverage', { confirmed: board.confirmed, required: board.required })
  if (board.slots.length === 0) return <EmptyState icon="users" title={t('noSlots')} text={t('noSlotsText')} />
  return (
    <Card title={t('keyRoles')} action={<strong className="text-muted">{coverage}</strong>} id="key-roles">
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {board.slots.map((slot, index) => (
          <li key={slot.slot}>
            <SlotCard slot={slot} number={index + 1} board={board} people={people} evidence={evidence} />
          </li>
        ))}
      </ul>
      {board.mayConfirm && claimed.length > 1 && <ReconfirmForm board={board} claimed={claimed} evidence={evidence} />}
    </Card>
  )
}
