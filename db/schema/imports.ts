import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { files } from './files'
import { members } from './workspace'

/**
 * One file brought in: how it was read, what its columns mean, how far it came, what it did. `runner` is the one run of
 * a job that may go on with it; a second one takes it over, and the first stops.
 */
export const importBatches = pgTable(
  'import_batches',
  {
    ...tenant,
    fileId: uuid().notNull(),
    /** Shared by files that came together: they are tried, run and taken back as one. */
    togetherId: uuid(),
    subject: text().notNull(),
    source: text().notNull(),
    /** The digest of the header: the next file with the same columns starts from this one's mapping. */
    signature: text().notNull().default(''),
    reading: jsonb().notNull(),
    mapping: jsonb().notNull(),
    status: text().notNull().default('reading'),
    totalRows: integer().notNull().default(0),
    doneRows: integer().notNull().default(0),
    /** What the dry run found, what the run did, what the undo left. */
    counts: jsonb().notNull().default(sql`'{}'`),
    failure: jsonb(),
    runner: uuid(),
    progressAt: moment(),
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
    oneOf('import_batches_subject', t.subject, [
      'accounts',
      'members',
      'interactions',
      'products',
      'orders',
      'sales',
      'receivables',
      'voices',
      'measurements',
    ]),
    oneOf('import_batches_status', t.status, [
      'reading',
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
    index('import_batches_signature').on(t.workspaceId, t.signature, t.createdAt),
    index('import_batches_status').on(t.workspaceId, t.status, t.progressAt),
    index('import_batches_together').on(t.workspaceId, t.togetherId),
    index('import_batches_file').on(t.workspaceId, t.fileId),
    index('import_batches_started_by').on(t.workspaceId, t.startedBy),
    index('import_batches_undone_by').on(t.workspaceId, t.undoneBy),
  ],
)

/**
 * One row of a file as it came, and what became of it. `number` is its place in the file, `turn` its place in the run:
 * a row that others refer to goes first. The commands that wrote and undid it lead to every change in the history.
 */
export const importRows = pgTable(
  'import_rows',
  {
    ...tenant,
    batchId: uuid().notNull(),
    number: integer().notNull(),
    turn: integer().notNull(),
    raw: jsonb().notNull(),
    outcome: text().notNull(),
    reason: jsonb(),
    detail: jsonb().notNull().default(sql`'{}'`),
    subjectId: uuid(),
    commandId: uuid(),
    undoCommandId: uuid(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.batchId, importBatches),
    oneOf('import_rows_outcome', t.outcome, ['new', 'update', 'same', 'refused', 'undone', 'kept']),
    unique('import_rows_number').on(t.workspaceId, t.batchId, t.number),
    index('import_rows_turn').on(t.workspaceId, t.batchId, t.turn),
    index('import_rows_outcome').on(t.workspaceId, t.batchId, t.outcome, t.number),
    index('import_rows_subject').on(t.workspaceId, t.subjectId),
    index('import_rows_command').on(t.workspaceId, t.commandId),
  ],
)
