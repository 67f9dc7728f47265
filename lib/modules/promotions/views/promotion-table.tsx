'use client'
import type { ReactNode } from 'react'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { PromotionRow } from '../list'
import { choiceKey, words } from '../messages'
import { pages } from '../messages-pages'
import { StateMark } from './state-mark'

type PromotionTableProps = {
  page: ListPage<PromotionRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  /** The client by which the list is narrowed, for its name. */
  account: { id: string; name: string } | null
  mayPlan: boolean
  views?: ReactNode
}

/** All promotions that the reader may see. */
export function PromotionTable({ page, columns, members, account, mayPlan, views }: PromotionTableProps) {
  const t = useTranslator(words)
  const say = useTranslator(pages)
  const word = (field: string, value: string) => {
    const key = choiceKey(field, value)
    return key ? t(key) : value
  }
  const money = (amount: string | null, currency: string) => amount && formatMoney({ amount, currency })
  return (
    <DataTable
      caption={t('promotions')}
      page={page}
      columns={columns}
      column={(name) => t(name as keyof typeof words.en)}
      choice={word}
      options={{
        account: account ? [{ value: account.id, label: account.name }] : [],
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ id }) => `/promotions/${id}`}
      searchHint={say('listHint')}
      exports={{ xlsx: '/api/export/promotions.xlsx', csv: '/api/export/promotions.csv' }}
      views={views}
      cells={{
        account: (row) => row.account,
        owner: (row) => row.owner,
        state: (row) => <StateMark state={row.state} word={t} />,
        decision: (row) => row.decision && word('decision', row.decision),
        budgetOurs: (row) => money(row.budgetOurs, row.currency),
        budgetTheirs: (row) => money(row.budgetTheirs, row.currency),
        budgetFund: (row) => money(row.budgetFund, row.currency),
        period: (row) => row.storeFrom.slice(0, 7),
      }}
      empty={
        <EmptyState
          title={say('emptyTitle')}
          text={say('emptyText')}
          example={say('emptyExample')}
          action={
            mayPlan && (
              <a className="button primary" href="/promotions/new">
                {say('newPromotion')}
              </a>
            )
          }
        />
      }
    />
  )
}
