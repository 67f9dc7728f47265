import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { moveIssue, removeIssue } from '../actions'
import { tableWords } from '../messages-table-page'
import type { TableView } from '../queries-table-page'
import { valueSaid } from '../rules-values'
import { EqualCard } from './equal-card'
import { FocusMark, StanceCard } from './focus-cards'
import { AddIssueForm, EditIssueForm } from './issue-forms'
import { AlternativesCard, MandateCard } from './mandate-cards'
import { EditAlternativeForm } from './mandate-forms'
import { marksOf } from './punctuation'
import type { Said } from './said'
import { RankForm, StakesForm } from './stake-forms'

type TablePageProps = { view: TableView; editing: string | null; said: Said }

/** What is on the table; for the mandate group also what it is worth, the mandate and what happens without a deal. */
export function TablePage({ view, editing, said }: TablePageProps) {
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
          <IssueTable view={view} said={said} />
        )}
      </Card>
      {mayChange && (
        <Card title={t('addIssue')}>
          <AddIssueForm negotiationId={negotiationId} terms={terms} secondary={issues.length > 0} />
        </Card>
      )}
      {secret === null && <p className="notice info">{t('notInGroup')}</p>}
      {secret && mayChange && issues.length > 0 && (
        <Card title={t('worth')}>
          <p className="hint">{t('secretHint')}</p>
          <StakesForm
            key={secret.version}
            negotiationId={negotiationId}
            issues={issues}
            secret={secret}
            secondary={false}
          />
        </Card>
      )}
      {secret && <EqualCard view={view} said={said} />}
      {secret && mayChange && issues.length > 1 && (
        <Card title={t('rank')}>
          <p className="hint">{t('rankHint')}</p>
          <RankForm negotiationId={negotiationId} issues={issues} />
        </Card>
      )}
      <MandateCard view={view} said={said} />
      {secret && <AlternativesCard view={view} said={said} />}
    </div>
  )
}

const gaps = [
  'targetMissing',
  'limitMissing',
  'optionsMissing',
  'optionsTooFew',
  'pointsMissing',
  'wantedMissing',
  'weightMissing',
] as const

function IssueTable({ view, said }: { view: TableView; said: Said }) {
  const t = translatorOf(tableWords, said.locale)
  const { issues, secret, mayChange } = view
  const worth = secret ? [t('target'), t('limit'), t('share')] : []
  const { comma } = marksOf(said.locale)
  const numeric = new Set([t('share')])
  const columns = [t('issue'), t('kindAndOptions'), t('now'), ...worth, ...(mayChange ? [t('edit')] : [])]
  return (
    <>
      <RecordTable
        caption={t('issues')}
        sentences
        columns={columns.map((label) => ({ label, numeric: numeric.has(label) }))}
        rows={issues.map((issue, index) => ({
          key: issue.id,
          cells: [
            <Name key="name" view={view} index={index} said={said} />,
            issue.options.length > 0
              ? issue.options.map(({ label }) => label).join(comma)
              : [t(`kind_${issue.kind}`), issue.unit].filter(Boolean).join(' · '),
            issue.now ?? '—',
            ...(secret ? worthCells(view, index, said) : []),
            ...(mayChange ? [<Moves key="moves" view={view} index={index} said={said} />] : []),
          ],
        }))}
      />
      {secret?.problem === 'weightsAllZero' && issues.length > 0 && <p className="notice warn m-4">{t('allZero')}</p>}
    </>
  )
}

function worthCells({ issues, secret }: TableView, index: number, said: Said) {
  const t = translatorOf(tableWords, said.locale)
  const issue = issues[index]
  const line = secret?.stakes.find(({ issueId }) => issueId === issue?.id)
  const words = { yes: t('yes'), no: t('no') }
  const say = (value: string | boolean | null | undefined) =>
    issue && value !== null && value !== undefined ? valueSaid(issue, value, words) : '—'
  const { target, limit } =
    issue?.kind === 'boolean'
      ? { target: line?.stake?.wanted, limit: line?.stake?.required ? line.stake.wanted : null }
      : { target: line?.stake?.target, limit: line?.stake?.limit }
  return [say(target), say(limit), line?.share ? t('shareOf', { share: line.share }) : '—']
}

type RowProps = { view: TableView; index: number; said: Said }

function Name({ view, index, said }: RowProps) {
  const t = translatorOf(tableWords, said.locale)
  const issue = view.issues[index]
  const missing = view.secret?.stakes.find(({ issueId }) => issueId === issue?.id)?.missing ?? []
  const named = missing.map((code) => {
    const gap = gaps.find((each) => each === code)
    return gap ? t(`miss_${gap}`) : t('miss_other')
  })
  return (
    <span className="flex flex-wrap items-center gap-2">
      {issue?.name}
      {issue && <FocusMark issue={issue} locale={said.locale} />}
      {issue?.spoken && <Chip>{t('inOffers')}</Chip>}
      {named.length > 0 && <Chip tone="warn">{t('missing', { what: named.join(marksOf(said.locale).comma) })}</Chip>}
    </span>
  )
}

function Moves({ view, index, said }: RowProps) {
  const t = translatorOf(tableWords, said.locale)
  const issue = view.issues[index]
  if (!issue) return null
  const { id, name, spoken } = issue
  return (
    <span className="flex flex-wrap items-center gap-1">
      {index === 0 && <NoMove />}
      {index > 0 && (
        <Press
          action={moveIssue}
          values={{ issueId: id, to: 'up' }}
          className="button quiet square"
          label={t('moveUp', { name })}
        >
          <Icon name="arrow-up" />
        </Press>
      )}
      {index < view.issues.length - 1 && (
        <Press
          action={moveIssue}
          values={{ issueId: id, to: 'down' }}
          className="button quiet square"
          label={t('moveDown', { name })}
        >
          <Icon name="arrow-down" />
        </Press>
      )}
      {index === view.issues.length - 1 && <NoMove />}
      <a className="button small" href={`?edit=${id}`} aria-label={t('editNamed', { name })}>
        {t('edit')}
      </a>
      {!spoken && (
        <Press
          action={removeIssue}
          values={{ issueId: id }}
          className="button small quiet"
          label={t('removeNamed', { name })}
          done={t('removed')}
        >
          {t('remove')}
        </Press>
      )}
    </span>
  )
}

/** Keeps the buttons of all rows in line. */
const NoMove = () => (
  <span aria-hidden="true" className="button quiet square invisible max-lg:hidden">
    <Icon name="arrow-up" />
  </span>
)
