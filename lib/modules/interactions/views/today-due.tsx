import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import type { TodayView } from '../model-today'
import { DueRows } from './due-rows'
import type { TodaySaid } from './today-said'

/** Accounts to contact: why, since when, and one verb each. */
export function DueContacts({ view, said }: { view: TodayView; said: TodaySaid }) {
  const { t } = said
  if (view.due.length === 0) return <NothingDue view={view} said={said} />
  return (
    <>
      <DueRows due={view.due} today={view.today} withOwner={view.scope === 'team'} />
      {view.moreDue && (
        <p className="border-t border-line px-4 py-3">
          <a href="/accounts?sort=dueOn">{t('moreDue')}</a>
        </p>
      )}
    </>
  )
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
