import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealText } from '@/lib/kernel/identity/sealed-text'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { keepMail, settleMail } from '@/lib/modules/mail/commands'
import { deliverMail } from '@/lib/modules/mail/jobs'
import { recentMails } from '@/lib/modules/mail/queries'
import { aWorkspace, person, type Workspace } from '@/tests/people'
import { mailServer } from './mail-server'

const now = new Date('2026-11-21T01:00:00Z')
const secret = 'Zm9yIHRoZSByZWNpcGllbnQgb25seQ'
let server: Awaited<ReturnType<typeof mailServer>>

beforeAll(async () => {
  server = await mailServer()
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'Accord <accord@example.com>'
})
afterAll(() => server.end())

const request = (given: Record<string, unknown> = {}) => ({
  kind: 'invitation',
  memberId: randomUUID(),
  recipient: `${randomUUID()}@example.com`,
  name: '陳大文',
  locale: 'zh-TW',
  by: '林怡君',
  link: sealText(`http://localhost:3000/invitation/${secret}`),
  until: '2026-11-28T01:00:00.000Z',
  ...given,
})
const send = (workspace: Workspace, payload: object, jobId: string = randomUUID()) =>
  runJob(deliverMail, { jobId, workspaceId: workspace.id, payload, now })
const sentTo = (recipient: string) => server.received.filter((mail) => mail.to.includes(recipient))
const listed = async (workspace: Workspace) => ask(recentMails, await person('administrator', workspace), {})
const decoded = (source: string) =>
  [...source.matchAll(/Content-Transfer-Encoding: base64\n\n([A-Za-z0-9+/=\n]+)/g)]
    .map(([, body]) => Buffer.from(body ?? '', 'base64').toString('utf8'))
    .concat(source.replaceAll('=\n', '').replaceAll('=3D', '='))
    .join('\n')

describe('a letter', () => {
  it('reaches its one recipient in their language, with the link in text and in HTML', async () => {
    const workspace = await aWorkspace('和泰食品')
    const payload = request()
    await send(workspace, payload)
    const [mail] = sentTo(payload.recipient)
    expect(mail).toMatchObject({ from: 'accord@example.com', to: [payload.recipient] })
    const body = decoded(mail?.source ?? '')
    expect(body).toContain('陳大文 您好：')
    expect(body).toContain('林怡君已為您開通和泰食品的商誼')
    expect(body.split(`http://localhost:3000/invitation/${secret}`).length).toBeGreaterThan(2)
  })

  it('is shown to administrators with its link masked, and is kept nowhere with it', async () => {
    const workspace = await aWorkspace()
    await send(workspace, request({ locale: 'en', kind: 'reset', name: 'Maria' }))
    const [row] = await listed(workspace)
    expect(row).toMatchObject({ kind: 'reset', status: 'sent', failure: null, subject: 'Your new password for Accord' })
    expect(row?.body).toContain('http://localhost:3000/invitation/••• (hidden)')
    expect(JSON.stringify(await listed(workspace))).not.toContain(secret)
    const auditor = await person('accountManager', workspace)
    await expect(ask(recentMails, auditor, {})).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('is sent once, also when its job runs twice', async () => {
    const workspace = await aWorkspace()
    const payload = request()
    const jobId = randomUUID()
    await send(workspace, payload, jobId)
    await send(workspace, payload, jobId)
    expect(sentTo(payload.recipient)).toHaveLength(1)
    expect(await listed(workspace)).toHaveLength(1)
  })

  it('that the server refuses is recorded as failed and goes out with the next try', async () => {
    const workspace = await aWorkspace()
    const payload = request()
    const jobId = randomUUID()
    server.state.refuses = true
    await expect(send(workspace, payload, jobId)).rejects.toThrow()
    server.state.refuses = false
    expect(await listed(workspace)).toMatchObject([{ status: 'failed', failure: 'EENVELOPE 450' }])
    await send(workspace, payload, jobId)
    expect(await listed(workspace)).toMatchObject([{ status: 'sent', failure: null }])
    expect(sentTo(payload.recipient)).toHaveLength(1)
  })
})

describe('nobody else is reached', () => {
  it.each([
    'a@example.com,b@evil.example',
    'a@example.com;b@evil.example',
    'a@example.com b@evil.example',
    'a@example.com\r\nBcc: b@evil.example',
    'a@example.com\nb@evil.example',
    'a@example.com%0d%0aBcc:b@evil.example',
    '<a@example.com>, b@evil.example',
    'Name <a@example.com>',
    '"a@example.com, b@evil.example"@example.com',
    'a@example.com(b@evil.example)',
    'undisclosed:a@example.com,b@evil.example;',
    'a@example.com\u0000',
    'a@example.com\u2028b@evil.example',
    '@example.com',
    'a@@example.com',
    '',
  ])('by the address %j', async (recipient) => {
    const before = server.received.length
    await expect(send(await aWorkspace(), request({ recipient }))).rejects.toThrow()
    expect(server.received).toHaveLength(before)
  })

  it.each([
    'Eve\r\nBcc: b@evil.example',
    'Eve\nTo: b@evil.example',
    'Eve" <b@evil.example>, "',
    'Eve\u2028Bcc: b@evil.example',
    'Eve <b@evil.example>',
    '=?utf-8?q?Bcc:_b=40evil.example?=',
    '<script>alert(1)</script>',
  ])('by the name %j', async (name) => {
    const workspace = await aWorkspace(`Company ${name}`)
    const payload = request({ name, by: name, locale: 'en' })
    await send(workspace, payload)
    const [mail] = sentTo(payload.recipient)
    expect(mail?.to).toEqual([payload.recipient])
    const head = mail?.source.slice(0, mail.source.indexOf('\n\n')) ?? ''
    expect(head.split('\n').filter((line) => /^(bcc|cc):/i.test(line))).toEqual([])
    expect(head.split('\n').filter((line) => /^to:/i.test(line))).toHaveLength(1)
    expect(decoded(mail?.source ?? '')).not.toContain('<script>alert(1)</script></p>')
  })
})

it('only the job that sends may say what was sent', async () => {
  const administrator = await person('administrator', await aWorkspace())
  const mail = { mailId: randomUUID(), recipient: 'a@example.com', memberId: randomUUID(), kind: 'reset' }
  const kept = await perform(keepMail, administrator, { ...mail, subject: 'x', maskedBody: 'x' })
  expect(kept).toMatchObject({ refusal: { code: 'notAllowed' } })
  const settled = await perform(settleMail, administrator, { mailId: mail.mailId, status: 'sent', failure: null })
  expect(settled).toMatchObject({ refusal: { code: 'notAllowed' } })
})
