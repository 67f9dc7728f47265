import { daysBetween } from '@/lib/kernel/day'
import { daySaid } from '@/lib/ui/reader'
import { isOver } from '../model-states'
import type { AgreementView } from '../queries'
import type { Said } from './said'

const width = 400
const height = 28

/** How far the term has run, where it ends and until when notice can be given; drawn on the server, said in words too. */
export function TermBar({ agreement, said }: { agreement: AgreementView; said: Said }) {
  const { t } = said
  const { today, state, endsOn, endedOn, latest } = agreement
  const noticeOn = isOver(state) ? null : agreement.noticeOn
  const { startsOn } = latest.facts
  if (!startsOn) return <p className="text-muted">{t('noTermYet')}</p>
  const until = daysBetween(today, startsOn)
  if (!endsOn) return <p>{until > 0 ? t('startsIn', { days: until }) : t('openEnded')}</p>
  const all = daysBetween(startsOn, endsOn) + 1
  const done = Math.min(all, Math.max(0, -until + 1))
  const at = (day: string) => Math.min(width, Math.max(0, (daysBetween(startsOn, day) / all) * width))
  const left = daysBetween(today, endsOn)
  const toNotice = noticeOn && daysBetween(today, noticeOn)
  return (
    <div className="grid gap-2">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('termBar', { done, all })}
        className="term-bar w-full max-w-3xl"
      >
        <rect x={0} y={10} width={width} height={8} rx={4} fill="var(--line)" />
        <rect x={0} y={10} width={(done / all) * width} height={8} rx={4} fill="var(--brand)" />
        {noticeOn && <rect x={at(noticeOn) - 1} y={4} width={2} height={20} fill="var(--risk)" />}
      </svg>
      <p>
        {endedOn && state !== 'expired'
          ? t('overSince', { days: daysBetween(endedOn, today) })
          : until > 0
            ? t('startsIn', { days: until })
            : left >= 0
              ? t('daysLeft', { days: left })
              : t('endedAgo', { days: -left })}
        {typeof toNotice === 'number' && (
          <span className={toNotice <= 30 ? 'text-risk' : 'text-muted'}>
            {' · '}
            {toNotice >= 0 ? t('noticeIn', { days: toNotice }) : t('noticeOver', { day: daySaid(noticeOn, said) })}
          </span>
        )}
      </p>
    </div>
  )
}
