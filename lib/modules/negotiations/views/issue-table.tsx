'use client'
import type { Translate } from '@/lib/kernel/translate'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { useLocale, useMarks, useTranslator } from '@/lib/ui/locale'
import { type RowButton, usePressRows } from '@/lib/ui/press-rows'
import { RecordTable } from '@/lib/ui/record-table'
import { ThreadLink } from '@/lib/ui/thread-link'
import { moveIssue, removeIssue } from '../actions'
import { tableWords } from '../messages-table-page'
import type { TableView } from '../queries-table-page'
import { valueSaid } from '../rules-values'
import { FocusMark } from './focus-mark'

type IssueTableProps = Pick<TableView, 'issues' | 'mayChange'> & {
  secret: Pick<NonNullable<TableView['secret']>, 'stakes' | 'problem'> | null
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

/** The issues on the table with what holds now; for the mandate group with what they are worth. */
export function IssueTable({ issues, secret, mayChange }: IssueTableProps) {
  const t = useTranslator(tableWords)
  const { comma } = useMarks()
  const [up, down, away] = [
    usePressRows({ action: moveIssue, name: 'issueId', values: { to: 'up' } }),
    usePressRows({ action: moveIssue, name: 'issueId', values: { to: 'down' } }),
    usePressRows({ action: removeIssue, name: 'issueId' }),
  ]
  const worth = secret ? [t('target'), t('limit'), t('share')] : []
  const columns = [t('issue'), t('kindAndOptions'), t('now'), ...worth, ...(mayChange ? [t('edit')] : [])]
  const buttons = { up: up.button, down: down.button, away: away.button }
  return (
    <>
      {mayChange && (
        <>
          {up.form}
          {down.form}
          {away.form}
        </>
      )}
      <RecordTable
        caption={t('issues')}
        sentences
        columns={columns.map((label) => ({ label, numeric: label === t('share') }))}
        rows={issues.map((issue, index) => {
          const line = secret?.stakes.find(({ issueId }) => issueId === issue.id)
          return {
            key: issue.id,
            cells: [
              <Name key="name" issue={issue} missing={line?.missing ?? []} />,
              issue.options.length > 0
                ? issue.options.map(({ label }) => label).join(comma)
                : [t(`kind_${issue.kind}`), issue.unit].filter(Boolean).join(' · '),
              issue.now ?? '—',
              ...(secret ? worthCells(issue, line, t) : []),
              ...(mayChange ? [<Moves key="moves" issues={issues} index={index} buttons={buttons} />] : []),
            ],
          }
        })}
      />
      {secret?.problem === 'weightsAllZero' && issues.length > 0 && <p className="notice warn m-4">{t('allZero')}</p>}
    </>
  )
}

type IssueView = TableView['issues'][number]
type StakeView = NonNullable<IssueTableProps['secret']>['stakes'][number]

function worthCells(issue: IssueView, line: StakeView | undefined, t: Translate<typeof tableWords>) {
  const words = { yes: t('yes'), no: t('no') }
  const say = (value: string | boolean | null | undefined) =>
    value !== null && value !== undefined ? valueSaid(issue, value, words) : '—'
  const { target, limit } =
    issue.kind === 'boolean'
      ? { target: line?.stake?.wanted, limit: line?.stake?.required ? line.stake.wanted : null }
      : { target: line?.stake?.target, limit: line?.stake?.limit }
  return [say(target), say(limit), line?.share ? t('shareOf', { share: line.share }) : '—']
}

function Name({ issue, missing }: { issue: IssueView; missing: readonly string[] }) {
  const t = useTranslator(tableWords)
  const locale = useLocale()
  const { comma } = useMarks()
  const named = missing.map((code) => {
    const gap = gaps.find((each) => each === code)
    return gap ? t(`miss_${gap}`) : t('miss_other')
  })
  if (issue.stance === 'neutral' && !issue.spoken && named.length === 0 && issue.carried === null) return issue.name
  return (
    <span className="flex flex-wrap items-center gap-2">
      {issue.name}
      <FocusMark issue={issue} locale={locale} />
      {issue.spoken && <Chip>{t('inOffers')}</Chip>}
      {named.length > 0 && <Chip tone="warn">{t('missing', { what: named.join(comma) })}</Chip>}
      {issue.carried !== null && (
        <>
          <ThreadLink at={{ issue: issue.id }} name={issue.name} locale={locale} />
          <span className="block w-full font-normal text-muted whitespace-pre-line">{issue.carried}</span>
        </>
      )}
    </span>
  )
}

type MovesProps = {
  issues: readonly IssueView[]
  index: number
  buttons: Readonly<Record<'up' | 'down' | 'away', RowButton>>
}

function Moves({ issues, index, buttons }: MovesProps) {
  const t = useTranslator(tableWords)
  const issue = issues[index]
  if (!issue) return null
  const { id, name, spoken } = issue
  const square = { id, className: 'button quiet square' }
  return (
    <span className="flex flex-wrap items-center gap-1">
      {index === 0 && <NoMove />}
      {index > 0 && (
        <button {...buttons.up({ ...square, label: t('moveUp', { name }) })}>
          <Icon name="arrow-up" />
        </button>
      )}
      {index < issues.length - 1 && (
        <button {...buttons.down({ ...square, label: t('moveDown', { name }) })}>
          <Icon name="arrow-down" />
        </button>
      )}
      {index === issues.length - 1 && <NoMove />}
      <a className="button small" href={`?edit=${id}`} aria-label={t('editNamed', { name })}>
        {t('edit')}
      </a>
      {!spoken && (
        <button
          {...buttons.away({
            id,
            label: t('removeNamed', { name }),
            done: t('removed'),
            className: 'button small quiet',
          })}
        >
          {t('remove')}
        </button>
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
