import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { noteOpened, signByLink, signOwn } from '@/lib/modules/agreements/commands-electronic'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { sendOut } from '@/lib/modules/agreements/commands-signing'
import { mailCopies as copies, mailSigningLink } from '@/lib/modules/agreements/commands-signing-links'
import { certifyPaper, mailCopies, mailLinks } from '@/lib/modules/agreements/jobs'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { add as addPerson } from '@/lib/modules/contacts/commands'
import { holderOf } from '@/lib/modules/links/queries-client'
import { deliverMail } from '@/lib/modules/mail/jobs'
import { mailServer } from '@/tests/modules/mail/mail-server'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { approvedAgreement, aScene, frozenPaper, paperHash, sentOut } from './scene'

let server: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  server = await mailServer()
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'Accord <accord@example.com>'
})
afterAll(() => server.end())

const today = noon('2026-01-02')
const aMailbox = () => `${randomUUID()}@example.com`
const named = { shownHash: paperHash(), agreed: 'true', network: '203.0.113.7', device: 'Safari|iPhone' }

/** Sent out to be signed electronically: by one of ours at once, by theirs in this order. */
async function sentTo(theirs: readonly { name: string; mailTo?: string; order?: string }[]) {
  const scene = await approvedAgreement(await aScene())
  const { keeper, manager, agreementVersionId } = scene
  const add = async (who: object) => {
    const input = { agreementVersionId, method: 'electronic', ...who }
    return (await done(addSignatory, keeper, input, sentOut)).signatoryId
  }
  const ours = await add({ side: 'us', memberId: manager.id })
  const ids: string[] = []
  for (const each of theirs) ids.push(await add({ side: 'them', ...each }))
  await done(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' }, sentOut)
  await frozenPaper(scene)
  return { ...scene, ours, theirs: ids }
}
type Round = Awaited<ReturnType<typeof sentTo>>

/** Runs the jobs that wait for an event, each of them twice: whatever the queue does, nothing happens twice. */
async function heard({ workspace }: Round, event: string, job: Parameters<typeof runJob>[0], now = today) {
  const waiting = await owner()<{ id: string; data: object }[]>`select id, data from pgboss.job
    where name = ${event} and data ->> 'workspaceId' = ${workspace.id} order by created_on`
  for (const { id: jobId, data: payload } of [...waiting, ...waiting])
    await runJob(job, { jobId, workspaceId: workspace.id, payload, now })
}
const deliver = (round: Round) => heard(round, 'mail.requested', deliverMail)
const lettersTo = (mailTo: string) =>
  server.received
    .filter(({ to }) => to.includes(mailTo))
    .map(({ source }) => source.replaceAll('=\n', '').replaceAll('=3D', '='))

/** Whoever holds the link that a letter carries. */
function holderIn(letter: string | undefined) {
  const parts = clientTokenOf(/\/c\/([\w-]{86})/.exec(letter ?? '')?.[1] ?? '')
  if (!parts) throw new Error('no link in the letter')
  return { parts, client: clientActor(parts) }
}
const seen = async ({ keeper, agreementId }: Round, id: string, actor: Actor = keeper) =>
  (await ask(signing, actor, { agreementId }, today)).signatories.find((each) => each.id === id)

it('whoever sends it out is offered the mail address that the one who signs has on record', async () => {
  const { keeper, colleague, accountId, agreementId, agreementVersionId } = await approvedAgreement(await aScene())
  const points = [{ kind: 'email', value: 'wang@example.com' }]
  const { id: personId } = await done(addPerson, keeper, { displayName: '王大明', accountId, points })
  await done(addSignatory, keeper, { agreementVersionId, side: 'them', personId, method: 'electronic' })
  const view = await ask(signing, keeper, { agreementId }, sentOut)
  expect(view.mails).toEqual({ [personId]: 'wang@example.com' })
  expect(view.signatories).toMatchObject([{ mailTo: null, mailKnown: 'wang@example.com' }])
  const other = await ask(signing, colleague, { agreementId }, sentOut)
  expect([other.mails, other.signatories[0]?.mailKnown]).toEqual([{}, null])
})

describe('a link to sign', () => {
  it('is mailed by itself when it is their turn, once, and its delivery is seen', async () => {
    const [first, second] = [aMailbox(), aMailbox()]
    const round = await sentTo([
      { name: '陳大安', mailTo: first },
      { name: '羅美琪', mailTo: second, order: '2' },
    ])
    const [one = '', other = ''] = round.theirs
    expect(await seen(round, one)).toMatchObject({ delivery: { kind: 'waiting', mailTo: first } })
    await heard(round, 'agreements.turnCame', mailLinks)
    await deliver(round)
    expect(lettersTo(first)).toHaveLength(1)
    expect(lettersTo(second)).toHaveLength(0)
    expect(await seen(round, one)).toMatchObject({ delivery: { kind: 'sent', mailTo: first } })
    const { client } = holderIn(lettersTo(first)[0])
    await done(signOwn, round.manager, { signatoryId: round.ours, ...own }, today)
    await done(signByLink, client, { ...named, typedName: '陳大安' }, today)
    await heard(round, 'agreements.turnCame', mailLinks)
    await deliver(round)
    expect(lettersTo(first)).toHaveLength(1)
    expect(lettersTo(second)).toHaveLength(1)
    expect(await seen(round, other)).toMatchObject({ delivery: { kind: 'sent' } })
  })

  it('of somebody without an address is said to be handed over, and nobody is mailed', async () => {
    const round = await sentTo([{ name: '陳大安' }])
    const [one = ''] = round.theirs
    expect(await seen(round, one)).toMatchObject({ delivery: { kind: 'noAddress' } })
    const events = await owner()`select 1 from pgboss.job
      where name = 'agreements.turnCame' and data ->> 'workspaceId' = ${round.workspace.id}`
    expect(events).toHaveLength(0)
  })

  it('is mailed by the product alone', async () => {
    const round = await sentTo([{ name: '陳大安', mailTo: aMailbox() }])
    const stranger = await newcomer('administrator')
    expect(await refusalOf(mailSigningLink, stranger, { signatoryId: round.theirs[0] })).toBe('notAllowed')
    expect(await refusalOf(copies, stranger, { agreementVersionId: round.agreementVersionId })).toBe('notAllowed')
    expect(await refusalOf(mailSigningLink, round.keeper, { signatoryId: round.theirs[0] })).toBe('notAllowed')
  })
})

const { network: _n, device: _d, ...signature } = named
const own = { ...signature, typedName: '許文雄' }

describe('the signed copy', () => {
  it('is mailed to the other side once everybody has signed, and opens the paper with its certificate', async () => {
    const mailTo = aMailbox()
    const round = await sentTo([{ name: '陳大安', mailTo }])
    const [one = ''] = round.theirs
    await heard(round, 'agreements.turnCame', mailLinks)
    await deliver(round)
    const { client } = holderIn(lettersTo(mailTo)[0])
    await done(signByLink, client, { ...named, typedName: '陳大安' }, today)
    await done(signOwn, round.manager, { signatoryId: round.ours, ...own }, today)
    await heard(round, 'agreements.executed', certifyPaper)
    await heard(round, 'agreements.certified', mailCopies)
    await deliver(round)
    expect(lettersTo(mailTo)).toHaveLength(2)
    const { parts, client: reader } = holderIn(lettersTo(mailTo)[1])
    expect((await holderOf(parts, today))?.view.contact.name).toBe('林怡君')
    const before = await owner()`select opened_at from agreement_signatories where id = ${one}`
    await done(noteOpened, reader, {}, noon('2026-01-03'))
    expect(await owner()`select opened_at from agreement_signatories where id = ${one}`).toEqual(before)
    expect(await refusalOf(signByLink, reader, { ...named, typedName: '陳大安' }, today)).not.toBeNull()
    expect(await seen(round, one)).toMatchObject({ delivery: null, copy: { kind: 'sent', mailTo } })
  })
})
