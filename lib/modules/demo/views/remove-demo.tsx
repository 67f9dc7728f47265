'use client'
import { useState } from 'react'
import { CheckboxField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { removeDemo } from '../actions'
import { messages } from '../messages'

/** One tick and one button; afterwards there is nothing left to look at here. */
export function RemoveDemo() {
  const t = useTranslator(messages)
  const [removing, setRemoving] = useState(false)
  if (removing)
    return (
      <p className="notice ok" role="status">
        <span className="grow">{t('removing')}</span>
        <a className="button small" href="/" data-hard>
          {t('goOn')}
        </a>
      </p>
    )
  return (
    <Form action={removeDemo} foot="none" warn={false} label={t('remove')} onDone={() => setRemoving(true)}>
      <p>{t('removeText')}</p>
      <CheckboxField name="confirmed" label={t('removeConfirm')} />
      <div className="button-row">
        <button type="submit" className="button danger">
          {t('remove')}
        </button>
      </div>
    </Form>
  )
}
