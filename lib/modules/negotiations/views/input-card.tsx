import type { ReactNode } from 'react'
import { translatorOf } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { acceptInput, cancelInput } from '../actions'
import { inputWords } from '../messages-inputs'
import type { InputState } from '../model-inputs'
import type { InputView } from '../queries-inputs'
import { AnswerForm, DeclineForm, DisposeForm } from './input-forms'
import type { Said } from './said'

const tones: Readonly<Record<InputState, Tone>> = {
  asked: 'info',
  accepted: 'info',
  answered: 'warn',
  disposed: 'ok',
  declined: 'plain',
  cancelled: 'plain',
}

type InputCardProps = {
  input: InputView
  /** Whether the reader may say what became of it, and take it back. */
  mayLead: boolean
  /** The answer's form is open, and its button the page's primary one. */
  opened?: boolean
  /** Names the negotiation, where the page is not its own. */
  apart?: boolean
  said: Said
}

const More = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="mt-3">
    <summary className="button small">{label}</summary>
    <div className="mt-3">{children}</div>
  </details>
)

/** One question with its answer and what became of it, and what the reader may do about it now. */
export function InputCard({ input, mayLead, opened = false, apart = false, said }: InputCardProps) {
  const t = translatorOf(inputWords, said.locale)
  const { state, kind, discipline, expired, negotiation, account } = input
  const day = daySaid(input.dueOn, said)
  const unanswered = state === 'asked' || state === 'accepted'
  return (
    <li id={input.id} className="block">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={expired ? 'risk' : tones[state]}>{t(expired ? 'expired' : `state_${state}`)}</Chip>
        {kind === 'advice' && (
          <Chip icon="scale">
            {t('kind_advice')}
            {discipline && ` · ${t(`discipline_${discipline}`)}`}
          </Chip>
        )}
        {input.required && <Chip tone="bordered">{t('isRequired')}</Chip>}
        <span className="text-muted">
          {apart
            ? t('askedOfYouBy', { by: input.askedBy, day })
            : t('askedBy', { by: input.askedBy, of: input.askedOf, day })}
        </span>
      </p>
      {apart && (
        <p className="mt-1">
          <a className="link" href={`/negotiations/${negotiation.id}/inputs`}>
            {negotiation.title}
          </a>
          <span className="text-muted"> · {account.name}</span>
        </p>
      )}
      <p className="mt-1 whitespace-pre-line font-medium">{input.question}</p>
      {input.background && <p className="mt-1 whitespace-pre-line text-muted">{input.background}</p>}
      {input.answer && (
        <blockquote className="mt-2">
          <p className="flex flex-wrap items-center gap-2">
            {input.stance && (
              <Chip tone={input.stance === 'support' ? 'ok' : 'warn'}>{t(`stance_${input.stance}`)}</Chip>
            )}
            {input.recommendation && (
              <Chip tone={input.recommendation === 'proceed' ? 'ok' : 'warn'}>
                {t(`recommendation_${input.recommendation}`)}
              </Chip>
            )}
          </p>
          <p className="whitespace-pre-line">{input.answer}</p>
        </blockquote>
      )}
      {input.file && (
        <p className="mt-1">
          <a className="link" href={`/api/files/${input.file.id}`}>
            <Icon name="paperclip" /> {input.file.name}
          </a>
        </p>
      )}
      {input.disposition && (
        <p className="mt-2">
          {t('disposedBy', { by: input.disposedBy ?? '', disposition: t(`disposition_${input.disposition}`) })}
          {input.dispositionReason && <span className="text-muted"> · {input.dispositionReason}</span>}
        </p>
      )}
      {input.declinedBecause && <p className="mt-2 text-muted">{t('declined', { reason: input.declinedBecause })}</p>}
      {negotiation.alive && input.mine && unanswered && (
        <>
          {state === 'asked' && (
            <div className="mt-2">
              <Press action={acceptInput} values={{ inputId: input.id }} done={t('accepted')}>
                {t('accept')}
              </Press>
            </div>
          )}
          {opened ? (
            <div className="mt-3">
              <AnswerForm input={input} secondary={false} />
            </div>
          ) : (
            <More label={t('answer')}>
              <AnswerForm input={input} secondary />
            </More>
          )}
          <More label={t('decline')}>
            <DeclineForm input={input} />
          </More>
        </>
      )}
      {mayLead && state === 'answered' && !input.mine && (
        <More label={t('dispose')}>
          <DisposeForm input={input} />
        </More>
      )}
      {mayLead && unanswered && (
        <div className="mt-2">
          <Press
            action={cancelInput}
            values={{ inputId: input.id }}
            className="button small quiet"
            done={t('cancelled')}
          >
            {t('cancel')}
          </Press>
        </div>
      )}
    </li>
  )
}
