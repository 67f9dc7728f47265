'use client'
import type { FormState } from '@/lib/kernel/form-state'
import { Icon } from './icon'
import { useTranslator } from './locale'
import { uiMessages } from './messages'
import type { Draft } from './use-draft'

/** Why nothing was saved: server fault, no connection, page older than the program, more text than the server takes. */
export type Failure = 'failed' | 'offline' | 'old' | 'big'
const sentenceOf = {
  failed: 'notSavedFailed',
  offline: 'notSavedOffline',
  old: 'notSavedOld',
  big: 'notSavedBig',
} as const

type FormNoticeProps = {
  state: FormState
  failure: Failure | null
  /** Sentences of refused fields that have no place of their own. */
  homeless: readonly string[]
  draft: Draft
  onRetry: () => void
}

/** What the form as a whole has to say, above its fields: a refusal, a failure with its way out, a restored draft. */
export function FormNotice({ state, failure, homeless, draft, onRetry }: FormNoticeProps) {
  const t = useTranslator(uiMessages)
  return (
    <>
      {draft.since && (
        <p className="notice">
          <Icon name="history" />
          <span className="grow">{t('draftRestored', { when: draft.since })}</span>
          <button type="button" className="button small quiet" onClick={draft.discard}>
            {t('draftDiscard')}
          </button>
        </p>
      )}
      <div role="alert" tabIndex={-1} className="alert-space">
        {failure && (
          <div className="notice risk">
            <Icon name={failure === 'offline' ? 'wifi-off' : 'triangle-alert'} />
            <span className="grow">{t(sentenceOf[failure])}</span>
            {failure === 'old' ? (
              <button type="button" className="button small" onClick={() => window.location.reload()}>
                {t('reload')}
              </button>
            ) : (
              failure !== 'big' && (
                <button type="button" className="button small" onClick={onRetry}>
                  {t('retry')}
                </button>
              )
            )}
          </div>
        )}
        {!failure && state.status === 'refused' && <Refused state={state} homeless={homeless} />}
      </div>
    </>
  )
}

type RefusedProps = { state: FormState & { status: 'refused' }; homeless: readonly string[] }

function Refused({ state, homeless }: RefusedProps) {
  const t = useTranslator(uiMessages)
  return (
    <div className="notice risk">
      <Icon name="circle-alert" />
      <div className="grow">
        <p>{state.sentence}</p>
        {homeless.length > 0 && (
          <ul>
            {homeless.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      {state.code === 'signedOut' && (
        <a className="button small" href="/sign-in" target="_blank" rel="noreferrer">
          {t('signInAgain')}
        </a>
      )}
    </div>
  )
}
