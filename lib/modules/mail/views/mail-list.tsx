'use client'
import { formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { MailRow, MailStatus } from '../model'

const tones: Readonly<Record<MailStatus, Tone>> = {
  waiting: 'info',
  sent: 'ok',
  failed: 'risk',
  notConfigured: 'warn',
}

/** The latest letters: to whom, what became of them, and on a click what they said, with the link masked. */
export function MailList({ mails, timeZone }: { mails: readonly MailRow[]; timeZone: string }) {
  const t = useTranslator(messages)
  const locale = useLocale()
  const calendar = useCalendar()
  const moment = (iso: string) => formatMoment(new Date(iso), locale, 'short', calendar, timeZone)
  if (mails.length === 0) return <EmptyState icon="mail" title={t('none')} text={t('noneHint')} />
  return (
    <Card title={t('mailHint')} flush>
      <ul className="rows">
        {mails.map((mail) => (
          <li key={mail.id} className="flex-wrap">
            <div className="grow">
              <p>
                <strong>{mail.recipient}</strong> <Chip tone={tones[mail.status]}>{t(`status_${mail.status}`)}</Chip>
              </p>
              <p className="text-muted">
                {t(`kind_${mail.kind}`)} · {moment(mail.createdAt)}
                {mail.failure && ` · ${mail.failure}`}
              </p>
              <details>
                <summary>{t('body', { subject: mail.subject })}</summary>
                <p className="whitespace-pre-wrap break-words">{mail.body}</p>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
