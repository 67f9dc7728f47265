import { workspaceActor } from '@/lib/kernel/actor'
import { unsealText } from '@/lib/kernel/identity/sealed-text'
import { job, type Task } from '@/lib/kernel/job'
import { deliver, isMailConfigured } from '@/lib/kernel/mailer'
import { ask, perform } from '@/lib/kernel/perform'
import { keepMail, settleMail } from './commands'
import { type Letter, type MailRequest, type MailStatus, mailRequest } from './model'
import { mailSetting } from './queries'
import { maskedText, oneLine, writeLetter } from './rules-letters'

/**
 * Writes and sends a letter that a command asked for. Its row carries the job's id, so that a second run goes on where
 * the first one stopped: a letter that has left is not sent again. A failure is recorded and thrown, for the queue to
 * try again.
 */
export const deliverMail = job({
  name: 'mail.deliver',
  event: 'mail.requested',
  input: mailRequest,
  async run(task) {
    const actor = workspaceActor(task.workspaceId)
    const { status, company, timeZone } = await ask(mailSetting, actor, { mailId: task.jobId }, task.now)
    if (status === 'sent') return
    const letter: Letter = { ...task.input, company, link: unsealText(task.input.link) }
    const { subject, text, html } = writeLetter(letter, timeZone)
    if (status === null) await keep(task, subject, maskedText(letter, timeZone))
    if (!isMailConfigured()) return settle(task, 'notConfigured', null)
    try {
      await deliver({ to: { name: oneLine(task.input.name), address: task.input.recipient }, subject, text, html })
    } catch (error) {
      await settle(task, 'failed', reason(error))
      throw error
    }
    await settle(task, 'sent', null)
  },
})

async function keep({ workspaceId, jobId, now, input }: Task<MailRequest>, subject: string, maskedBody: string) {
  const { recipient, memberId, kind } = input
  const mail = { mailId: jobId, recipient, memberId, kind, subject, maskedBody }
  const result = await perform(keepMail, workspaceActor(workspaceId), mail, { now })
  if (!result.ok) throw result.refusal
}

async function settle({ workspaceId, jobId, now }: Task<MailRequest>, status: MailStatus, failure: string | null) {
  const result = await perform(settleMail, workspaceActor(workspaceId), { mailId: jobId, status, failure }, { now })
  if (!result.ok) throw result.refusal
}

/** What the mail server said, without the letter. */
const reason = (error: unknown) => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code, responseCode].filter(Boolean).join(' ').slice(0, 300) || 'unknown'
}
