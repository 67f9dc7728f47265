import { workspaceActor } from '@/lib/kernel/actor'
import { environment } from '@/lib/kernel/environment'
import { unsealText } from '@/lib/kernel/identity/sealed-text'
import { job, type Task } from '@/lib/kernel/job'
import { deliver, isMailConfigured } from '@/lib/kernel/mailer'
import { ask, perform } from '@/lib/kernel/perform'
import { keepMail, settleMail } from './commands'
import { type Letter, type MailKind, type MailStatus, mailRequest, noticeRequest } from './model'
import { mailSetting } from './queries'
import { maskedText, oneLine, type WrittenLetter, writeLetter, writeNotice } from './rules-letters'

/** Writes and sends a letter with a link that a command asked for. */
export const deliverMail = job({
  name: 'mail.deliver',
  event: 'mail.requested',
  input: mailRequest,
  run: (task) =>
    sendOnce(task, ({ company, timeZone }) => {
      const letter: Letter = { ...task.input, company, link: unsealText(task.input.link) }
      return { ...writeLetter(letter, timeZone), masked: maskedText(letter, timeZone) }
    }),
})

/** Writes and sends what a member should know. Its links lead into the product and hold no secret. */
export const deliverNotice = job({
  name: 'mail.deliverNotice',
  event: 'mail.noticed',
  input: noticeRequest,
  run: (task) =>
    sendOnce(task, ({ company }) => {
      const written = writeNotice({ ...task.input, company }, environment().APP_ORIGIN)
      return { ...written, masked: written.text }
    }),
})

type Addressed = { recipient: string; memberId: string | null; linkId?: string | null; name: string; kind: MailKind }
type Setting = { company: string; timeZone: string }

/**
 * Sends one letter. Its row carries the job's id, so that a second run goes on where the first one stopped: a letter that
 * has left is not sent again. A failure is recorded and thrown, for the queue to try again.
 */
async function sendOnce(task: Task<Addressed>, write: (setting: Setting) => WrittenLetter & { masked: string }) {
  const actor = workspaceActor(task.workspaceId)
  const { status, ...setting } = await ask(mailSetting, actor, { mailId: task.jobId }, task.now)
  if (status === 'sent') return
  const { masked, ...written } = write(setting)
  if (status === null) await keep(task, written.subject, masked)
  if (!isMailConfigured()) return settle(task, 'notConfigured', null)
  try {
    await deliver({ to: { name: oneLine(task.input.name), address: task.input.recipient }, ...written })
  } catch (error) {
    await settle(task, 'failed', reason(error))
    throw error
  }
  await settle(task, 'sent', null)
}

async function keep({ workspaceId, jobId, now, input }: Task<Addressed>, subject: string, maskedBody: string) {
  const { recipient, memberId, linkId = null, kind } = input
  const mail = { mailId: jobId, recipient, memberId, linkId, kind, subject, maskedBody }
  const result = await perform(keepMail, workspaceActor(workspaceId), mail, { now })
  if (!result.ok) throw result.refusal
}

async function settle({ workspaceId, jobId, now }: Task<Addressed>, status: MailStatus, failure: string | null) {
  const result = await perform(settleMail, workspaceActor(workspaceId), { mailId: jobId, status, failure }, { now })
  if (!result.ok) throw result.refusal
}

/** What the mail server said, without the letter. */
const reason = (error: unknown) => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code, responseCode].filter(Boolean).join(' ').slice(0, 300) || 'unknown'
}
