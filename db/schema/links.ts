import { sql } from 'drizzle-orm'
import { boolean, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Paper } from '@/lib/kernel/paper'
import { belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { files } from './files'
import { members } from './workspace'

type Question = {
  key: string
  text: string
  choices: { value: string; label: string }[] | null
  required: boolean
  freeText: boolean
  disputed?: { unit: string }
}

/** A paper that a client may read and answer without an account. Only the hash of its secret is kept. */
export const clientLinks = pgTable(
  'client_links',
  {
    ...tenant,
    purpose: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    accountId: uuid().notNull(),
    personId: uuid(),
    recipient: text(),
    mailTo: text(),
    language: text().notNull(),
    paper: jsonb().$type<Paper>().notNull(),
    questions: jsonb().$type<Question[]>().notNull(),
    contentHash: text().notNull(),
    secretHash: text().notNull(),
    href: text().notNull().default('/accounts'),
    /** Read only by those who serve the account, as what it quotes. */
    restricted: boolean().notNull().default(false),
    validUntil: moment().notNull(),
    issuedBy: uuid().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.issuedBy, members),
    oneOf('client_links_language', t.language, ['zh-TW', 'en']),
    index('client_links_subject').on(t.workspaceId, t.subjectKind, t.subjectId, t.id),
    index('client_links_account').on(t.workspaceId, t.accountId, t.id),
    index('client_links_issued_by').on(t.workspaceId, t.issuedBy),
  ],
)

/** That a link was opened: when, from which network, with what kind of program. */
export const clientLinkReads = pgTable(
  'client_link_reads',
  { ...tenant, linkId: uuid().notNull(), network: text().notNull(), device: text().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.linkId, clientLinks),
    index('client_link_reads_link').on(t.workspaceId, t.linkId, t.createdAt, t.id),
  ],
)

/** What a client answered, by link or in another way that somebody filed. Both rank equal. */
export const clientAnswers = pgTable(
  'client_answers',
  {
    ...tenant,
    linkId: uuid(),
    purpose: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    accountId: uuid().notNull(),
    personId: uuid(),
    person: text(),
    contentHash: text().notNull(),
    outcome: text().notNull(),
    answers: jsonb().$type<Record<string, string>>().notNull(),
    comment: text(),
    via: text().notNull(),
    answeredOn: date().notNull(),
    fileId: uuid(),
    note: text(),
    recordedBy: uuid(),
    restricted: boolean().notNull().default(false),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.linkId, clientLinks),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.recordedBy, members),
    oneOf('client_answers_outcome', t.outcome, ['confirmed', 'objected']),
    oneOf('client_answers_via', t.via, ['link', 'line', 'mail', 'scan', 'paper', 'meeting']),
    uniqueIndex('client_answers_link').on(t.workspaceId, t.linkId).where(sql`via = 'link'`),
    index('client_answers_subject').on(t.workspaceId, t.subjectKind, t.subjectId, t.id),
    index('client_answers_account').on(t.workspaceId, t.accountId, t.id),
    index('client_answers_file').on(t.workspaceId, t.fileId),
    index('client_answers_recorded_by').on(t.workspaceId, t.recordedBy),
    index('client_answers_of_link').on(t.workspaceId, t.linkId),
  ],
)
