'use client'
import { useRef, useState } from 'react'
import { messages as interactionMessages } from '@/lib/modules/interactions/messages'
import { Card } from '@/lib/ui/card'
import { Keycap } from '@/lib/ui/chip'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useKey } from '@/lib/ui/keys'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { consult } from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import type { NeedState } from '../model'
import { channels, type ReviewOutcome, reviewOutcomes } from '../model-consultation'
import { StateMark } from './marks'
import { optionsOf } from './words'

type ConsultProps = {
  accountId: string
  personId: string
  needs: readonly { id: string; title: string; state: string; context: string | null }[]
  today: string
  draft: string
}

const keyOf: Readonly<Record<ReviewOutcome, string>> = { valid: 'v', changed: 'c', met: 'm', dropped: 'd' }

/**
 * The open needs of a contact, one after another: V still valid, C changed, M met, D dropped. A key answers the need that
 * is in turn and goes on to the next; J and K go without answering.
 */
export function ConsultForm({ accountId, personId, needs, today, draft }: ConsultProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const say = useTranslator(interactionMessages)
  const [turn, setTurn] = useState(0)
  const list = useRef<HTMLOListElement>(null)

  const go = (to: number) => {
    const next = Math.max(0, Math.min(needs.length - 1, to))
    setTurn(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (outcome: ReviewOutcome) => () => {
    const item = list.current?.children[turn]
    item?.querySelector<HTMLInputElement>(`input[type=radio][value=${outcome}]`)?.click()
    const words = item?.querySelector<HTMLInputElement>('input[type=text]')
    if (outcome === 'changed' || outcome === 'dropped') words?.focus()
    else go(turn + 1)
  }
  const group = t('consultKeys')
  useKey(keyOf.valid, choose('valid'), { label: word('outcome_valid'), group })
  useKey(keyOf.changed, choose('changed'), { label: word('outcome_changed'), group })
  useKey(keyOf.met, choose('met'), { label: word('outcome_met'), group })
  useKey(keyOf.dropped, choose('dropped'), { label: word('outcome_dropped'), group })
  useKey('j', () => go(turn + 1), { label: t('nextNeed'), group })
  useKey('k', () => go(turn - 1), { label: t('previousNeed'), group })

  return (
    <Form action={consult} submit={t('consultSave')} after="/needs/consultations/{id}" draft={draft}>
      <input type="hidden" name="accountId" defaultValue={accountId} />
      <input type="hidden" name="personId" defaultValue={personId} />
      <p className="text-muted">
        <Keycap>V</Keycap> {word('outcome_valid')} · <Keycap>C</Keycap> {word('outcome_changed')} · <Keycap>M</Keycap>{' '}
        {word('outcome_met')} · <Keycap>D</Keycap> {word('outcome_dropped')} · <Keycap>J</Keycap>/<Keycap>K</Keycap>{' '}
        {t('moveOn')}
      </p>
      <ol ref={list} className="grid gap-3">
        {needs.map((need, index) => (
          <li
            key={need.id}
            className={index === turn ? 'card border-brand p-3' : 'card p-3'}
            aria-current={index === turn ? 'step' : undefined}
            onFocus={() => setTurn(index)}
          >
            <input type="hidden" name={`reviews.${index}.needId`} defaultValue={need.id} />
            <p className="mb-2 flex flex-wrap items-center gap-2">
              <a href={`/needs/${need.id}`} className="font-medium">
                {need.title}
              </a>
              <StateMark state={need.state as NeedState} word={word} />
            </p>
            {need.context && <p className="mb-2 text-muted">{need.context}</p>}
            <ChoiceField
              name={`reviews.${index}.outcome`}
              label={t('reviewOf', { need: need.title })}
              quiet
              required
              options={optionsOf(word, 'outcome', reviewOutcomes)}
            />
            <TextField name={`reviews.${index}.words`} label={t('theirWords')} maxLength={2000} />
          </li>
        ))}
      </ol>
      <Card title={t('consultHow')}>
        <div className="form-grid">
          <SelectField
            name="channel"
            label={t('channel')}
            empty={null}
            defaultValue="meeting"
            options={channels.map((value) => ({ value, label: say(value) }))}
          />
          <DateField name="heldOn" label={t('heldOn')} defaultValue={today} max={today} />
          <TextField name="summary" label={t('summary')} maxLength={2000} span={2} />
        </div>
      </Card>
    </Form>
  )
}
