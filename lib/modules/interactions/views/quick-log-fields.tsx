'use client'
import type { RefObject } from 'react'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { Keycap } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import { QuickLogChannels } from './quick-log-channels'
import { QuickLogChips } from './quick-log-chips'
import { QuickLogDirection } from './quick-log-direction'
import { QuickLogLine } from './quick-log-line'
import { QuickLogMore } from './quick-log-more'
import { QuickLogPeople } from './quick-log-people'
import { QuickLogRoles } from './quick-log-roles'
import type { QuickLogState } from './use-quick-log'
import { Wrong } from './wrong'

type QuickLogFieldsProps = { log: QuickLogState; summary: RefObject<HTMLTextAreaElement | null> }

/** Account, people, how, the line, and what was read out of it; everything else is behind "more". */
export function QuickLogFields({ log, summary }: QuickLogFieldsProps) {
  const t = useTranslator(quickLogMessages)
  return (
    <>
      <AccountOfLog log={log} />
      <QuickLogPeople log={log} />
      <QuickLogRoles log={log} />
      <QuickLogChannels log={log} />
      <QuickLogLine log={log} summary={summary} />
      <QuickLogChips log={log} summary={summary} />
      <QuickLogDirection log={log} />
      <QuickLogMore log={log} />
      <Answer log={log} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button primary" disabled={log.saving}>
          {log.saving ? t('saving') : t('save')}
          <span className="hidden gap-1 sm:inline-flex" aria-hidden="true">
            <Keycap>Ctrl</Keycap>
            <Keycap>↵</Keycap>
          </span>
        </button>
        <button type="button" className="button" disabled={log.saving} onClick={() => void log.save(true)}>
          {t('saveAndNext')}
        </button>
      </div>
    </>
  )
}

/** The account, as a word once it is known; pressing it offers another. */
function AccountOfLog({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const { account } = log.draft
  if (account)
    return (
      <div className="flex flex-wrap items-center gap-2">
        <span className="label">{t('account')}</span>
        <button
          type="button"
          className="button small"
          title={t('changeAccount')}
          onClick={() => log.chooseAccount(null)}
        >
          <Icon name="building-2" />
          <span className="max-w-64 truncate">{account.name || '…'}</span>
          <Icon name="chevron-down" />
          <span className="hush">{t('changeAccount')}</span>
        </button>
      </div>
    )
  return (
    <div>
      <AccountPicker
        label={t('account')}
        required
        onChoose={(chosen) => chosen && log.chooseAccount({ id: chosen.id, name: chosen.title })}
      />
      <Wrong sentence={log.wrong.accountId} />
    </div>
  )
}

/** The sentence for what went wrong; everything typed stays. */
function Answer({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const { refused, prefillFailed, wrong } = log
  const others = Object.entries(wrong).filter(([field]) => !besideFields.has(field))
  return (
    <div role="alert" className={refused ? 'notice risk' : prefillFailed ? 'notice warn' : 'hush'}>
      {refused && (
        <div className="grow">
          <p>{sentenceOf(refused, t)}</p>
          {others.map(([field, sentence]) => (
            <p key={field}>{sentence}</p>
          ))}
          {refused.state === 'refused' && refused.code === 'signedOut' && (
            <a href="/sign-in" target="_blank" rel="noreferrer">
              {t('signIn')}
            </a>
          )}
        </div>
      )}
      {!refused && prefillFailed && <p className="grow">{t('prefillFailed')}</p>}
    </div>
  )
}

const besideFields = new Set(['accountId', 'summary', 'answeredIds'])

function sentenceOf(
  refused: NonNullable<QuickLogState['refused']>,
  t: (key: 'failed' | 'signedOut' | 'savedBefore') => string,
) {
  if (refused.state === 'failed') return t('failed')
  if (refused.code === 'signedOut') return t('signedOut')
  if (refused.code === 'idempotencyMismatch') return t('savedBefore')
  return refused.sentence || t('failed')
}
