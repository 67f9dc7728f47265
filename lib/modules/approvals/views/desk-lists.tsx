import type { ListPage } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Pagination } from '@/lib/ui/pagination'
import type { MineRow, WordRow } from '../model-desk'
import { WriteWord } from './decide-forms'
import { RunStateChip } from './run-steps'
import type { Said } from './said'

type RunListProps = { page: ListPage<MineRow>; tab: 'mine' | 'decided'; said: Said }

/** What one submitted, or what was decided: state, client, cost, when. */
export function RunList({ page, tab, said }: RunListProps) {
  const { t, word, when } = said
  if (page.rows.length === 0 && !page.before)
    return (
      <EmptyState
        icon="clipboard-check"
        title={t(tab === 'mine' ? 'mineEmpty' : page.query ? 'decidedNone' : 'decidedEmpty')}
        text={t(tab === 'mine' ? 'mineEmptyText' : 'decidedEmptyText')}
        action={
          <a className="button" href="/review">
            {t('toWaiting')}
          </a>
        }
      />
    )
  return (
    <>
      <ul className="rows">
        {page.rows.map((row) => (
          <li key={row.id} className="flex-wrap">
            <div className="grow basis-56">
              <p>
                <a className="font-medium" href={`/review/${row.id}`}>
                  {row.title}
                </a>{' '}
                <Chip>{word(`kind_${row.subjectKind}`)}</Chip> <RunStateChip state={row.state} said={said} />
              </p>
              <p className="text-sm text-muted">
                {row.accountName && <>{row.accountName} · </>}
                {t('submittedBy', { name: row.submittedBy })} · {when(new Date(row.decidedAt ?? row.submittedAt))}
              </p>
            </div>
            {row.costPerYear !== null && (
              <p className="text-right tabular-nums">
                {t('perYear', { amount: formatMoney({ amount: row.costPerYear, currency: row.currency ?? 'TWD' }) })}
              </p>
            )}
          </li>
        ))}
      </ul>
      <DeskPages page={page} address={{ tab }} said={said} />
    </>
  )
}

type PagesProps = { page: ListPage<unknown>; address: Readonly<Record<string, string>>; said: Said }

/** Backwards and forwards through a list of the desk. */
export function DeskPages({ page, address, said: { t } }: PagesProps) {
  const to = (name: 'after' | 'before', cursor: string | null, label: string) => {
    if (cursor === null) return null
    const rest = { ...address, ...(page.query ? { q: page.query } : {}), sort: page.sort }
    return { href: `/review?${new URLSearchParams({ ...rest, [name]: cursor })}`, label }
  }
  return (
    <Pagination
      label={t('pages')}
      previous={to('before', page.before, t('newer'))}
      next={to('after', page.after, t('older'))}
    />
  )
}

/** Consent by word that is not in writing yet, the most urgent first. */
export function WordList({ rows, said }: { rows: readonly WordRow[]; said: Said }) {
  const { t, day } = said
  if (rows.length === 0) return <EmptyState icon="message-circle" title={t('wordsEmpty')} text={t('wordsEmptyText')} />
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id} className="flex-wrap">
          <div className="grow basis-56">
            <p>
              <a className="font-medium" href={`/review/${row.runId}`}>
                {row.title}
              </a>{' '}
              {row.writeBy && (
                <Chip tone={row.writeBy < said.today ? 'risk' : 'warn'} icon="clock">
                  {t('writeBy', { day: day(row.writeBy) })}
                </Chip>
              )}
            </p>
            <p className="text-sm text-muted">
              {row.holder}
              {row.saidOn && <> · {t('saidOnDay', { day: day(row.saidOn) })}</>}
              {row.recordedBy && <> · {t('recordedBy', { name: row.recordedBy })}</>}
            </p>
          </div>
          {row.mayWrite && <WriteWord runId={row.runId} stepId={row.stepId} contentHash={row.contentHash} />}
        </li>
      ))}
    </ul>
  )
}
