'use client'
import type { ReactNode } from 'react'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { Chip, type Tone } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { DeductionRow } from '../list-deductions'
import { deductionMessages, deductionWord } from '../messages-deductions'
import type { DeductionState } from '../model-deductions'

const tones: Readonly<Record<DeductionState, Tone>> = {
  open: 'warn',
  partlyMatched: 'warn',
  matched: 'info',
  disputed: 'risk',
  accepted: 'ok',
  recovered: 'ok',
  writtenOff: 'plain',
}

export const DeductionChip = ({ state, word }: { state: DeductionState; word: string }) => (
  <Chip tone={tones[state]}>{word}</Chip>
)

type DeductionTableProps = { page: ListPage<DeductionRow>; columns: readonly ColumnView[]; views?: ReactNode }

/** Every deduction of accounts that one may see, the latest first. */
export function DeductionTable({ page, columns, views }: DeductionTableProps) {
  const t = useTranslator(deductionMessages)
  const money = (amount: string, currency: string) => formatMoney({ amount, currency })
  return (
    <DataTable
      caption={t('deductions')}
      page={page}
      columns={columns}
      column={(name) => t(name as keyof typeof deductionMessages.en)}
      choice={(column, value) =>
        t(deductionWord(column === 'reasonCode' ? 'reason' : column === 'documentKind' ? 'document' : 'state', value))
      }
      href={({ accountId, id }) => `/deductions/${accountId}#${id}`}
      searchHint={t('searchDeductions')}
      exports={{ xlsx: '/api/export/deductions.xlsx', csv: '/api/export/deductions.csv' }}
      cells={{
        amount: (row) => money(row.amount, row.currency),
        left: (row) => money(row.left, row.currency),
        state: (row) => <DeductionChip state={row.state} word={t(deductionWord('state', row.state))} />,
        account: (row) => <a href={`/deductions/${row.accountId}`}>{row.account}</a>,
      }}
      views={views}
      empty={
        <EmptyState
          icon="scale"
          title={t('noDeductions')}
          action={
            <a className="button primary" href="/accounts">
              {t('chooseAccount')}
            </a>
          }
        />
      }
    />
  )
}
