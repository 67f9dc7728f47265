'use client'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { MemberName } from '../model'
import type { MemberRow } from '../model-members'
import { type Word, wordOf } from './words'

const tones = { active: 'ok', invited: 'info', notInvited: 'bordered', deactivated: 'warn' } as const

type Props = { page: ListPage<MemberRow>; columns: readonly ColumnView[]; superiors: readonly MemberName[] }

/** The members of the company. */
export function MemberTable({ page, columns, superiors }: Props) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    <DataTable
      caption={t('members')}
      page={page}
      columns={columns}
      column={(name) => t(name as Word)}
      choice={word}
      options={{ reportsTo: superiors.map(({ id, name }) => ({ value: id, label: name })) }}
      href={({ id }) => `/settings/members/${id}`}
      searchable={false}
      cells={{
        roles: ({ roles, disciplines }) =>
          [...roles.map((role) => word('role', role)), ...disciplines.map((each) => word('discipline', each))].join(
            '、',
          ),
        reportsTo: ({ reportsTo }) => reportsTo,
        status: ({ status }) => <Chip tone={tones[status as keyof typeof tones]}>{word('status', status)}</Chip>,
      }}
      empty={<EmptyState icon="users" title={t('members')} text={t('noMembers')} />}
    />
  )
}
