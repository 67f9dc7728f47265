'use client'
import { useRef } from 'react'
import { formatDay } from '@/lib/kernel/day'
import { displayNameOf } from '@/lib/kernel/name'
import { messages as confirmationMessages } from '@/lib/modules/confirmations/messages'
import type { EvidenceChoice } from '@/lib/modules/confirmations/views/fields'
import { ConfirmationMark } from '@/lib/modules/confirmations/views/mark'
import { Icon } from '@/lib/ui/icon'
import { useKey } from '@/lib/ui/keys'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Menu } from '@/lib/ui/menu'
import { Press } from '@/lib/ui/press'
import { clearSlot } from '../actions'
import { messages } from '../messages'
import type { Colleague } from '../model-people'
import type { SlotBoard, SlotView } from '../model-slots'
import { SlotMark } from './marks'
import { ClaimForm, ConfirmForm, QuickConfirm } from './slot-forms'

type SlotCardProps = {
  slot: SlotView
  /** The key that brings the reader here. */
  number: number
  board: SlotBoard
  people: readonly Colleague[]
  evidence: readonly EvidenceChoice[]
}

/** One key role: who fills it, how well that is known, what to do about it. */
export function SlotCard({ slot, number, board, people, evidence }: SlotCardProps) {
  const t = useTranslator(messages)
  const card = useRef<HTMLElement>(null)
  const word = t(`slot_${slot.slot}`)
  const go = () => card.current?.querySelector<HTMLElement>('[data-first] :is(button, select)')?.focus()
  useKey(String(number), number < 10 ? go : undefined, { label: t('goToRole', { role: word }), group: t('keyRoles') })
  return (
    <article ref={card} className="flex h-full flex-col gap-2 rounded-md border border-line p-3" aria-label={word}>
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="grow font-semibold">{word}</h3>
        {!slot.required && <span className="text-muted">{t('notRequired')}</span>}
        {slot.confirmation && slot.confirmation.state !== 'changed' ? (
          <ConfirmationMark state={slot.confirmation.state} />
        ) : (
          <SlotMark state={slot.state} />
        )}
        {slot.keyContactId !== null && board.mayClaim && (
          <Menu label={t('moreOnRole', { role: word })} icon="ellipsis" iconOnly small>
            <Press action={clearSlot} values={{ keyContactId: slot.keyContactId }} className="" done={t('cleared')}>
              <Icon name="x" />
              {t('clearRole')}
            </Press>
          </Menu>
        )}
      </header>
      {slot.person ? <Filled slot={slot} /> : <p className="text-muted">{t(`slotHelp_${slot.slot}`)}</p>}
      <div className="mt-auto flex flex-wrap items-center gap-2">
        {slot.keyContactId === null
          ? board.mayClaim && <ClaimForm slot={slot.slot} accountId={board.accountId} people={people} />
          : board.mayConfirm && <QuickConfirm keyContactId={slot.keyContactId} slot={slot} />}
      </div>
      {slot.keyContactId !== null && board.mayConfirm && (
        <ConfirmForm slot={slot} keyContactId={slot.keyContactId} board={board} people={people} evidence={evidence} />
      )}
    </article>
  )
}

function Filled({ slot: { person, confirmation } }: { slot: SlotView }) {
  const t = useTranslator(messages)
  const say = useTranslator(confirmationMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  if (!person) return null
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  return (
    <div>
      <p>
        <a href={`/contacts/${person.id}`} className="font-medium">
          {displayNameOf(person, locale)}
        </a>
        {person.title && <span className="text-muted"> · {person.title}</span>}
      </p>
      {confirmation && (
        <p className="text-muted">
          {t('confirmedBy', {
            name: confirmation.confirmedByName,
            day: day(confirmation.confirmedOn),
            method: say(`method_${confirmation.method}`),
            until: day(confirmation.validUntil),
          })}
          {confirmation.withPersonName && confirmation.withPersonName !== person.displayName && (
            <> · {t('confirmedWith', { name: confirmation.withPersonName })}</>
          )}
          {confirmation.evidenceId && (
            <>
              {' · '}
              <a href={`/interactions/${confirmation.evidenceId}`}>{say('evidence')}</a>
            </>
          )}
        </p>
      )}
      {confirmation?.note && <p>{confirmation.note}</p>}
      {confirmation?.state === 'changed' && <p className="text-warn">{t('changedSince')}</p>}
    </div>
  )
}
