import type { Translate } from '@/lib/kernel/translate'
import type { deskMessages } from '../messages-desk'

const hour = 3_600_000

/** How long something has waited, in words: hours on the first day, days after it. */
export function waitedFor(t: Translate<typeof deskMessages>, since: string, now: string): string {
  const hours = Math.floor((Date.parse(now) - Date.parse(since)) / hour)
  if (hours < 1) return t('underHour')
  return hours < 24 ? t('hours', { count: hours }) : t('days', { count: Math.floor(hours / 24) })
}
