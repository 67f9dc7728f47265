import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import type { Brief } from '../model-today'
import { BriefBody } from './brief'
import type { TodaySaid } from './today-said'

/** The next meeting with what to know before it, or how to plan one. */
export function NextMeeting({ brief, said }: { brief: Brief | null; said: TodaySaid }) {
  const { t, word, when } = said
  if (!brief)
    return (
      <Card title={t('meeting')}>
        <p className="text-muted">{t('noMeeting')}</p>
      </Card>
    )
  const { meeting } = brief
  const href = `/interactions/${meeting.id}/brief`
  return (
    <Card
      title={t('meeting')}
      action={
        <a className="button small" href={href}>
          <Icon name="printer" />
          {t('print')}
        </a>
      }
    >
      <p className="mb-3">
        <a className="font-medium" href={`/accounts/${meeting.accountId}`}>
          {meeting.account}
        </a>
        <br />
        {when(meeting)} · {word(meeting.channel)} · {meeting.summary}
      </p>
      <BriefBody brief={brief} said={said} />
    </Card>
  )
}
