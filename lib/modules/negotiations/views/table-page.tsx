import type { ReactNode } from 'react'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { tableWords } from '../messages-table-page'
import type { LastTimes } from '../model-stakes'
import type { TableView } from '../queries-table-page'
import { EqualCard } from './equal-card'
import { StanceCard } from './focus-cards'
import { AddIssueForm, EditIssueForm } from './issue-forms'
import { IssueTable } from './issue-table'
import { AlternativesCard, MandateCard } from './mandate-cards'
import { EditAlternativeForm } from './mandate-forms'
import type { Said } from './said'
import { RankForm, StakesForm } from './stake-forms'

type TablePageProps = {
  view: TableView
  /** The issue or alternative that is changed. */
  editing: string | null
  /** Which form is open: `worth`, `rank` or `alternative`. */
  open: string | null
  /** What the agreement before came to: beside the issues, and what their sheet begins with. */
  before: ReactNode
  lastTimes: LastTimes
  said: Said
}

/** What is on the table; for the mandate group also what it is worth, the mandate and what happens without a deal. */
export function TablePage({ view, editing, open, before, lastTimes, said }: TablePageProps) {
  const t = translatorOf(tableWords, said.locale)
  const { negotiationId, issues, terms, mayChange, secret } = view
  const back = `/negotiations/${negotiationId}/issues`
  const edited = mayChange ? issues.find(({ id }) => id === editing) : undefined
  if (edited)
    return (
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t('editIssue', { name: edited.name })}>
          <EditIssueForm issue={edited} back={back} />
        </Card>
        <StanceCard issue={edited} themes={view.themes} back={back} locale={said.locale} />
      </div>
    )
  const alternative = mayChange ? secret?.alternatives.find(({ id }) => id === editing) : undefined
  if (alternative)
    return (
      <Card title={t('editAlternative', { name: alternative.name })}>
        <EditAlternativeForm alternative={alternative} back={`${back}#alternatives`} />
      </Card>
    )
  return (
    <div className="grid gap-5">
      <Card title={t('issues')} flush={issues.length > 0}>
        {issues.length === 0 ? (
          <EmptyState icon="list-checks" title={t('emptyTitle')} text={t('emptyText')} />
        ) : (
          <IssueTable issues={issues} secret={secret && worthOf(secret)} mayChange={mayChange} />
        )}
      </Card>
      {before}
      {mayChange && (
        <Card title={t('addIssue')}>
          <AddIssueForm negotiationId={negotiationId} terms={terms} secondary={issues.length > 0} />
        </Card>
      )}
      {secret === null && <p className="notice info">{t('notInGroup')}</p>}
      {secret && mayChange && issues.length > 0 && (
        <Card id="worth" title={t('worth')}>
          <p className="hint">{t('secretHint')}</p>
          {open === 'worth' || isUnfinished(secret) ? (
            <StakesForm negotiationId={negotiationId} issues={issues} secret={secret} lastTimes={lastTimes} />
          ) : (
            <p className="mt-4 flex flex-wrap gap-2">
              <a className="button primary" href="?open=worth#worth">
                {t('editWorth')}
              </a>
              {issues.length > 1 && open !== 'rank' && (
                <a className="button" href="?open=rank#rank">
                  {t('rank')}
                </a>
              )}
            </p>
          )}
        </Card>
      )}
      {secret && <EqualCard view={view} said={said} />}
      {secret && mayChange && issues.length > 1 && (open === 'rank' || isUnfinished(secret)) && (
        <Card id="rank" title={t('rank')}>
          <p className="hint">{t('rankHint')}</p>
          <RankForm negotiationId={negotiationId} issues={issues} />
        </Card>
      )}
      <MandateCard view={view} said={said} />
      {secret && <AlternativesCard view={view} isAdding={open === 'alternative'} said={said} />}
    </div>
  )
}

type Secret = NonNullable<TableView['secret']>

const worthOf = ({ stakes, problem }: Secret) => ({ stakes, problem })

/** Whether the sheet of what the issues are worth still has to be filled in; a finished one is opened to be changed. */
const isUnfinished = ({ stakes, problem }: Secret) =>
  problem !== null || stakes.some(({ missing }) => missing.length > 0)
