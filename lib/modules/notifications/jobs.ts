import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { ask, perform } from '@/lib/kernel/perform'
import { mailDigest, mailNow } from './commands'
import { waitingMembers } from './queries'

/** Urgent matters by mail at once. Without a mail server nothing is marked as told: the next digest that can leave tells it. */
export const mailUrgent = job({
  name: 'notifications.mailUrgent',
  event: 'notifications.urgent',
  input: z.strictObject({ notificationIds: z.array(id).max(200) }),
  async run({ workspaceId, now, input: { notificationIds } }) {
    if (!isMailConfigured()) return
    for (const notificationId of notificationIds) {
      const mailed = await perform(mailNow, workspaceActor(workspaceId), { notificationId }, { now })
      if (!mailed.ok) throw mailed.refusal
    }
  },
})

/** The digests whose hour has come. It looks every half hour, so that one that was missed leaves later on the same day. */
export const sendDigests = job({
  name: 'notifications.sendDigests',
  every: '0,30 * * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    if (!isMailConfigured()) return
    const actor = workspaceActor(workspaceId)
    for (let after: string | null = null; ; ) {
      const waiting: string[] = await ask(waitingMembers, actor, { after }, now)
      for (const memberId of waiting) {
        const mailed = await perform(mailDigest, actor, { memberId }, { now })
        if (!mailed.ok) throw mailed.refusal
      }
      after = waiting.at(-1) ?? null
      if (after === null) return
    }
  },
})
