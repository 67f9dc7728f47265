import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema/global'
import { mails } from '@/db/schema/mail'
import type { Look } from '@/lib/kernel/command'
import { one } from '@/lib/kernel/one'
import { own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { Delivery, MailRow, MailStatus } from './model'

const most = 100

/** The latest letters, masked as they were kept. */
export const recentMails = query({
  name: 'mail.recent',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor }): Promise<MailRow[]> {
    const rows = await tx
      .select()
      .from(mails)
      .where(own(mails, actor))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(most)
    return rows.map(({ id, recipient, kind, subject, maskedBody, status, failure, createdAt, sentAt }) => ({
      id,
      recipient,
      kind: kind as MailRow['kind'],
      subject,
      body: maskedBody,
      status: status as MailStatus,
      failure,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }))
  },
})

/** How far one letter has come, if it is known at all, and what it must say of the workspace. */
export const mailSetting = query({
  name: 'mail.setting',
  permission: may.deliver,
  input: z.strictObject({ mailId: z.uuid() }),
  async run({ tx, actor }, { mailId }) {
    const [mail] = await tx
      .select({ status: mails.status })
      .from(mails)
      .where(ownRow(mails, actor, mailId))
    const workspace = one(
      await tx
        .select({ company: workspaces.name, timeZone: workspaces.timeZone })
        .from(workspaces)
        .where(and(eq(workspaces.id, actor.workspaceId))),
    )
    return { status: (mail?.status as MailStatus | undefined) ?? null, ...workspace }
  },
})

/** How far the letters with these links have come, by link; whoever asks has looked whether the links may be seen. */
export async function findDeliveries(
  { tx, actor }: Look,
  linkIds: readonly string[],
): Promise<ReadonlyMap<string, Delivery>> {
  if (linkIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(mails)
    .where(and(own(mails, actor), inArray(mails.linkId, [...linkIds])))
    .orderBy(mails.id)
  return new Map(
    rows.flatMap(({ linkId, recipient, status, createdAt, sentAt }) =>
      linkId
        ? [[linkId, { linkId, recipient, status: status as MailStatus, at: (sentAt ?? createdAt).toISOString() }]]
        : [],
    ),
  )
}
