import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { deliverMail } from '@/lib/modules/mail/jobs'
import { recentMails } from '@/lib/modules/mail/queries'
import { mailServer } from '@/tests/modules/mail/mail-server'
import { owner, person } from '@/tests/people'
import { aClient, issued, now, paper } from './scene'

let server: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  server = await mailServer()
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'Accord <accord@example.com>'
})
afterAll(() => server.end())

describe('a link that is mailed', () => {
  it('reaches the client in the paper’s language, and is kept nowhere with its secret', async () => {
    const { manager, accountId } = await aClient()
    const mailTo = `${randomUUID()}@example.com`
    const { token } = await issued(manager, accountId, { mailTo, paper: { ...paper, language: 'en' } })
    const [event] = await owner()<{ data: { link: string } }[]>`
      select data from pgboss.job where name = 'mail.requested' and data ->> 'workspaceId' = ${manager.workspaceId}`
    expect(JSON.stringify(event)).not.toContain(token)
    const jobId = randomUUID()
    await runJob(deliverMail, { jobId, workspaceId: manager.workspaceId, payload: event?.data, now })
    const [mail] = server.received.filter(({ to }) => to.includes(mailTo))
    const body = mail?.source.replaceAll('=\n', '').replaceAll('=3D', '=') ?? ''
    expect(body).toContain(`/c/${token}`)
    expect(body).toContain('No account is needed')
    const mails = await ask(recentMails, await person('administrator', { id: manager.workspaceId }), {})
    expect(mails).toMatchObject([{ kind: 'clientLink', status: 'sent', recipient: mailTo }])
    expect(JSON.stringify(mails)).not.toContain(token.slice(43))
  })

  it('goes to one address only', async () => {
    const { manager, accountId } = await aClient()
    for (const mailTo of ['a@example.com,b@evil.example', 'a@example.com\r\nBcc: b@evil.example', 'nobody'])
      await expect(issued(manager, accountId, { mailTo })).rejects.toMatchObject({ code: 'invalid' })
  })
})
