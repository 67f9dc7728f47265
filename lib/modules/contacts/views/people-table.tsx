'use client'
import type { ReactNode } from 'react'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { nameOrderOf } from '@/lib/ui/table/list-address'
import type { PersonRow } from '../list'
import { messages } from '../messages'
import { DoNotContactMark, RoleMark } from './marks'
import { type Word, wordOf } from './words'

type PeopleTableProps = {
  page: ListPage<PersonRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayAdd: boolean
  peek: ReactNode
  views?: ReactNode
}

/** The contacts of all accounts that the reader may see. */
export function PeopleTable({ page, columns, members, mayAdd, peek, views }: PeopleTableProps) {
  const t = useTranslator(messages)
  const order = nameOrderOf(page.sort, useLocale())
  return (
    <DataTable
      caption={t('contacts')}
      page={page}
      columns={columns.filter(({ name }) => name === order || (name !== 'name' && name !== 'stroke'))}
      column={(name) => t(name === 'stroke' ? 'name' : (name as Word))}
      choice={wordOf(t)}
      options={{ owner: members.map(({ id, name }) => ({ value: id, label: name })) }}
      href={({ id }) => `/contacts/${id}`}
      searchHint={t('personSearch')}
      exports={{ xlsx: '/api/export/contacts.xlsx', csv: '/api/export/contacts.csv' }}
      peekable
      peek={peek}
      views={views}
      cells={{
        name: (row) => <Name row={row} />,
        stroke: (row) => row.name,
        account: (row) => row.accountId && <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        decisionRole: (row) => row.decisionRole && <RoleMark role={row.decisionRole} />,
        phone: (row) => row.phone && <Reach point={row.phone} />,
        email: (row) => row.email && <Reach point={row.email} />,
        doNotContact: (row) => row.doNotContact && <DoNotContactMark />,
        owner: (row) => row.owner,
        archived: (row) => row.archived && t('yes'),
      }}
      empty={
        <EmptyState
          icon="users"
          title={t('nobodyYet')}
          text={t('nobodyYetText')}
          action={
            mayAdd && (
              <a className="button primary" href="/contacts/new">
                {t('add')}
              </a>
            )
          }
          link={
            mayAdd && (
              <a className="button quiet" href="/imports">
                {t('importLink')}
              </a>
            )
          }
        />
      }
    />
  )
}

/** As it is sorted; in English the English name stands beside it. */
function Name({ row }: { row: PersonRow }) {
  const locale = useLocale()
  if (locale !== 'en' || !row.englishName || row.englishName === row.name) return row.name
  return (
    <>
      {row.name} <span className="font-normal text-muted">{row.englishName}</span>
    </>
  )
}

function Reach({ point: { shown, link } }: { point: NonNullable<PersonRow['phone']> }) {
  return link ? (
    <a href={link} data-hard="">
      {shown}
    </a>
  ) : (
    <span>{shown}</span>
  )
}
