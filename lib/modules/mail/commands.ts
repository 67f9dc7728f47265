import { mails } from '@/db/schema/mail'
import { command } from '@/lib/kernel/command'
import { mustBeJob } from '@/lib/kernel/job'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import { keptMail, settledMail } from './model'

const shared = { permission: may.deliver, messages, refreshes: ['/settings/mail'] }

/** Keeps a letter that waits to leave, with its link masked. */
export const keepMail = command({
  name: 'mail.keep',
  ...shared,
  input: keptMail,
  async run(work, { mailId, ...mail }) {
    mustBeJob(work.actor)
    await insertRow(work, mails, { id: mailId, ...mail })
  },
})

/** Records what became of a letter. */
export const settleMail = command({
  name: 'mail.settle',
  ...shared,
  input: settledMail,
  async run(work, { mailId, status, failure }) {
    mustBeJob(work.actor)
    await changeRow(
      work,
      mails,
      { id: mailId },
      { status, failure, ...(status === 'sent' ? { sentAt: work.now } : {}) },
    )
  },
})
