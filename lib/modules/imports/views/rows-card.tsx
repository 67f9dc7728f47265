import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card, Facts } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { Pagination } from '@/lib/ui/pagination'
import { Tabs } from '@/lib/ui/tabs'
import { words } from '../messages'
import type { Counts, Difference, Outcome } from '../model'
import { sayReason } from '../model-said'
import type { RowPage, RowView } from '../model-views'
import { type Word, wordOf } from './words'

type Props = { batchId: string; counts: Counts; shown: Outcome; page: RowPage; after: number }

/** The rows of an import by what they came to, each with its reason or its changes. */
export async function RowsCard({ batchId, counts, shown, page, after }: Props) {
  const t = await translator(words)
  const word = wordOf(t)
  const tabs = Object.entries(counts).map(([outcome, count]) => ({
    href: `/imports/${batchId}?show=${outcome}`,
    label: word('outcome', outcome),
    count,
    current: outcome === shown,
  }))
  return (
    <Card title={t('rowByRow')} flush>
      <div className="px-4">
        <Tabs label={t('rowByRow')} tabs={tabs} />
      </div>
      {page.rows.length === 0 ? (
        <p className="p-4 text-muted">{t('noRows')}</p>
      ) : (
        <ul className="rows">
          {page.rows.map((row) => (
            <RowItem key={row.number} row={row} />
          ))}
        </ul>
      )}
      <div className="px-4 pb-3">
        <Pagination
          label={t('rowByRow')}
          previous={after > 0 ? { href: `/imports/${batchId}?show=${shown}`, label: t('firstRows') } : null}
          next={
            page.after === null
              ? null
              : { href: `/imports/${batchId}?show=${shown}&after=${page.after}`, label: t('nextRows') }
          }
        />
      </div>
    </Card>
  )
}

const longestFact = 80

async function RowItem({ row }: { row: RowView }) {
  const [t, locale] = [await translator(words), await readerLocale()]
  const reason = row.kept ?? row.reason
  return (
    <li id={`row-${row.number}`}>
      <span className="w-10 shrink-0 self-start text-muted tabular-nums md:w-14">
        <span className="hush">{t('rowNumber')} </span>
        {row.number}
      </span>
      <div className="grow">
        <p className="break-words">{row.title || '—'}</p>
        {reason && (
          <p className="flex items-start gap-1.5 text-risk">
            <Icon name="circle-alert" />
            <span>{sayReason(reason, locale)}</span>
          </p>
        )}
        {row.differences.map((difference) => (
          <p key={difference.field} className="break-words text-muted">
            {differenceSaid(t, difference)}
          </p>
        ))}
        {row.notes.map((note) => (
          <p key={`${note.code} ${note.column}`} className="text-muted">
            {sayReason(note, locale)}
          </p>
        ))}
        <details className="text-muted">
          <summary>{t('wholeRow')}</summary>
          <div className="mt-2">
            <Facts
              facts={row.cells.map(({ title, value }) => ({ label: title, value, wide: value.length > longestFact }))}
            />
          </div>
        </details>
      </div>
      {row.href && (
        <a
          className="button small quiet"
          href={row.href}
          aria-label={t('labelled', { label: t('openRecord'), value: row.title })}
        >
          {t('openRecord')}
        </a>
      )}
    </li>
  )
}

type Say = Awaited<ReturnType<typeof translator<typeof words>>>

function differenceSaid(t: Say, { field, before, after }: Difference): string {
  const name = t(`field_${field}` as Word)
  return before === null ? t('differenceNew', { field: name, after }) : t('difference', { field: name, before, after })
}
