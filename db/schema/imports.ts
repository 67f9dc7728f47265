import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { files } from './files'
import { members } from './workspace'

/** One file brought in: how its columns were read, how far it came, what it did. */
export const importBatches = pgTable(
  'import_batches',
  {
    ...tenant,
    fileId: uuid().notNull(),
    subject: text().notNull(),
    source: text().notNull(),
    reading: jsonb().notNull(),
    mapping: jsonb().notNull(),
    status: text().notNull().default('uploaded'),
    totalRows: integer().notNull().default(0),
    doneRows: integer().notNull().default(0),
    counts: jsonb().notNull().default(sql`'{}'`),
    failure: text(),
    startedBy: uuid().notNull(),
    startedAt: moment(),
    finishedAt: moment(),
    undoneAt: moment(),
    undoneBy: uuid(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.startedBy, members),
    belongsTo(t, t.undoneBy, members),
    oneOf('import_batches_subject', t.subject, ['accounts', 'members', 'interactions']),
    oneOf('import_batches_status', t.status, [
      'uploaded',
      'checking',
      'checked',
      'running',
      'done',
      'failed',
      'undoing',
      'undone',
    ]),
    index('import_batches_recent').on(t.workspaceId, t.createdAt, t.id),
    index('import_batches_file').on(t.workspaceId, t.fileId),
    index('import_batches_started_by').on(t.workspaceId, t.startedBy),
    index('import_batches_undone_by').on(t.workspaceId, t.undoneBy),
  ],
)

/** One row of the file as it came, what was decided for it and what it touched (with the rows before, for undo). */
export const importRows = pgTable(
  'import_rows',
  {
    ...tenant,
    batchId: uuid().notNull(),
    number: integer().notNull(),
    raw: jsonb().notNull(),
    outcome: text().notNull(),
    reason: jsonb(),
    subjectId: uuid(),
    commandId: uuid(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.batchId, importBatches),
    oneOf('import_rows_outcome', t.outcome, ['pending', 'new', 'update', 'same', 'refused', 'undone']),
    unique('import_rows_number').on(t.workspaceId, t.batchId, t.number),
    index('import_rows_outcome').on(t.workspaceId, t.batchId, t.outcome, t.number),
    index('import_rows_subject').on(t.workspaceId, t.subjectId),
  ],
)
