import { and } from 'drizzle-orm'
import { files } from '@/db/schema/files'
import { importBatches } from '@/db/schema/imports'
import { members } from '@/db/schema/workspace'
import { listFrame, listInput, listSpec } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type BatchCounts, statuses, subjects } from './model'
import { visibleBatches } from './queries-held'

/** The list of imports: each column once. */
export const batchList = listSpec({
  name: 'imports',
  id: importBatches.id,
  columns: {
    file: { kind: 'text', from: files.name },
    subject: { kind: 'choice', from: importBatches.subject, filter: true, choices: subjects },
    status: { kind: 'choice', from: importBatches.status, filter: true, choices: statuses },
    rows: { kind: 'number', from: importBatches.totalRows },
    source: { kind: 'text', from: importBatches.source, shown: false },
    startedBy: { kind: 'text', from: members.name },
    createdAt: { kind: 'moment', from: importBatches.createdAt, sort: true, filter: true },
  },
  firstSort: '-createdAt',
})

export type BatchRow = {
  id: string
  file: string
  subject: string
  status: string
  rows: number
  source: string
  startedBy: string
  createdAt: string
  counts: BatchCounts
}

/** Imports that one may see, the latest first, page by page. */
export const list = query({
  name: 'imports.list',
  permission: may.see,
  input: listInput(batchList),
  async run(look, request): Promise<ListPage<BatchRow>> {
    const { tx, actor } = look
    const frame = await listFrame(look, batchList, request)
    const rows = await tx
      .select({
        id: importBatches.id,
        file: files.name,
        subject: importBatches.subject,
        status: importBatches.status,
        rows: importBatches.totalRows,
        source: importBatches.source,
        startedBy: members.name,
        createdAt: importBatches.createdAt,
        counts: importBatches.counts,
        sortKey: frame.sortKey,
      })
      .from(importBatches)
      .innerJoin(files, joined(files, actor, importBatches.fileId))
      .innerJoin(members, joined(members, actor, importBatches.startedBy))
      .where(and(own(importBatches, actor), visibleBatches(look), frame.where))
      .orderBy(...frame.orderBy)
      .limit(frame.limit)
    return frame.page(
      rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), counts: row.counts as BatchCounts })),
    )
  },
})
