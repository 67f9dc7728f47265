import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendarDays } from '@/db/schema/workspace'
import { noteAnchor, readAnchors } from '@/lib/kernel/anchors'
import { command } from '@/lib/kernel/command'
import { environment } from '@/lib/kernel/environment'
import { perform } from '@/lib/kernel/perform'
import { digestOfChange, findUnanchored, linkOf, sealWorkspace, verifyWorkspace } from '@/lib/kernel/seal'
import { insertRow } from '@/lib/kernel/write'
import { anchorHistory } from '@/lib/modules/workspace/jobs'
import { newcomer, owner, superuser } from '@/tests/people'

const file = environment().ANCHORS_FILE ?? ''
const forget = () => rmSync(file, { force: true })
beforeEach(forget)
afterEach(forget)

const close = command({
  name: 'test.close',
  permission: { name: 'test.close', roles: ['manager'] },
  input: z.strictObject({ day: z.iso.date() }),
  run: (work, { day }) => insertRow(work, calendarDays, { day, name: '公休', kind: 'closed' }),
})

type Manager = Awaited<ReturnType<typeof newcomer>>

async function closes(manager: Manager, ...days: string[]) {
  for (const day of days) await perform(close, manager, { day })
  await sealWorkspace(manager.workspaceId, new Date(Date.now() + 60_000))
}

const noon = (day: string) => new Date(`${day}T04:00:00Z`)
const anchorOn = ({ workspaceId }: Manager, day: string) =>
  anchorHistory.run({ input: {}, now: noon(day), workspaceId, jobId: 'test' })
const noted = async () => (await readAnchors(file)).anchors.map(({ day, number }) => [day, number])

describe('the end of the history is noted outside the database', () => {
  it('once a day, and not again while nothing was added', async () => {
    const manager = await newcomer('manager')
    await anchorOn(manager, '2026-01-01')
    expect(existsSync(file)).toBe(false)
    await closes(manager, '2026-01-02')
    for (const day of ['2026-01-02', '2026-01-02', '2026-01-03']) await anchorOn(manager, day)
    await closes(manager, '2026-01-05')
    await anchorOn(manager, '2026-01-02')
    await anchorOn(manager, '2026-01-05')
    expect(await noted()).toEqual([
      ['2026-01-02', 1],
      ['2026-01-05', 2],
    ])
  })

  it('for each workspace by itself, and not for the demonstration', async () => {
    const [one, other, demo] = [await newcomer('manager'), await newcomer('manager'), await newcomer('manager')]
    await superuser()`update workspaces set kind = 'demo' where id = ${demo.workspaceId}`
    for (const manager of [one, other, demo]) {
      await closes(manager, '2026-01-02')
      await anchorOn(manager, '2026-01-02')
    }
    const { anchors } = await readAnchors(file)
    expect(anchors.map(({ workspaceId }) => workspaceId)).toEqual([one.workspaceId, other.workspaceId])
  })

  it('on a line of its own after half a line, which is named', async () => {
    const anchor = { day: '2026-01-02', workspaceId: crypto.randomUUID(), number: 1, digest: 'a'.repeat(64) }
    await noteAnchor(file, anchor)
    appendFileSync(file, '{"day":"2026-01-0')
    const next = { ...anchor, day: '2026-01-03', number: 2 }
    await noteAnchor(file, next)
    expect(await readAnchors(file)).toEqual({ anchors: [anchor, next], unreadable: [2] })
    expect(readFileSync(file, 'utf8')).toMatch(/\n$/)
  })
})

/** Takes the last seal away with everything that it binds. */
async function cutTheEnd(workspaceId: string) {
  const [before] = await owner()`select through_id from audit_seals where workspace_id = ${workspaceId} and number = 1`
  await owner()`delete from row_changes where workspace_id = ${workspaceId} and id > ${before?.through_id}`
  await owner()`delete from audit_seals where workspace_id = ${workspaceId} and number > 1`
}

type ForgedRow = {
  id: string
  command_id: string
  table: string
  row_id: string
  row_version: number
  before: unknown
  after: Record<string, unknown>
  command: string
  actor_id: string
}

/** Changes the first record and makes every digest and every link anew, by the formula that the product itself uses. */
async function makeAnew(workspaceId: string) {
  const changes = await owner()<ForgedRow[]>`
    select c.*, l.command, l.actor_id from row_changes c
    join command_log l on l.workspace_id = c.workspace_id and l.id = c.command_id
    where c.workspace_id = ${workspaceId} order by c.id`
  const seals = await owner()`select * from audit_seals where workspace_id = ${workspaceId} order by number`
  let link = '0'.repeat(64)
  for (const seal of seals) {
    const digests: string[] = []
    for (const change of changes.splice(0, Number(seal.changes))) {
      const after = { ...change.after, name: '補班' }
      const digest = digestOfChange(
        { name: change.command, actorId: change.actor_id },
        {
          commandId: change.command_id,
          table: change.table,
          rowId: change.row_id,
          rowVersion: Number(change.row_version),
          before: change.before,
          after,
        },
      )
      await owner()`update row_changes set after = ${owner().json(after as never)}, digest = ${digest}
        where workspace_id = ${workspaceId} and id = ${change.id}`
      digests.push(digest)
    }
    link = linkOf(link, digests)
    await owner()`update audit_seals set digest = ${link} where workspace_id = ${workspaceId} and id = ${seal.id}`
  }
}

describe('a history that leads there', () => {
  it('is found whole', async () => {
    const manager = await newcomer('manager')
    await closes(manager, '2026-01-02')
    await anchorOn(manager, '2026-01-02')
    await closes(manager, '2026-01-05')
    const { anchors } = await readAnchors(file)
    expect(await findUnanchored(manager.workspaceId, anchors)).toEqual([])
  })

  it.each([
    ['cut short', cutTheEnd, ['2026-01-05']],
    ['made anew', makeAnew, ['2026-01-02', '2026-01-05']],
  ])('is not what it was when it was %s, although it is sound in itself', async (_, forge, days) => {
    const manager = await newcomer('manager')
    for (const day of ['2026-01-02', '2026-01-05']) {
      await closes(manager, day)
      await anchorOn(manager, day)
    }
    await forge(manager.workspaceId)
    expect((await verifyWorkspace(manager.workspaceId)).broken).toBeNull()
    const { anchors } = await readAnchors(file)
    expect((await findUnanchored(manager.workspaceId, anchors)).map(({ day }) => day)).toEqual(days)
  })
})
