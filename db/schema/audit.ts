import { bigint, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { oneOf, tenant, tenantRules } from '../columns'

/** What was meant, and whether it was allowed. `input` holds no secret: a command names what it hides. */
export const commandLog = pgTable(
  'command_log',
  {
    ...tenant,
    actor: text().notNull(),
    actorId: uuid().notNull(),
    command: text().notNull(),
    input: jsonb().notNull(),
    outcome: text().notNull().default('done'),
    refusal: text(),
  },
  (t) => [
    ...tenantRules(t),
    oneOf('command_log_outcome', t.outcome, ['done', 'refused']),
    index('command_log_actor').on(t.workspaceId, t.actorId, t.id),
    index('command_log_command').on(t.workspaceId, t.command, t.id),
  ],
)

/**
 * What changed. Written only by `lib/kernel/write`, append-only for the app role.
 * `digest` covers the change; an erasure may blank `before` and `after` without breaking the chain over the digests.
 */
export const rowChanges = pgTable(
  'row_changes',
  {
    ...tenant,
    commandId: uuid().notNull(),
    table: text().notNull(),
    rowId: uuid().notNull(),
    rowVersion: bigint({ mode: 'number' }).notNull(),
    before: jsonb(),
    after: jsonb(),
    digest: text().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    index('row_changes_row').on(t.workspaceId, t.table, t.rowId, t.id),
    index('row_changes_command').on(t.workspaceId, t.commandId),
    index('row_changes_recorded').on(t.workspaceId, t.createdAt, t.id),
  ],
)

/** One link of the chain over the digests: everything recorded up to `throughId`, bound to the link before. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    ...tenant,
    number: bigint({ mode: 'number' }).notNull(),
    throughId: uuid().notNull(),
    changes: bigint({ mode: 'number' }).notNull(),
    digest: text().notNull(),
  },
  (t) => [...tenantRules(t), unique('audit_seals_number').on(t.workspaceId, t.number)],
)

/** A key claimed in the transaction of the command that it protects; a retry gets the first answer. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    ...tenant,
    actorId: uuid().notNull(),
    key: text().notNull(),
    command: text().notNull(),
    inputDigest: text().notNull(),
    result: jsonb(),
  },
  (t) => [
    ...tenantRules(t),
    unique('idempotency_keys_once').on(t.workspaceId, t.actorId, t.key),
    index('idempotency_keys_age').on(t.workspaceId, t.createdAt),
  ],
)
