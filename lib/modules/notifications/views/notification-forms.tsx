'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { showToast } from '@/lib/ui/toasts'
import { markAllNotificationsRead, setNotificationDigest } from '../actions'
import { messages } from '../messages'
import { digestHours } from '../model'

/** When the digest comes, or that none comes. */
export function DigestForm({ digestHour }: { digestHour: number | null }) {
  const t = useTranslator(messages)
  return (
    <Form action={setNotificationDigest} warn={false} onDone={() => showToast({ text: t('saved') })}>
      <SelectField
        name="digestHour"
        label={t('digestHour')}
        hint={t('digestHint')}
        empty={t('digestOff')}
        defaultValue={digestHour === null ? '' : String(digestHour)}
        options={digestHours.map((hour) => ({
          value: String(hour),
          label: t('digestAt', { hour: String(hour).padStart(2, '0') }),
        }))}
      />
    </Form>
  )
}

export function MarkAllRead() {
  const t = useTranslator(messages)
  return (
    <Press action={markAllNotificationsRead} values={{}} className="button" done={t('markedRead')}>
      {t('markAll')}
    </Press>
  )
}
