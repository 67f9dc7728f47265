import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { sealText } from '@/lib/kernel/identity/sealed-text'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { deliverMail } from '@/lib/modules/mail/jobs'
import { recentMails } from '@/lib/modules/mail/queries'
import { aWorkspace, person } from '@/tests/people'

it('without a mail server a letter is listed as not sent, and its job does not fail', async () => {
  const workspace = await aWorkspace()
  const payload = {
    kind: 'reset',
    memberId: randomUUID(),
    recipient: 'a@example.com',
    name: '陳大文',
    locale: 'zh-TW',
    by: '陳大文',
    link: sealText('http://localhost:3000/reset/abc'),
    until: '2026-11-21T01:30:00.000Z',
  }
  await runJob(deliverMail, { jobId: randomUUID(), workspaceId: workspace.id, payload, now: new Date() })
  const mails = await ask(recentMails, await person('administrator', workspace), {})
  expect(mails).toMatchObject([{ status: 'notConfigured', sentAt: null, recipient: 'a@example.com' }])
})
