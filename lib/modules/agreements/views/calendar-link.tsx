'use client'
import { useState } from 'react'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { renewFeed, stopFeed } from '../actions'
import { calendarMessages } from '../messages-calendar'

/** Makes, renews and stops the secret link of one's own calendar; a new one is shown once. */
export function CalendarLink({ lives }: { lives: boolean }) {
  const t = useTranslator(calendarMessages)
  const [address, setAddress] = useState<string | null>(null)
  return (
    <div className="grid gap-3">
      {address && (
        <label className="grid gap-1">
          <span>{t('linkIs')}</span>
          <input className="input" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
      <Form
        action={renewFeed}
        submit={t(lives ? 'renewLink' : 'makeLink')}
        secondary={lives}
        warn={false}
        onDone={(value) => setAddress(value.address)}
      >
        {lives && <p className="text-muted">{t('renewHint')}</p>}
      </Form>
      {lives && (
        <Press action={stopFeed} values={{}} className="button quiet">
          {t('stopLink')}
        </Press>
      )}
    </div>
  )
}
