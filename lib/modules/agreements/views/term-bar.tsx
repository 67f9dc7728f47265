import { type Day, daysBetween } from '@/lib/kernel/day'
import { daySaid } from '@/lib/ui/reader'
import { isOver } from '../model-states'
import type { AgreementView } from '../queries'
import type { Said } from './said'

const width = 400
const height = 28

/** How far the term has run, where it ends and until when notice can be given; drawn on the server, said in words too. */
export function TermBar({ agreement, said }: { agreement: AgreementView; said: Said }) {
  const { t } = said
  const { today, endsOn, latest } = agreement
  const noticeOn = isOver(agreement.state) ? null : agreement.noticeOn
  const { startsOn } = latest.facts
  if (!startsOn) return <p className="text-muted">{t('noTermYet')}</p>
  const stands = standingOf(agreement, startsOn, said)
  if (!endsOn) return <p>{stands}</p>
  const all = daysBetween(startsOn, endsOn) + 1
  const done = Math.min(all, Math.max(0, daysBetween(startsOn, today) + 1))
  const at = (day: string) => Math.min(width, Math.max(0, (daysBetween(startsOn, day) / all) * width))
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
        {stands}
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

/** Where the term stands today, in words. */
function standingOf({ today, state, endsOn, endedOn }: AgreementView, startsOn: Day, { t }: Said): string {
  if (endedOn && state !== 'expired') return t('overSince', { days: daysBetween(endedOn, today) })
  const until = daysBetween(today, startsOn)
  if (until > 0) return t('startsIn', { days: until })
  if (!endsOn) return t('openEnded')
  const left = daysBetween(today, endsOn)
  return left >= 0 ? t('daysLeft', { days: left }) : t('endedAgo', { days: -left })
}
