'use client'
import { formatDay } from '@/lib/kernel/day'
import type { Translate } from '@/lib/kernel/translate'
import { Chip } from '@/lib/ui/chip'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { usePressRows } from '@/lib/ui/press-rows'
import { planContact } from '../actions'
import { todayMessages } from '../messages-today'
import type { DueAccount } from '../model-today'

type Speak = Translate<typeof todayMessages>
type DueRowsProps = { due: readonly DueAccount[]; today: string; withOwner: boolean }

/** Accounts whose contact is due, each with its reason, the way to log it, and one press that arranges it. */
export function DueRows({ due, today, withOwner }: DueRowsProps) {
  const t = useTranslator(todayMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { form, button } = usePressRows({ action: planContact, name: 'accountId' })
  const day = (each: string) => formatDay(each, locale, 'weekday', calendar, today)
  return (
    <>
      {form}
      <ul className="rows">
        {due.map((account) => (
          <li key={account.id} className="flex-wrap">
            <div className="grow basis-64">
              <a className="font-medium" href={`/accounts/${account.id}`}>
                {account.name}
              </a>{' '}
              <DueChip days={account.daysOver} t={t} />
              <p className="text-sm text-muted">
                {reasonOf(account, t, day)}
                {withOwner && ` ${t('owner', { name: account.owner })}`}
              </p>
            </div>
            <div className="flex gap-2">
              <a className="button small" href={`/interactions/new?account=${account.id}`}>
                {t('logIt')}
              </a>
              <button
                {...button({
                  id: account.id,
                  label: `${t('planIt')}: ${account.name}`,
                  done: t('planned', { name: account.name }),
                })}
              >
                {t('planIt')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function DueChip({ days, t }: { days: number; t: Speak }) {
  return days > 0 ? (
    <Chip tone="risk" icon="triangle-alert">
      {t('daysOver', { days })}
    </Chip>
  ) : (
    <Chip tone="warn" icon="clock">
      {days === 0 ? t('daysOver', { days: 0 }) : t('daysAhead', { days: -days })}
    </Chip>
  )
}

/** Why it is due, in words: the last answer, and what was tried since. */
function reasonOf(account: DueAccount, t: Speak, day: (day: string) => string): string {
  const { tier, contactEveryDays, lastTwoWayOn, lastContactOn } = account
  const rhythm = { tier, every: contactEveryDays }
  const tried = lastContactOn !== null && lastContactOn !== lastTwoWayOn
  if (lastTwoWayOn === null && tried) return t('reasonOnlyUnanswered', { later: day(lastContactOn) })
  if (lastTwoWayOn === null) return t('reasonNever', rhythm)
  if (tried) return t('reasonUnanswered', { day: day(lastTwoWayOn), later: day(lastContactOn) })
  return t('reasonTwoWay', { ...rhythm, day: day(lastTwoWayOn) })
}
