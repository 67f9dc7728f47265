'use client'
import type { FormAction } from '@/lib/kernel/form-state'
import { Chip } from '@/lib/ui/chip'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { deactivateMember, endMemberSessions, inviteMember, reactivateMember } from '../actions'
import { messages } from '../messages'
import type { MemberRecord } from '../model-members'
import { wordOf } from './words'

/** Whether and how a member gets in: invite, sign out everywhere, deactivate, let in again. */
export function MemberAccess({ member, isOneself }: { member: MemberRecord; isOneself: boolean }) {
  const t = useTranslator(messages)
  const { id, status, name } = member
  const isOut = status === 'deactivated'
  return (
    <div className="stack">
      <p>
        <Chip tone={isOut ? 'warn' : status === 'active' ? 'ok' : 'info'}>{wordOf(t)('status', status)}</Chip>{' '}
        {!isOut && status !== 'active' && <span className="text-muted">{t('inviteHint')}</span>}
      </p>
      <div className="button-row">
        {!isOut && status !== 'active' && (
          <AccessButton action={inviteMember} id={id} word={t('invite')} kind="primary" />
        )}
        {status === 'active' && <AccessButton action={endMemberSessions} id={id} word={t('endSessions')} />}
        {isOut && <AccessButton action={reactivateMember} id={id} word={t('reactivate')} kind="primary" />}
        {!isOut && !isOneself && (
          <AccessButton action={deactivateMember} id={id} word={t('deactivate')} kind="danger" />
        )}
      </div>
      {!isOut && !isOneself && <p className="text-muted">{t('deactivateText', { name })}</p>}
    </div>
  )
}

type AccessButtonProps<Value> = { action: FormAction<Value>; id: string; word: string; kind?: string }

const AccessButton = <Value,>({ action, id, word, kind = '' }: AccessButtonProps<Value>) => (
  <Press action={action} values={{ memberId: id }} className={`button ${kind}`} label={word}>
    {word}
  </Press>
)
