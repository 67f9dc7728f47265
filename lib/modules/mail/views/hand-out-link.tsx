'use client'
import { useState } from 'react'
import { formatMoment } from '@/lib/kernel/day'
import { handOutLink } from '@/lib/kernel/identity/actions-own'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'

type HandOutLinkProps = { memberId: string; kind: 'invitation' | 'reset'; timeZone: string }

/** A link for a member who gets no mail: an administrator sees it once and hands it over in person. */
export function HandOutLink({ memberId, kind, timeZone }: HandOutLinkProps) {
  const t = useTranslator(messages)
  const locale = useLocale()
  const calendar = useCalendar()
  const [handed, setHanded] = useState<{ link: string; until: string } | null>(null)
  if (!handed)
    return (
      <Form action={handOutLink} foot="none" warn={false} onDone={setHanded}>
        <input type="hidden" name="memberId" defaultValue={memberId} />
        <input type="hidden" name="kind" defaultValue={kind} />
        <button type="submit" className="button">
          {t(`hand_${kind}`)}
        </button>
      </Form>
    )
  const until = formatMoment(new Date(handed.until), locale, 'short', calendar, timeZone)
  return (
    <div className="notice ok" role="status">
      <div className="grow">
        <p>{t('handed', { until })}</p>
        <code className="block select-all break-all">{handed.link}</code>
      </div>
    </div>
  )
}
