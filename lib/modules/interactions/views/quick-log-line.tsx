'use client'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { isComposing } from '@/lib/ui/composing'
import { useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import type { QuickLogState } from './use-quick-log'
import { Wrong } from './wrong'

type QuickLogLineProps = { log: QuickLogState; summary: RefObject<HTMLTextAreaElement | null> }
type Offer = { key: string; text: string }

const mostOffers = 6
const begun = /(?:^|[^\p{L}\p{N}&/])([@＠#＃])([^\s@＠#＃，,。；;]{0,20})$/u

/** The line itself. After @ people are offered, after # the account's topics; Enter takes the first one, a press any. */
export function QuickLogLine({ log, summary }: QuickLogLineProps) {
  const t = useTranslator(quickLogMessages)
  const [caret, setCaret] = useState(0)
  const { line } = log.draft
  const token = begun.exec(line.slice(0, caret))
  const offers = token ? offersFor(token[1] ?? '', token[2] ?? '', log) : []

  const take = ({ text }: Offer) => {
    const start = caret - (token?.[2]?.length ?? 0)
    const next = `${line.slice(0, start)}${text} ${line.slice(caret).replace(/^ /, '')}`
    const place = start + text.length + 1
    log.change({ line: next })
    setCaret(place)
    requestAnimationFrame(() => {
      summary.current?.focus()
      summary.current?.setSelectionRange(place, place)
    })
  }
  const hear = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const [first] = offers
    if (isComposing(event) || event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey || !first)
      return
    event.preventDefault()
    take(first)
  }
  return (
    <div className="field">
      <label htmlFor="quick-log-summary" className="label">
        {t('summary')}
      </label>
      <textarea
        id="quick-log-summary"
        ref={summary}
        className="input area"
        rows={2}
        maxLength={4000}
        value={line}
        placeholder={t('summaryHint')}
        aria-invalid={log.wrong.summary ? true : undefined}
        onChange={(event) => {
          setCaret(event.currentTarget.selectionStart)
          log.change({ line: event.currentTarget.value })
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={hear}
      />
      <Wrong sentence={log.wrong.summary} />
      <div
        className={offers.length > 0 ? 'flex flex-wrap items-center gap-2' : 'hush'}
        role="status"
        aria-label={t('suggestions')}
      >
        {offers.map((offer) => (
          <button key={offer.key} type="button" className="button small" onClick={() => take(offer)}>
            {offer.text}
          </button>
        ))}
      </div>
    </div>
  )
}

function offersFor(sign: string, typed: string, { prefill }: QuickLogState): Offer[] {
  if (!prefill) return []
  const wanted = typed.toLowerCase()
  if (sign === '@' || sign === '＠')
    return prefill.people
      .filter((person) => person.names.some((name) => name.toLowerCase().startsWith(wanted)))
      .slice(0, mostOffers)
      .map((person) => ({ key: person.id, text: person.name }))
  return prefill.topics
    .filter((topic) => topic.toLowerCase().startsWith(wanted) && topic.toLowerCase() !== wanted)
    .slice(0, mostOffers)
    .map((topic) => ({ key: topic, text: topic }))
}
