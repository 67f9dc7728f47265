'use client'
import { useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import { directionOf } from '../rules-channels'
import { pickClass } from './pick'
import type { QuickLogState } from './use-quick-log'
import { Wrong } from './wrong'

/** Whether the other side took part: one tap where the channel does not say it by itself; in a group, who it was. */
export function QuickLogDirection({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const { channel, twoWay, personIds, answeredIds } = log.known
  if (log.parsed?.plan) return null
  const asks = directionOf(channel) === 'ask'
  const group = twoWay && asks && personIds.length > 1
  const people = (log.prefill?.people ?? []).filter((person) => personIds.includes(person.id))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button
        type="button"
        className={pickClass}
        aria-pressed={twoWay}
        onClick={() => log.change({ twoWay: !twoWay, answeredIds: [] })}
      >
        {asks ? t('hasAnswered') : t('twoWay')}
      </button>
      {!twoWay && <span className="text-muted">{asks ? t('notYetAnswered') : t('oneWay')}</span>}
      {group && (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="label">{t('whoAnswered')}</legend>
          {people.map((person) => (
            <button
              key={person.id}
              type="button"
              className={pickClass}
              aria-pressed={answeredIds.includes(person.id)}
              onClick={() =>
                log.change({
                  answeredIds: answeredIds.includes(person.id)
                    ? answeredIds.filter((id) => id !== person.id)
                    : [...answeredIds, person.id],
                })
              }
            >
              {person.name}
            </button>
          ))}
        </fieldset>
      )}
      <Wrong sentence={log.wrong.answeredIds} />
    </div>
  )
}
