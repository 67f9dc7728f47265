import { sql } from 'drizzle-orm'
import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, moment, tenant, tenantRules } from '../columns'
import { members } from './workspace'

/**
 * Who confirmed which fact, with whom, how, on what evidence, until when. It holds the hash of the value:
 * a changed value voids it in the same transaction.
 */
export const confirmations = pgTable(
  'confirmations',
  {
    ...tenant,
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    accountId: uuid(),
    valueHash: text().notNull(),
    method: text().notNull(),
    confirmedBy: uuid().notNull(),
    withPersonId: uuid(),
    evidenceKind: text(),
    evidenceId: uuid(),
    note: text(),
    confirmedOn: date().notNull(),
    validUntil: date().notNull(),
    voidedAt: moment(),
    voidedBecause: text(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.confirmedBy, members),
    uniqueIndex('confirmations_standing').on(t.workspaceId, t.kind, t.subjectId).where(sql`voided_at is null`),
    index('confirmations_ending').on(t.workspaceId, t.accountId, t.validUntil, t.id).where(sql`voided_at is null`),
    index('confirmations_undone').on(t.workspaceId, t.accountId, t.id).where(sql`voided_because = 'valueChanged'`),
    index('confirmations_subject').on(t.workspaceId, t.kind, t.subjectId, t.id),
    index('confirmations_account').on(t.workspaceId, t.accountId, t.validUntil, t.id),
    index('confirmations_confirmed_by').on(t.workspaceId, t.confirmedBy),
  ],
)
