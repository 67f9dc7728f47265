'use client'
import { useEffect, useRef } from 'react'
import { marksOf } from '@/lib/kernel/punctuation'
import { Icon } from '@/lib/ui/icon'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { offerMessages } from '../messages-offers'
import { roundPages } from '../messages-rounds'
import type { Side } from '../model-issues'
import type { ShownIssue } from '../queries-rounds'
import type { LastValues } from './table-draft'
import { useTable } from './use-table'

type TableFormProps = {
  memberId: string
  timeZone: string
  negotiationId: string
  issues: readonly ShownIssue[]
  /** The number of the last offer, and whose it was. */
  last: number
  lastSide: Side | null
  values: LastValues
  /** What both sides said last of an issue, as its field has it. */
  hintOf: (issue: ShownIssue, us: string | undefined, them: string | undefined) => string | undefined
}

/** For the phone at the table: one big field for each issue, prefilled with what that side said last. */
export function TableForm({ issues, hintOf, ...about }: TableFormProps) {
  const t = useTranslator(roundPages)
  const table = useTable(about)
  const { draft, said, waiting, refused, saving } = table
  const form = useRef<HTMLFormElement>(null)
  const wrong = refused?.state === 'refused' ? refused.fields : {}
  // The button is at the foot of a long form: whoever pressed it is brought to what is wrong.
  useEffect(() => {
    if (!refused) return
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    const place = find('[aria-invalid]') ?? find('[role=alert]')
    place?.focus()
  }, [refused])
  return (
    <form
      ref={form}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void table.save(issues.map(({ key }) => key))
      }}
    >
      <p className="hint">{t('tableHint')}</p>
      {waiting > 0 && (
        <button type="button" className="button" onClick={table.flush}>
          <Icon name="wifi-off" />
          {t('waitingCount', { count: waiting })} · {t('sendNow')}
        </button>
      )}
      {draft.returned && <p className="notice">{t('tableReturned')}</p>}
      {refused && (
        <p className="notice risk" role="alert" tabIndex={-1}>
          <Icon name="circle-alert" />
          {refused.sentence || t('tableFailed')}
        </p>
      )}
      <fieldset className="field">
        <legend className="label">{t('whose')}</legend>
        <div className="grid grid-cols-2 gap-2">
          {(['them', 'us'] as const).map((side) => (
            <label key={side} className="choice">
              <input
                type="radio"
                name="side"
                value={side}
                checked={draft.side === side}
                onChange={() => table.change({ side })}
              />
              <span className="justify-center">{t(side === 'us' ? 'ours' : 'theirs')}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {issues.map((issue) => (
        <BigField
          key={issue.key}
          issue={issue}
          hint={hintOf(issue, said.us[issue.key], said.them[issue.key])}
          value={table.shown(issue.key)}
          wrong={wrong[`values.${issue.key}`]}
          onChange={(value) => table.change({ values: { ...draft.values, [issue.key]: value } })}
        />
      ))}
      <div className="field">
        <label className="label" htmlFor="table-conditions">
          {t('conditions')}
        </label>
        <textarea
          id="table-conditions"
          className="input area"
          rows={2}
          maxLength={4000}
          value={draft.conditions}
          onChange={(event) => table.change({ conditions: event.target.value })}
        />
      </div>
      <div className="sticky bottom-16 z-10 bg-paper py-2 md:static">
        <button type="submit" className="button primary w-full" aria-disabled={saving}>
          {t('tableSave')}
        </button>
      </div>
    </form>
  )
}

type BigFieldProps = {
  issue: ShownIssue
  hint: string | undefined
  value: string
  wrong: string | undefined
  onChange: (value: string) => void
}

function BigField({ issue, hint, value, wrong, onChange }: BigFieldProps) {
  const locale = useLocale()
  const t = useTranslator(roundPages)
  const word = useTranslator(offerMessages)
  const { key, name, kind, unit, options } = issue
  const id = `table-${key}`
  const control = {
    id,
    value,
    'aria-describedby': [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': wrong ? (true as const) : undefined,
  }
  const choices =
    kind === 'boolean'
      ? [
          { key: 'yes', label: word('yes') },
          { key: 'no', label: word('no') },
        ]
      : options
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {unit ? `${name}${marksOf(locale).aside(unit)}` : name}
      </label>
      {kind === 'ordinal' || kind === 'boolean' ? (
        <select {...control} className="input select h-12 text-lg" onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('notStated')}</option>
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          className="input h-12 text-lg"
          inputMode={kind === 'numeric' ? 'decimal' : 'text'}
          maxLength={1000}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="refusal" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
