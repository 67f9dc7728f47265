import { and, inArray, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { importRows } from '@/db/schema/imports'
import { receivables, salesDocuments, salesLines } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import type { Subject } from './model'
import type { Amount } from './model-views'

type Table = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn; archivedAt: AnyPgColumn; currency: AnyPgColumn }

/** What adds up in files of a kind: the control total by which they are compared with where they came from. */
const summed: Readonly<Partial<Record<Subject, { table: Table; column: AnyPgColumn; name: Amount['name'] }>>> = {
  orders: { table: salesDocuments, column: salesDocuments.freight, name: 'freight' },
  sales: { table: salesLines, column: salesLines.netAmount, name: 'netAmount' },
  receivables: { table: receivables, column: receivables.openAmount, name: 'openAmount' },
}

type File = { id: string; subject: Subject }

/** What the records of these files come to now, exact, by currency: one statement for each kind of file. */
export async function findAmounts(look: Look, files: readonly File[]): Promise<Amount[]> {
  const kinds = [...new Set(files.map(({ subject }) => subject))]
  const found = await Promise.all(
    kinds.map((subject) => {
      const its = files.filter((file) => file.subject === subject).map(({ id }) => id)
      const what = summed[subject]
      return what ? sumOf(look, its, what) : []
    }),
  )
  return found.flat()
}

async function sumOf(
  { tx, actor }: Look,
  batchIds: readonly string[],
  { table, column, name }: { table: Table; column: AnyPgColumn; name: Amount['name'] },
): Promise<Amount[]> {
  const rows = await tx
    .select({ currency: table.currency, amount: sql<string>`coalesce(sum(${column}), 0)::text` as SQL<string> })
    .from(importRows)
    .innerJoin(table as PgTable, joined(table, actor, importRows.subjectId))
    .where(
      and(
        own(importRows, actor),
        inArray(importRows.batchId, [...batchIds]),
        inArray(importRows.outcome, ['new', 'update', 'same']),
        live(table),
      ),
    )
    .groupBy(table.currency)
    .orderBy(table.currency)
  return rows.map(({ currency, amount }) => ({ name, currency: String(currency), amount: plain(amount) }))
}
