'use client'
import { useState } from 'react'
import { useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import { pickClass } from './pick'
import type { QuickLogState } from './use-quick-log'

const atFirst = 5

/** The account's people as chips: pressed ones were there. Who is named in the line is pressed by that. */
export function QuickLogPeople({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const [all, setAll] = useState(false)
  const people = log.prefill?.people ?? []
  if (!log.draft.account || people.length === 0) return null
  const present = new Set(log.known.personIds)
  const shown = people.filter((person, index) => all || index < atFirst || present.has(person.id))
  const toggle = (id: string) => {
    const { personIds, removed } = log.draft
    if (!present.has(id))
      log.change({ personIds: [...personIds, id], removed: removed.filter((key) => key !== `person:${id}`) })
    else log.change({ personIds: personIds.filter((each) => each !== id), removed: [...removed, `person:${id}`] })
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="label">{t('people')}</legend>
      {shown.map((person) => (
        <button
          key={person.id}
          type="button"
          className={pickClass}
          aria-pressed={present.has(person.id)}
          title={person.title ?? undefined}
          onClick={() => toggle(person.id)}
        >
          {person.name}
        </button>
      ))}
      {shown.length < people.length && (
        <button type="button" className="button small quiet" onClick={() => setAll(true)}>
          {t('morePeople', { count: people.length - shown.length })}
        </button>
      )}
    </fieldset>
  )
}
