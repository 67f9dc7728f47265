import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import type { DueAccount, TodayView } from '../model-today'
import { PlanIt } from './plan-it'
import type { TodaySaid } from './today-said'

/** Accounts to contact: why, since when, and one verb each. */
export function DueContacts({ view, said }: { view: TodayView; said: TodaySaid }) {
  const { t } = said
  if (view.due.length === 0) return <NothingDue view={view} said={said} />
  return (
    <>
      <ul className="rows">
        {view.due.map((account) => (
          <li key={account.id} className="flex-wrap">
            <div className="grow basis-64">
              <a className="font-medium" href={`/accounts/${account.id}`}>
                {account.name}
              </a>{' '}
              <DueChip account={account} said={said} />
              <p className="text-sm text-muted">
                {reasonOf(account, said)}
                {view.scope === 'team' && ` ${t('owner', { name: account.owner })}`}
              </p>
            </div>
            <div className="flex gap-2">
              <a className="button small" href={`/interactions/new?account=${account.id}`}>
                {t('logIt')}
              </a>
              <PlanIt accountId={account.id} name={account.name} />
            </div>
          </li>
        ))}
      </ul>
      {view.moreDue && (
        <p className="border-t border-line px-4 py-3">
          <a href="/accounts?sort=dueOn">{t('moreDue')}</a>
        </p>
      )}
    </>
  )
}

function DueChip({ account, said: { t } }: { account: DueAccount; said: TodaySaid }) {
  const { daysOver } = account
  return daysOver > 0 ? (
    <Chip tone="risk" icon="triangle-alert">
      {t('daysOver', { days: daysOver })}
    </Chip>
  ) : (
    <Chip tone="warn" icon="clock">
      {daysOver === 0 ? t('daysOver', { days: 0 }) : t('daysAhead', { days: -daysOver })}
    </Chip>
  )
}

/** Why it is due, in words: the last answer, and what was tried since. */
function reasonOf({ tier, contactEveryDays, lastTwoWayOn, lastContactOn }: DueAccount, { t, day }: TodaySaid): string {
  const rhythm = { tier, every: contactEveryDays }
  const tried = lastContactOn !== null && lastContactOn !== lastTwoWayOn
  if (lastTwoWayOn === null && tried) return t('reasonOnlyUnanswered', { later: day(lastContactOn) })
  if (lastTwoWayOn === null) return t('reasonNever', rhythm)
  if (tried) return t('reasonUnanswered', { day: day(lastTwoWayOn), later: day(lastContactOn) })
  return t('reasonTwoWay', { ...rhythm, day: day(lastTwoWayOn) })
}

function NothingDue({ view, said: { t, day } }: { view: TodayView; said: TodaySaid }) {
  const { nextDue } = view
  if (nextDue)
    return (
      <p className="flex items-center gap-2 px-4 py-5">
        <Icon name="circle-check" />
        <span>
          {t('nothingDue')}{' '}
          <a href={`/accounts/${nextDue.id}`}>{t('nextDue', { name: nextDue.name, day: day(nextDue.dueOn) })}</a>
        </span>
      </p>
    )
  return (
    <EmptyState
      title={t('nothingAtAll')}
      action={
        <a className="button primary" href="/accounts/new">
          {t('firstAccount')}
        </a>
      }
      link={<a href="/imports/new">{t('importAccounts')}</a>}
    />
  )
}
