import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { Translate } from '@/lib/kernel/translate'
import type { quickLogMessages } from '../messages-quick-log'
import type { Logged } from '../model'

/** What a save gave back, in one line: 「已排 11/25 回覆報價 · 聯繫週期已更新」. */
export function gaveOf(logged: Logged, t: Translate<typeof quickLogMessages>, locale: Locale): string {
  const day = (value: string) => formatDay(value, locale, 'weekday')
  const [step, ...others] = logged.steps
  const said = [
    logged.planned ? t('gavePlan', { day: day(logged.day) }) : step ? null : t('gaveContact'),
    step && others.length === 0 ? t('gaveStep', { day: day(step.dueOn), text: step.text }) : null,
    others.length > 0 ? t('gaveSteps', { count: logged.steps.length }) : null,
    logged.cadence === 'renewed' ? t('gaveCadence') : null,
    logged.reconfirmed > 0 ? t('gaveRoles', { count: logged.reconfirmed }) : null,
    logged.cadence === 'renewed' && !step ? t('gaveDue', { day: day(logged.dueOn) }) : null,
  ]
  return said.filter((part) => part !== null).join(' · ')
}
