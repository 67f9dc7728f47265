import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, oneOf, tenant, tenantRules } from '../columns'

/** Every mail that left or waits to leave. Links in it are masked here; the real ones travel only in the mail itself. */
export const mails = pgTable(
  'mails',
  {
    ...tenant,
    recipient: text().notNull(),
    memberId: uuid(),
    /** The client's link that it carries. */
    linkId: uuid(),
    kind: text().notNull(),
    subject: text().notNull(),
    maskedBody: text().notNull(),
    status: text().notNull().default('waiting'),
    failure: text(),
    sentAt: moment(),
  },
  (t) => [
    ...tenantRules(t),
    oneOf('mails_status', t.status, ['waiting', 'sent', 'failed', 'notConfigured']),
    index('mails_recent').on(t.workspaceId, t.createdAt, t.id),
    index('mails_link').on(t.workspaceId, t.linkId),
  ],
)
