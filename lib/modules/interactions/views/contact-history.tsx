import { formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { TimelineItem } from '@/lib/ui/timeline'
import type { timelineMessages } from '../messages-timeline'
import type { ContactChange } from '../model-views'
import { channels } from '../rules-channels'
import type { Said } from './said'

type Word = keyof typeof timelineMessages.en
const labels: Readonly<Record<string, Word>> = { accountId: 'account', speakerId: 'speaker', archivedAt: 'withdraw' }

/** What was changed on a contact, newest first. */
export function ContactHistory({ changes, said }: { changes: readonly ContactChange[]; said: Said }) {
  const { t, locale, calendar, timeZone } = said
  const moment = (iso: string) => formatMoment(new Date(iso), locale, 'short', calendar, timeZone)
  const value = (field: string, raw: string | null) => {
    if (raw === null) return t('nothing')
    const channel = channels.find((each) => field === 'channel' && each === raw)
    if (channel) return said.word(channel)
    if (raw === 'true' || raw === 'false') return said.word(raw === 'true' ? 'yes' : 'no')
    return /^\d{4}-\d\d-\d\dT/.test(raw) ? moment(raw) : raw
  }
  return (
    <Card>
      <ol className="timeline-items">
        {changes.map((change) => (
          <TimelineItem
            key={change.id}
            icon={change.fields.length > 0 ? 'pencil' : 'plus'}
            title={t(change.fields.length > 0 ? 'changedFields' : 'logged', { by: change.by ?? 'Accord' })}
            when={moment(change.at)}
            dateTime={change.at}
          >
            <ul>
              {change.fields.map(({ field, before, after }) => (
                <li key={field}>
                  {t('fieldOf', {
                    field: t(labels[field] ?? (field as Word)),
                    before: value(field, before),
                    after: value(field, after),
                  })}
                </li>
              ))}
            </ul>
          </TimelineItem>
        ))}
      </ol>
    </Card>
  )
}
