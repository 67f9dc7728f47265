'use client'
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { type ColumnView, type ListPage, type PackedPage, unpacked } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { later } from '@/lib/ui/later'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { nameOrderOf } from '@/lib/ui/table/list-address'
import type { DrawnRow } from '../list'
import { listPages, words } from '../messages'
import { CadenceChip } from './cadence-chip'
import { choiceWord } from './words'

const BulkActions = later(() => import('./bulk-actions').then((each) => each.BulkActions))

type Option = { value: string; label: string }

type AccountTableProps = {
  page: PackedPage<DrawnRow>
  columns: readonly ColumnView[]
  today: string
  mayOpen: boolean
  mayEdit: boolean
  peek?: ReactNode
  views?: ReactNode
}

const tones = { prospect: 'info', active: 'plain', dormant: 'warn', ended: 'plain' } as const

/** The list of accounts. Names are sorted by strokes where people read Chinese, by code point otherwise. */
export function AccountTable(props: AccountTableProps) {
  const { columns, today, mayOpen, mayEdit, peek, views } = props
  const t = useTranslator(words)
  const say = useTranslator(listPages)
  const locale = useLocale()
  const calendar = useCalendar()
  const page = useMemo(() => {
    const { rows, ...rest } = unpacked(props.page)
    return { ...rest, rows: rows.map((row) => ({ ...row, stroke: row.name })) }
  }, [props.page])
  const { owners, ask } = useOwners(page)
  const archived = page.filters.some(({ column, values }) => column === 'archived' && values[0] === 'true')
  const order = nameOrderOf(page.sort, locale)
  const shown = useMemo(() => inOrder(columns, order), [columns, order])
  const name = (row: DrawnRow) => (
    <>
      {row.name}
      {row.restricted && (
        <span title={t('restrictedHint')}>
          {' '}
          <Icon name="lock" className="icon size-3.5 text-muted" />
          <span className="hush">{t('restrictedMark')}</span>
        </span>
      )}
    </>
  )
  return (
    <div className="contents" onPointerEnter={ask} onFocusCapture={ask}>
      <DataTable
        caption={t('accounts')}
        page={page}
        columns={shown}
        column={(column) => columnWord(column, locale === 'zh-TW', t)}
        choice={(column, value) => choiceWord(t, column, value)}
        options={{ owner: owners, parent: [] }}
        href={({ id }) => `/accounts/${id}`}
        searchHint={say('listHint')}
        exports={{ xlsx: '/api/export/accounts.xlsx', csv: '/api/export/accounts.csv' }}
        cells={{
          name,
          stroke: name,
          owner: (row) => row.owner,
          status: (row) => (
            <Chip tone={tones[row.status as keyof typeof tones] ?? 'plain'}>
              {choiceWord(t, 'status', row.status ?? '')}
            </Chip>
          ),
          lastContact: (row) =>
            row.lastContact && formatDay(dayOf(new Date(row.lastContact)), locale, 'relative', calendar, today),
          createdAt: (row) => row.createdAt && formatDay(dayOf(new Date(row.createdAt)), locale, 'short', calendar),
          dueOn: (row) => (
            <CadenceChip
              t={t}
              today={today}
              standing={{
                dueOn: row.dueOn ?? today,
                everyDays: row.everyDays,
                nextPlannedOn: row.nextPlannedAt ? dayOf(new Date(row.nextPlannedAt)) : null,
              }}
            />
          ),
          archived: () => t(archived ? 'archived_true' : 'archived_false'),
        }}
        bulk={
          mayEdit
            ? (ids, clear) => (
                <Suspense>
                  <BulkActions ids={ids} archived={archived} clear={clear} owners={owners} />
                </Suspense>
              )
            : undefined
        }
        peekable
        peek={peek}
        views={views}
        empty={
          <EmptyState
            title={say('emptyTitle')}
            text={say('emptyText')}
            example={say('emptyExample')}
            action={
              mayOpen && (
                <a className="button primary" href="/accounts/new">
                  {say('newAccount')}
                </a>
              )
            }
            link={<a href="/imports/new">{say('import')}</a>}
          />
        }
      />
    </div>
  )
}

/**
 * The order of names that the list is in, or else that the language reads by, comes first; the other one stays available.
 * Filters alone are no columns.
 */
function inOrder(columns: readonly ColumnView[], first: 'stroke' | 'name'): ColumnView[] {
  const second = first === 'stroke' ? 'name' : 'stroke'
  const of = (name: string | undefined) => columns.filter((column) => column.name === name)
  const rest = columns.filter(({ name }) => name !== first && name !== second && name !== 'parent')
  const hidden = of(second).map((column) => ({ ...column, shown: false }))
  return [...of(first).map((column) => ({ ...column, shown: true })), ...rest, ...hidden]
}

function columnWord(column: string, byStroke: boolean, t: (key: keyof typeof words.en) => string): string {
  if (column === 'stroke') return t(byStroke ? 'name' : 'stroke')
  if (column === 'name') return t(byStroke ? 'nameByCode' : 'name')
  return t(column as keyof typeof words.en)
}

/** Owners to filter by: those on the page at once, all members as soon as somebody reaches for the table. */
function useOwners(page: ListPage<DrawnRow>) {
  const here = useMemo(
    () =>
      [...new Map(page.rows.map(({ ownerId, owner }) => [ownerId, owner]))].map(([value, label]) => ({ value, label })),
    [page.rows],
  )
  const [all, setAll] = useState<readonly Option[] | null>(null)
  const asked = useRef(false)
  const ask = () => {
    if (asked.current) return
    asked.current = true
    fetchMembers().then(setAll, () => {
      asked.current = false
    })
  }
  return { owners: all ?? here, ask }
}

async function fetchMembers(): Promise<Option[]> {
  const response = await fetch('/api/v1/workspace/memberNames')
  if (!response.ok) throw new Error(`members answered ${response.status}`)
  const members = (await response.json()) as { id: string; name: string }[]
  return members.map(({ id, name }) => ({ value: id, label: name }))
}
