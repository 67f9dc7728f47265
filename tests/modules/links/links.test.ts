import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digestOf } from '@/lib/kernel/canonical'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { ask, perform } from '@/lib/kernel/perform'
import { archive } from '@/lib/modules/accounts/commands'
import { list as accountList } from '@/lib/modules/accounts/list'
import { store } from '@/lib/modules/files/commands'
import { answer, issueLink, recordRead, revoke } from '@/lib/modules/links/commands'
import { forClient, panel, paperOf } from '@/lib/modules/links/queries'
import { unreadList } from '@/lib/modules/notifications/list'
import { newcomer, owner, person } from '@/tests/people'
import { aClient, endLinks, fileIt, holder, issued, now, paper, questions, sendPaper, subjectId, wanted } from './scene'

const contentHash = digestOf({ paper, questions })
const yes = { contentHash, outcome: 'confirmed', answers: { 'need-1': 'valid' } }
const later = new Date('2026-12-06T02:00:00Z')
const screenshot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a signed link', () => {
  it('opens the paper to whoever holds it, with nothing of the workspace beside it', async () => {
    const { manager, accountId } = await aClient()
    const { token } = await issued(manager, accountId)
    const { client, secretHash } = holder(token)
    const seen = await ask(forClient, client, { secretHash }, now)
    expect(seen).toMatchObject({ paper, questions, contentHash, answer: null, contact: { name: manager.name } })
    await expect(ask(accountList, client, {}, now)).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(ask(panel, client, { subjectKind: 'termSheet', subjectId, accountId }, now)).rejects.toMatchObject({
      code: 'notAllowed',
    })
  })

  it('carries 256 random bits of which only the hash is kept', async () => {
    const { manager, accountId } = await aClient()
    const [one, two] = [await issued(manager, accountId), await issued(manager, accountId)]
    expect(one.token).not.toBe(two.token)
    expect(one.address).toMatch(/\/c\/[\w-]{86}$/)
    const secret = one.token.slice(43)
    const kept = await owner().unsafe<{ text: string }[]>(
      `select (select string_agg(l::text, '') from client_links l where workspace_id = $1)
        || (select string_agg(c::text, '') from command_log c where workspace_id = $1)
        || (select string_agg(r::text, '') from row_changes r where workspace_id = $1)
        || coalesce((select string_agg(k::text, '') from idempotency_keys k where workspace_id = $1), '') as text`,
      [manager.workspaceId],
    )
    expect(kept[0]?.text).toContain('月結 75 天')
    expect(kept[0]?.text).not.toContain(secret)
  })

  it('is told once: a retry under the same key learns of the link, not of its token', async () => {
    const { manager, accountId } = await aClient()
    const key = randomUUID()
    const first = await perform(sendPaper, manager, wanted(accountId), { now, key })
    const again = await perform(sendPaper, manager, wanted(accountId), { now, key })
    if (!first.ok || !again.ok) throw new Error('refused')
    expect(first.value.token).toMatch(/^[\w-]{86}$/)
    expect(again.value).toEqual({ linkId: first.value.linkId })
    const kept = await owner()`select result from idempotency_keys where workspace_id = ${manager.workspaceId}`
    expect(JSON.stringify(kept)).not.toContain(first.value.token)
  })

  it('refuses alike what is wrong, foreign, revoked, expired, of an archived account, or malformed', async () => {
    const { manager, accountId } = await aClient()
    const other = await aClient()
    const { token, linkId } = await issued(manager, accountId)
    const { client, secretHash } = holder(token)
    const refusal = { code: 'notFound' }
    const wrong = 'a'.repeat(64)
    await expect(ask(forClient, client, { secretHash: wrong }, now)).rejects.toMatchObject(refusal)
    const elsewhere = clientActor({ workspaceId: other.manager.workspaceId, linkId })
    await expect(ask(forClient, elsewhere, { secretHash }, now)).rejects.toMatchObject(refusal)
    const unknown = clientActor({ workspaceId: manager.workspaceId, linkId: randomUUID() })
    await expect(ask(forClient, unknown, { secretHash }, now)).rejects.toMatchObject(refusal)
    await expect(ask(forClient, client, { secretHash }, later)).rejects.toMatchObject(refusal)
    const second = holder((await issued(manager, accountId)).token)
    await perform(archive, manager, { accountId })
    await expect(ask(forClient, second.client, { secretHash: second.secretHash }, now)).rejects.toMatchObject(refusal)
    for (const bad of ['', 'x', token.slice(1), `${token}x`, token.replace(/.$/, '/')])
      expect(clientTokenOf(bad)).toBeNull()
  })

  it('ends at once when it is revoked, by whoever may edit the account', async () => {
    const { manager, accountId } = await aClient()
    const { token, linkId } = await issued(manager, accountId)
    const { client, secretHash } = holder(token)
    const colleague = await person('accountManager', { id: manager.workspaceId })
    const stranger = await newcomer('manager')
    expect(await perform(revoke, colleague, { linkId })).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
    expect(await perform(revoke, stranger, { linkId })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    expect(await perform(revoke, manager, { linkId })).toMatchObject({ ok: true })
    await expect(ask(forClient, client, { secretHash }, now)).rejects.toMatchObject({ code: 'notFound' })
    expect(await perform(answer, client, yes, { now })).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    expect(await perform(recordRead, client, { network: '', device: '' }, { now })).toMatchObject({ ok: false })
  })

  it('ends when the content about the same subject changes, and lives on when the same is sent to another', async () => {
    const { manager, accountId } = await aClient()
    const first = holder((await issued(manager, accountId)).token)
    await issued(manager, accountId)
    await expect(ask(forClient, first.client, { secretHash: first.secretHash }, now)).resolves.toBeDefined()
    await issued(manager, accountId, { paper: { ...paper, title: '2026 年度交易條件（修訂）' } })
    await expect(ask(forClient, first.client, { secretHash: first.secretHash }, now)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('ends with all others of its subject when its owner says so', async () => {
    const { manager, accountId } = await aClient()
    const { client, secretHash } = holder((await issued(manager, accountId)).token)
    await perform(endLinks, manager, { subjectKind: 'termSheet', subjectId }, { now })
    await expect(ask(forClient, client, { secretHash }, now)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is made by neighbours only, for accounts that one sees and that are not archived', async () => {
    const { manager, accountId } = await aClient()
    const stranger = await newcomer('accountManager')
    expect(await perform(issueLink, manager, wanted(accountId))).toMatchObject({ refusal: { code: 'notAllowed' } })
    expect(await perform(sendPaper, stranger, wanted(accountId))).toMatchObject({ refusal: { code: 'notFound' } })
    expect(await perform(sendPaper, manager, wanted(accountId, { personId: randomUUID() }))).toMatchObject({
      refusal: { code: 'links.personUnknown' },
    })
    expect(await perform(sendPaper, manager, wanted(accountId, { mailTo: 'a@example.com' }))).toMatchObject({
      refusal: { code: 'links.noMailServer' },
    })
    expect(await perform(sendPaper, manager, wanted(accountId, { validDays: 91 }))).toMatchObject({
      refusal: { code: 'invalid' },
    })
    await perform(archive, manager, { accountId })
    expect(await perform(sendPaper, manager, wanted(accountId))).toMatchObject({ refusal: { code: 'notFound' } })
  })

  it('notes when and from what network it was opened, not by whom', async () => {
    const { manager, accountId } = await aClient()
    const { client } = holder((await issued(manager, accountId)).token)
    await perform(recordRead, client, { network: '203.0.113.0/24', device: 'LINE|iPhone' }, { now })
    const { links } = await ask(panel, manager, { subjectKind: 'termSheet', subjectId, accountId }, now)
    expect(links).toMatchObject([
      { state: 'open', reads: [{ network: '203.0.113.0/24', device: 'LINE|iPhone', at: now.toISOString() }] },
    ])
  })
})

describe('a client’s answer', () => {
  it('is kept once with the hash of what they read, and told to whoever sent it', async () => {
    const { manager, accountId } = await aClient()
    const { client, secretHash } = holder((await issued(manager, accountId)).token)
    expect(await perform(answer, client, { ...yes, comment: '謝謝' }, { now })).toMatchObject({ ok: true })
    const { answers, links } = await ask(panel, manager, { subjectKind: 'termSheet', subjectId, accountId }, now)
    expect(answers).toMatchObject([
      {
        via: 'link',
        outcome: 'confirmed',
        contentHash,
        person: '王大明',
        answers: { 'need-1': 'valid' },
        comment: '謝謝',
      },
    ])
    expect(links).toMatchObject([{ state: 'answered' }])
    expect((await ask(unreadList, manager, {})).rows).toMatchObject([{ text: '王大明已確認：2026 年度交易條件' }])
    expect(await ask(forClient, client, { secretHash }, now)).toMatchObject({ answer: { outcome: 'confirmed' } })
    const [event] = await owner()`
      select data from pgboss.job where name = 'links.answered' and data ->> 'workspaceId' = ${manager.workspaceId}`
    expect(event?.data).toMatchObject({
      purpose: 'terms',
      subjectKind: 'termSheet',
      subjectId,
      answerId: answers[0]?.id,
    })
  })

  it('cannot be given twice, not even by two at the same moment', async () => {
    const { manager, accountId } = await aClient()
    const { client } = holder((await issued(manager, accountId)).token)
    const tries = await Promise.all(Array.from({ length: 5 }, () => perform(answer, client, yes, { now })))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    const [count] =
      await owner()`select count(*)::int n from client_answers where workspace_id = ${manager.workspaceId}`
    expect(count?.n).toBe(1)
    expect(await perform(answer, client, { ...yes, outcome: 'objected', comment: '不' }, { now })).toMatchObject({
      refusal: { code: 'links.alreadyAnswered' },
    })
  })

  it('counts only for the paper that they had before them', async () => {
    const { manager, accountId } = await aClient()
    const { client } = holder((await issued(manager, accountId)).token)
    expect(await perform(answer, client, { ...yes, contentHash: 'b'.repeat(64) }, { now })).toMatchObject({
      refusal: { code: 'links.paperChanged' },
    })
  })

  it('fits the questions, and an objection says what is wrong', async () => {
    const { manager, accountId } = await aClient()
    const { client } = holder((await issued(manager, accountId)).token)
    const wrong = async (given: object) => {
      const result = await perform(answer, client, { contentHash, outcome: 'confirmed', ...given }, { now })
      return result.ok ? null : Object.keys(result.refusal.fields)
    }
    expect(await wrong({ answers: {} })).toEqual(['answers.need-1'])
    expect(await wrong({ answers: { 'need-1': 'maybe' } })).toEqual(['answers.need-1'])
    expect(await wrong({ answers: { 'need-1': 'valid', other: 'x' } })).toEqual(['answers.other'])
    expect(await wrong({ outcome: 'objected' })).toEqual(['comment'])
    expect(await wrong({ outcome: 'objected', comment: '金額不對' })).toBeNull()
    expect((await ask(unreadList, manager, {})).rows).toMatchObject([{ urgent: true }])
  })

  it('is too late after the link has expired', async () => {
    const { manager, accountId } = await aClient()
    const { client } = holder((await issued(manager, accountId)).token)
    expect(await perform(answer, client, yes, { now: later })).toMatchObject({ refusal: { code: 'notFound' } })
  })

  it('is the client’s own: no member gives it for them', async () => {
    const { manager, accountId } = await aClient()
    const { linkId } = await issued(manager, accountId)
    const all = await person(['manager', 'administrator', 'salesLead'], { id: manager.workspaceId })
    for (const actor of [manager, all, { ...all, id: linkId }])
      expect(await perform(answer, actor, yes, { now })).toMatchObject({ refusal: { code: 'notAllowed' } })
  })
})

describe('an answer that came in another way', () => {
  const filed = { method: 'line', answeredOn: '2026-11-20', outcome: 'confirmed', answers: {} } as const
  const subject = { subjectKind: 'termSheet', subjectId, contentHash, personId: null }

  it('ranks equal to one by link, with the screenshot as its proof', async () => {
    const { manager, accountId } = await aClient()
    const stored = await perform(store, manager, { name: 'line.png', content: new Uint8Array(screenshot) })
    if (!stored.ok) throw stored.refusal
    const input = { ...subject, ...filed, accountId, fileId: stored.value.id }
    expect(await perform(fileIt, manager, input, { now })).toMatchObject({ ok: true })
    const { answers } = await ask(panel, manager, { subjectKind: 'termSheet', subjectId, accountId }, now)
    expect(answers).toMatchObject([{ via: 'line', contentHash, recordedBy: manager.name, fileId: stored.value.id }])
  })

  it('is refused without its proof, of a day to come, or with somebody else’s file', async () => {
    const { manager, accountId } = await aClient()
    const refusal = async (given: object) => {
      const result = await perform(fileIt, manager, { ...subject, ...filed, accountId, ...given }, { now })
      return result.ok ? null : result.refusal.code
    }
    expect(await refusal({})).toBe('links.proofMissing')
    expect(await refusal({ method: 'meeting' })).toBe('links.noteMissing')
    expect(await refusal({ method: 'meeting', note: '王經理於 11/20 會議', answeredOn: '2026-11-22' })).toBe(
      'links.answeredInFuture',
    )
    expect(await refusal({ fileId: randomUUID() })).toBe('files.fileUnknown')
    expect(await refusal({ method: 'meeting', note: '王經理於 11/20 會議' })).toBeNull()
  })

  it('ends the links of its subject, answered by whoever it names', async () => {
    const { manager, accountId } = await aClient()
    const { client, secretHash } = holder((await issued(manager, accountId)).token)
    const input = { ...subject, ...filed, accountId, person: '王大明', method: 'meeting', note: '會議中表示' } as const
    expect(await perform(fileIt, await newcomer('manager'), input, { now })).toMatchObject({
      refusal: { code: 'notFound' },
    })
    await expect(ask(forClient, client, { secretHash }, now)).resolves.toBeDefined()
    expect(await perform(fileIt, manager, input, { now })).toMatchObject({ ok: true })
    expect(await perform(answer, client, yes, { now })).toMatchObject({ refusal: { code: 'notFound' } })
    const { answers, links } = await ask(panel, manager, { subjectKind: 'termSheet', subjectId, accountId }, now)
    expect([answers, links]).toMatchObject([[{ person: '王大明', via: 'meeting' }], [{ state: 'revoked' }]])
  })
})

it('what was sent is seen by members who see the account, and by nobody of another workspace', async () => {
  const { manager, accountId } = await aClient()
  const { linkId } = await issued(manager, accountId)
  const colleague = await person('salesAssistant', { id: manager.workspaceId })
  const stranger = await newcomer('manager')
  expect(await ask(paperOf, colleague, { linkId })).toMatchObject({ contentHash })
  await expect(ask(paperOf, stranger, { linkId })).rejects.toMatchObject({ code: 'notFound' })
  await owner()`update accounts set restricted = true where workspace_id = ${manager.workspaceId} and id = ${accountId}`
  await expect(ask(paperOf, colleague, { linkId })).rejects.toMatchObject({ code: 'notFound' })
  await expect(ask(panel, colleague, { subjectKind: 'termSheet', subjectId, accountId })).rejects.toMatchObject({
    code: 'notFound',
  })
})
