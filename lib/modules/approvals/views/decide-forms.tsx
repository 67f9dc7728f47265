'use client'
import { useEffect, useRef } from 'react'
import { Keycap } from '@/lib/ui/chip'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useKey } from '@/lib/ui/keys'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { answerApprover, decideRun, recordWord, withdrawRun, writeWordDown } from '../actions'
import { deskMessages } from '../messages-desk'
import { type Decision, decisions } from '../model'

type Seen = { runId: string; stepId: string; contentHash: string }

/** Approve, send back, ask or reject: one key each. What needs a reason puts the cursor where it is written. */
export function DecideForm({ runId, stepId, contentHash, after }: Seen & { after: string }) {
  const t = useTranslator(deskMessages)
  const frame = useRef<HTMLDivElement>(null)
  const wanted = useRef<Decision>('approve')
  const button = (decision: Decision) => frame.current?.querySelector<HTMLButtonElement>(`[value=${decision}]`)
  const decide = (decision: Decision) => {
    wanted.current = decision
    const comment = frame.current?.querySelector('textarea')
    if (decision !== 'approve' && comment && comment.value.trim() === '') comment.focus()
    else button(decision)?.click()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says once, on arrival, what the list was pressed for.
  useEffect(() => {
    const asked = decisions.find((each) => window.location.hash === `#${each}`)
    if (asked && asked !== 'approve') decide(asked)
  }, [])
  const group = t('keysGroup')
  useKey('a', () => decide('approve'), { label: t('approve'), group })
  useKey('s', () => decide('sendBack'), { label: t('sendBack'), group })
  useKey('q', () => decide('ask'), { label: t('ask'), group })
  const words = [
    ['approve', 'A'],
    ['sendBack', 'S'],
    ['ask', 'Q'],
    ['reject', ''],
  ] as const
  return (
    <div ref={frame} id="decide">
      <Form
        action={decideRun}
        foot="none"
        label={t('decision')}
        after={after}
        draft={`decide-${runId}`}
        onDone={() => showToast({ text: t(`done_${wanted.current}`) })}
      >
        <input type="hidden" name="runId" defaultValue={runId} />
        <input type="hidden" name="stepId" defaultValue={stepId} />
        <input type="hidden" name="contentHash" defaultValue={contentHash} />
        <div
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            event.stopPropagation()
            button(wanted.current)?.click()
          }}
        >
          <TextAreaField name="comment" label={t('comment')} hint={t('commentHint')} rows={2} maxLength={4000} />
        </div>
        <div className="flex flex-wrap gap-2">
          {words.map(([decision, key]) => (
            <button
              key={decision}
              type="submit"
              name="decision"
              value={decision}
              onClick={() => {
                wanted.current = decision
              }}
              className={decision === 'approve' ? 'button primary min-h-11' : 'button min-h-11'}
            >
              {t(decision)}
              {key && <Keycap>{key}</Keycap>}
            </button>
          ))}
        </div>
      </Form>
    </div>
  )
}

/** What the submitter answers to an approver's question. */
export function AnswerForm({ runId }: { runId: string }) {
  const t = useTranslator(deskMessages)
  return (
    <Form action={answerApprover} submit={t('sendAnswer')} label={t('answer')} again>
      <input type="hidden" name="runId" defaultValue={runId} />
      <TextAreaField name="comment" label={t('yourAnswer')} required rows={3} maxLength={4000} />
    </Form>
  )
}

export function WithdrawButton({ runId }: { runId: string }) {
  const t = useTranslator(deskMessages)
  return (
    <Press action={withdrawRun} values={{ runId }} className="button" done={t('withdrawn')}>
      {t('withdraw')}
    </Press>
  )
}

type WordProps = {
  runId: string
  contentHash: string
  today: string
  sayable: readonly { stepId: string; holderId: string; name: string }[]
}

/** Urgent consent by word: who said it, when, how that is known. One form for each step that waits. */
export function WordForm({ runId, contentHash, today, sayable }: WordProps) {
  const t = useTranslator(deskMessages)
  const steps = [...new Set(sayable.map(({ stepId }) => stepId))]
  return (
    <details>
      <summary className="button">{t('recordWord')}</summary>
      <p className="hint py-2">{t('recordWordHint')}</p>
      {steps.map((stepId) => (
        <Form key={stepId} action={recordWord} submit={t('record')} label={t('recordWord')}>
          <input type="hidden" name="runId" defaultValue={runId} />
          <input type="hidden" name="stepId" defaultValue={stepId} />
          <input type="hidden" name="contentHash" defaultValue={contentHash} />
          <SelectField
            name="holderId"
            label={t('whoSaid')}
            required
            options={sayable
              .filter((each) => each.stepId === stepId)
              .map(({ holderId, name }) => ({ value: holderId, label: name }))}
          />
          <DateField name="saidOn" label={t('saidOn')} required defaultValue={today} max={today} />
          <TextAreaField name="evidence" label={t('evidence')} hint={t('evidenceHint')} required rows={2} />
          <ProofField label={t('evidenceFile')} />
        </Form>
      ))}
    </details>
  )
}

/** The approver puts in writing what they said, or says that they did not. */
export function WriteWord({ runId, stepId, contentHash }: Seen) {
  const t = useTranslator(deskMessages)
  const values = { runId, stepId, contentHash }
  return (
    <div className="flex flex-wrap gap-2">
      <Press
        action={writeWordDown}
        values={{ ...values, agreed: 'true' }}
        className="button primary min-h-11"
        done={t('written')}
      >
        {t('writeIt')}
      </Press>
      <Press
        action={writeWordDown}
        values={{ ...values, agreed: 'false' }}
        className="button min-h-11"
        done={t('denied')}
      >
        {t('denyIt')}
      </Press>
    </div>
  )
}
