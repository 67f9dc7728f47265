import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { Refusal } from '@/lib/kernel/refusal'
import { edit } from '@/lib/modules/accounts/commands'
import { joinTeam, leaveTeam } from '@/lib/modules/accounts/commands-team'
import { archive, attach, restore, store } from '@/lib/modules/files/commands'
import { attachInput } from '@/lib/modules/files/model'
import { byId, filesOf } from '@/lib/modules/files/queries'
import { download } from '@/lib/modules/files/queries-download'
import { owner } from '@/tests/people'
import { aCompany, anAccount, codeOf, denied, done, refused } from '../accounts/scene'

const jpeg = (bytes = 2_000) =>
  new Uint8Array(Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(bytes)]))
const photo = (wish: object = {}) => ({ name: '陳列照片.jpg', content: jpeg(), ...wish })

/** What a neighbour does: attaches to a record of its own. */
const attachTo = command({
  name: 'test.attach',
  permission: { name: 'test.attach', roles: everyone },
  input: attachInput,
  run: (work, input) => work.call(attach, input),
})

async function statusOf(actor: Actor, fileId: string): Promise<number | string> {
  try {
    return (await download(actor, fileId)).status
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('storing a file', () => {
  it('keeps every byte, tells type, size and hash, and puts no byte of it into the history', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    const content = jpeg(3_000_000)
    const file = await done(store, mine, { ...photo({ content }), accountId })
    expect(file).toMatchObject({ name: '陳列照片.jpg', mediaType: 'image/jpeg', size: content.byteLength })
    const response = await download(mine, file.id)
    const back = Buffer.from(await response.arrayBuffer())
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(hash(back)).toBe(hash(content))
    expect((await ask(byId, mine, { fileId: file.id })).hash).toBe(hash(content))
    const [audit] = await owner()<{ bytes: number }[]>`
      select sum(length(coalesce(after::text, '')))::int as bytes from row_changes where workspace_id = ${mine.workspaceId}`
    const [log] = await owner()<{ bytes: number }[]>`
      select sum(length(input::text))::int as bytes from command_log where workspace_id = ${mine.workspaceId}`
    expect((audit?.bytes ?? 0) + (log?.bytes ?? 0)).toBeLessThan(20_000)
  })

  it('hands it out for saving only, under its name in every script', async () => {
    const { mine } = await aCompany()
    const { id } = await done(store, mine, photo({ name: '報價單 "A" (1).jpg' }))
    const { headers } = await download(mine, id)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="___ _A_ (1).jpg"; filename*=UTF-8''${encodeURIComponent('報價單 _A_ ')}%281%29.jpg`,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('refuses what is empty or too large with a sentence, and stores nothing of it', async () => {
    const { mine } = await aCompany()
    const empty = await refused(store, mine, photo({ content: new Uint8Array() }))
    expect(empty.sentence('zh-TW')).toBe('這個檔案是空的。')
    const large = await refused(store, mine, photo({ content: jpeg(26 * 1_048_576) }))
    expect(large.sentence('zh-TW')).toBe('這個檔案超過 25 MB。')
    const [kept] = await owner()<{ files: number }[]>`
      select count(*)::int as files from files where workspace_id = ${mine.workspaceId}`
    expect(kept?.files).toBe(0)
  })

  it('is not for those who only read, and not possible without the bytes', async () => {
    const { auditor, mine } = await aCompany()
    expect(await codeOf(store, auditor, photo())).toBe('notAllowed')
    expect((await refused(store, mine, { name: 'a.jpg', content: 'text' })).fields).toHaveProperty('content')
  })
})

describe('who may read a file', () => {
  it('is only the uploader while it belongs to nothing', async () => {
    const { mine, manager, stranger } = await aCompany()
    const { id } = await done(store, mine, photo())
    expect(await statusOf(mine, id)).toBe(200)
    for (const actor of [manager, stranger]) expect(await statusOf(actor, id)).toBe('notFound')
  })

  it('is whoever may see the account, and the uploader no longer when access to the account ends', async () => {
    const { mine, other, manager, auditor, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    await done(joinTeam, mine, { accountId, memberId: other.id, role: '協辦', employment: 'contractor' })
    const { id } = await done(store, other, { ...photo(), accountId })
    for (const actor of [mine, other, manager, auditor]) expect(await statusOf(actor, id)).toBe(200)
    await done(edit, mine, { accountId, restricted: 'true' })
    expect(await statusOf(other, id)).toBe(200)
    await done(leaveTeam, mine, { accountId, memberId: other.id })
    expect(await statusOf(other, id)).toBe('notFound')
    expect(await statusOf(stranger, id)).toBe('notFound')
    expect(await denied(filesOf, other, { accountId })).toBe('notFound')
  })

  it('answers alike for what is foreign, unknown and malformed', async () => {
    const { mine, stranger } = await aCompany()
    const { id } = await done(store, stranger, photo())
    for (const fileId of [id, crypto.randomUUID(), 'x', '../../etc/passwd'])
      expect(await statusOf(mine, fileId)).toBe('notFound')
  })

  it('is not widened by attaching it elsewhere, after access to it was lost', async () => {
    const { mine, other } = await aCompany()
    const [restricted, open] = [await anAccount(mine), await anAccount(other)]
    await done(joinTeam, mine, { accountId: restricted, memberId: other.id, role: '協辦', employment: 'contractor' })
    const { id } = await done(store, other, { ...photo(), accountId: restricted })
    await done(edit, mine, { accountId: restricted, restricted: 'true' })
    await done(leaveTeam, mine, { accountId: restricted, memberId: other.id })
    const again = { kind: 'account', subjectId: open, accountId: open, fileIds: [id] }
    expect(await codeOf(attachTo, other, again)).toBe('files.fileUnknown')
  })
})

describe('attaching', () => {
  it('needs the right to edit the account, and an account that is there', async () => {
    const { mine, other, assistant, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    for (const actor of [other, assistant])
      expect(await codeOf(store, actor, { ...photo(), accountId })).toBe('notAllowed')
    expect(await codeOf(store, stranger, { ...photo(), accountId })).toBe('files.accountUnknown')
  })

  it('is done by a neighbour with the actor’s own uploads, once however often it is said', async () => {
    const { mine, other } = await aCompany()
    const accountId = await anAccount(mine)
    const [own, theirs] = [await done(store, mine, photo()), await done(store, other, photo())]
    const to = { kind: 'interaction', subjectId: crypto.randomUUID(), accountId }
    await done(attachTo, mine, { ...to, fileIds: [own.id] })
    await done(attachTo, mine, { ...to, fileIds: [own.id] })
    expect((await refused(attachTo, mine, { ...to, fileIds: [own.id, theirs.id] })).fields).toHaveProperty('fileIds')
    expect((await ask(filesOf, mine, { accountId })).files).toMatchObject([{ id: own.id, kind: 'interaction' }])
    expect(await codeOf(attach, mine, { ...to, fileIds: [own.id] })).toBe('notAllowed')
  })

  it('is undone and done again by those who may edit; what came with another record is removed there', async () => {
    const { mine, other, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    const own = await done(store, mine, { ...photo(), accountId })
    const logged = await done(store, mine, photo({ name: '會議.jpg' }))
    await done(attachTo, mine, { kind: 'interaction', subjectId: crypto.randomUUID(), accountId, fileIds: [logged.id] })
    const linkOf = async (id: string) =>
      (await ask(filesOf, mine, { accountId })).files.find((file) => file.id === id)?.linkId ?? ''
    const linkId = await linkOf(own.id)
    expect(await codeOf(archive, mine, { accountId, linkId: await linkOf(logged.id) })).toBe('files.notInAccount')
    expect(await codeOf(archive, other, { accountId, linkId })).toBe('notAllowed')
    expect(await codeOf(archive, stranger, { accountId, linkId })).toBe('files.accountUnknown')
    const elsewhere = await anAccount(mine, { name: '另一家' })
    expect(await codeOf(archive, mine, { accountId: elsewhere, linkId })).toBe('notFound')
    await done(archive, mine, { accountId, linkId })
    expect((await ask(filesOf, mine, { accountId })).removed.map(({ id }) => id)).toEqual([own.id])
    expect(await statusOf(other, own.id)).toBe('notFound')
    expect(await codeOf(restore, other, { accountId, linkId })).toBe('notAllowed')
    await done(restore, mine, { accountId, linkId })
    expect(await statusOf(other, own.id)).toBe(200)
  })

  it('keeps the content out of the log even when the upload is refused', async () => {
    const { mine } = await aCompany()
    await perform(store, mine, { name: 'a.svg', content: Buffer.from('<svg>secret-drawing</svg>') })
    const rows =
      await owner()`select input from command_log where workspace_id = ${mine.workspaceId} and command = 'files.store'`
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('secret-drawing')
  })
})
