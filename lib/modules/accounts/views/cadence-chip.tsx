import type { Translate } from '@/lib/kernel/translate'
import { Chip } from '@/lib/ui/chip'
import type { words } from '../messages'
import { cadenceOf, type Standing } from '../model-cadence'

const looks = {
  onTrack: { tone: 'ok', icon: 'circle-check', say: 'cadenceOnTrack' },
  due: { tone: 'warn', icon: 'clock', say: 'cadenceDue' },
  overdue: { tone: 'risk', icon: 'triangle-alert', say: 'cadenceOverdue' },
  planned: { tone: 'info', icon: 'calendar-clock', say: 'cadencePlanned' },
} as const

/** How the account stands as a sentence: 還有 12 天, 逾期 3 天. */
export function cadenceText(t: Translate<typeof words>, standing: Standing, today: string): string {
  const { state, days } = cadenceOf(standing, today)
  return t(looks[state].say, { days })
}

/** How the account stands: on track, due, overdue or planned, as icon and words. */
export function CadenceChip({ standing, today, t }: { standing: Standing; today: string; t: Translate<typeof words> }) {
  const { state, days } = cadenceOf(standing, today)
  const { tone, icon } = looks[state]
  return (
    <Chip tone={tone} icon={icon} title={t(`cadence_${state}`)}>
      {t(looks[state].say, { days })}
    </Chip>
  )
}
