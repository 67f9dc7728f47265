import { bigint, boolean, customType, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, oneOf, tenant, tenantRules } from '../columns'
import { members } from './workspace'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A stored file: its real type (read from its content), size and hash. The name is only shown, never used as a path. */
export const files = pgTable(
  'files',
  {
    ...tenant,
    name: text().notNull(),
    mediaType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
    purpose: text().notNull().default('attachment'),
    uploadedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.uploadedBy, members),
    oneOf('files_purpose', t.purpose, ['attachment', 'import', 'report']),
    index('files_uploaded_by').on(t.workspaceId, t.uploadedBy),
  ],
)

export const fileChunks = pgTable(
  'file_chunks',
  { ...tenant, fileId: uuid().notNull(), number: integer().notNull(), content: bytes().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.fileId, files),
    unique('file_chunks_number').on(t.workspaceId, t.fileId, t.number),
  ],
)

/** What a file belongs to. The account decides who may read it; a restricted one is for those who serve the account. */
export const fileLinks = pgTable(
  'file_links',
  {
    ...tenant,
    fileId: uuid().notNull(),
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    accountId: uuid(),
    restricted: boolean().notNull().default(false),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.fileId, files),
    unique('file_links_once').on(t.workspaceId, t.fileId, t.kind, t.subjectId),
    index('file_links_subject').on(t.workspaceId, t.kind, t.subjectId, t.id),
    index('file_links_account').on(t.workspaceId, t.accountId, t.id),
  ],
)
