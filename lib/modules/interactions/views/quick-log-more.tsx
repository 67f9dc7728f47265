'use client'
import { useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import { ContactFiles } from './contact-files'
import type { QuickLogState } from './use-quick-log'

/** What is seldom needed: another day, a next step that the line does not say, photos and files, the speaker. */
export function QuickLogMore({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const { draft, prefill, change } = log
  const text = (name: 'day' | 'time' | 'step' | 'stepOn', type: string) => (
    <label className="field">
      <span className="label">{t(name)}</span>
      <input
        type={type}
        className="input"
        value={draft[name]}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <details className="grid gap-3" open={draft.day !== '' || draft.step !== '' || draft.files.length > 0 || undefined}>
      <summary className="cursor-pointer py-1 text-muted">{t('more')}</summary>
      <div className="form-grid">
        {text('day', 'date')}
        {text('time', 'time')}
        {text('step', 'text')}
        {text('stepOn', 'date')}
        {prefill && prefill.members.length > 0 && (
          <label className="field span-2">
            <span className="label">{t('speaker')}</span>
            <select
              className="input select"
              value={draft.speakerId}
              onChange={(event) => change({ speakerId: event.currentTarget.value })}
            >
              <option value="">{t('myself')}</option>
              {prefill.members
                .filter(({ id }) => id !== prefill.me.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        )}
        <ContactFiles files={log.draft.files} onChange={(files) => log.change({ files })} />
      </div>
    </details>
  )
}
