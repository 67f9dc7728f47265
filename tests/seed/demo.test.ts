import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Demo, loadDemo } from '@/db/seed/demo'
import { foundWithStaff } from '@/db/seed/load-members'
import { removeDemo } from '@/db/seed/remove-demo'
import { workspaceActor } from '@/lib/kernel/actor'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { runJob } from '@/lib/kernel/worker'
import { verifyRecords } from '@/lib/modules/audit'
import { remove } from '@/lib/modules/demo/commands'
import { loadWanted, removeWanted } from '@/lib/modules/demo/jobs'
import { signInOwner, viewerAt, visit } from '@/tests/kernel/identity-people'
import { newcomer, owner } from '@/tests/people'
import { contentsOf, now } from './contents'

const letIn = (email: string, password: string) => signIn({ email, password }, visit(), now)
const code = (promise: Promise<unknown>) => promise.then(() => 'done').catch((error) => error.code ?? error.message)

/** How many rows each table with a workspace holds of this one, and the global ones beside. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const db = owner()
  const tables = await db<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db.unsafe(`select count(*)::int as n from ${name} where workspace_id = $1`, [workspaceId])
    if (row?.n > 0) counts[name] = row?.n
  }
  return counts
}

const identities = async () => (await owner()`select email from identities order by email`).map(({ email }) => email)

/** What only the owner may ask of the functions, and what the product's role is refused. */
const call = (workspaceId: string, asked: string) =>
  inTransaction({ workspaceId }, 'read write', (tx) => tx.execute(sql`select app.remove_demo(${asked})`)).catch(
    (error) => String(error.cause ?? error),
  )

/** One story: a demonstration is one workspace for the whole installation, and loading it takes a while. */
describe('the demonstration', () => {
  let interrupted: string
  let demo: Demo

  beforeAll(async () => {
    interrupted = (await foundWithStaff(now)).howard.workspaceId
    demo = await loadDemo({ now })
  }, 240_000)

  contentsOf(() => demo)

  it('is whole: its signed papers, and what was agreed and measured as its history says', async () => {
    const { broken, signed, unrecorded } = await verifyRecords(demo.workspaceId, [])
    expect({ broken, signed: signed.broken, unrecorded }).toEqual({ broken: null, signed: [], unrecorded: [] })
    expect(signed.versions).toBeGreaterThan(0)
  })

  it('replaces one whose loading was interrupted', async () => {
    expect(demo.isNew).toBe(true)
    expect(demo.workspaceId).not.toBe(interrupted)
    expect(await rowsOf(interrupted)).toEqual({})
    expect(await owner()`select count(*)::int as n from workspaces`).toMatchObject([{ n: 1 }])
  })

  it('is kept as it is when loaded twice, with new passwords', async () => {
    const before = await rowsOf(demo.workspaceId)
    const [first] = demo.signIns
    const session = await letIn(first?.email ?? '', first?.password ?? '')
    const again = await loadDemo({ now })
    expect(again).toMatchObject({ workspaceId: demo.workspaceId, isNew: false })
    const { command_log: _, 'auth.sessions': __, ...after } = await rowsOf(demo.workspaceId)
    expect(before).toMatchObject(after)
    expect(await viewerAt(session, now)).toBeNull()
    expect(await code(letIn(first?.email ?? '', first?.password ?? ''))).toBe('identity.wrongSignIn')
    for (const { email, password } of again.signIns) expect(await code(letIn(email, password))).toBe('done')
    demo = again
  })

  it('lets in as administrator who wanted it while setting up, and nobody loses a password', async () => {
    const founder = await signInOwner(['administrator', 'manager'], { email: 'founder@example.com', name: '王小明' })
    const payload = { workspaceId: founder.workspace.id, identityId: founder.actor.identityId }
    const delivery = { jobId: 'one', workspaceId: founder.workspace.id, payload, now }
    await runJob(loadWanted, delivery)
    await runJob(loadWanted, delivery)
    const viewer = await viewerAt(await letIn(founder.email, founder.password), now)
    expect(viewer?.otherWorkspaces).toEqual([{ id: demo.workspaceId, name: '禾岫實業（示範）', kind: 'demo' }])
    const members = await owner()`select name, roles, status from members
      where workspace_id = ${demo.workspaceId} and identity_id = ${founder.actor.identityId}`
    expect(members).toEqual([{ name: '王小明', roles: ['administrator', 'manager'], status: 'active' }])
    const [first] = demo.signIns
    expect(await code(letIn(first?.email ?? '', first?.password ?? ''))).toBe('done')
  })

  it('cannot be entered by a password for anybody real', async () => {
    const actor = workspaceActor(demo.workspaceId)
    const admit = (member: string, email: string) =>
      inTransaction(actor, 'read write', (tx) =>
        tx.execute(
          sql`select app.admit_to_demo(${demo.workspaceId}, ${member}, ${member}, ${email}, '名', '$argon2id$x', now())`,
        ),
      ).then(
        () => 'done',
        (error) => String(error.cause ?? error),
      )
    const stranger = await signInOwner('accountManager', { email: 'somebody@work.example' })
    expect(await admit(stranger.actor.id, 'founder@example.com')).toContain('real person')
    expect(await admit(stranger.actor.id, 'somebody@work.example')).toContain('works elsewhere')
    expect(await code(letIn(stranger.email, stranger.password))).toBe('done')
  })

  it('is removed only by its administrator, with a tick; a workspace of work never', async () => {
    const lead = { ...workspaceActor(demo.workspaceId), kind: 'member' as const, roles: ['salesLead'] as const }
    expect(await perform(remove, lead, { confirmed: true })).toMatchObject({ refusal: { code: 'notAllowed' } })
    const platform = workspaceActor(demo.workspaceId)
    expect(await perform(remove, platform, {})).toMatchObject({
      refusal: { code: 'invalid', fields: { confirmed: { code: 'notConfirmed' } } },
    })
    const live = await newcomer('administrator')
    expect(await perform(remove, live, { confirmed: true })).toMatchObject({ refusal: { code: 'demo.notDemo' } })
    expect(await call(live.workspaceId, live.workspaceId)).toContain('no demonstration')
    expect(await call(live.workspaceId, demo.workspaceId)).toContain('another workspace')
    expect((await rowsOf(live.workspaceId)).members).toBe(1)
    expect((await rowsOf(demo.workspaceId)).accounts).toBe(12)
  })

  it('leaves nothing behind when removed, and everything of everybody else', async () => {
    const other = await newcomer('accountManager')
    const kept = await rowsOf(other.workspaceId)
    const founder = await owner()`select id from identities where email = 'founder@example.com'`
    const session = await letIn('founder@example.com', 'blue mug, 42 stairs')
    await owner()`update auth.sessions set workspace_id = ${demo.workspaceId} where identity_id = ${founder[0]?.id}`
    expect((await viewerAt(session, now))?.workspace.kind).toBe('demo')

    expect(await perform(remove, workspaceActor(demo.workspaceId), { confirmed: true })).toMatchObject({ ok: true })
    const [job] = await owner()`select data from pgboss.job where name = 'demo.removalWanted'`
    expect(job?.data).toEqual({ workspaceId: demo.workspaceId })
    await runJob(removeWanted, { jobId: 'two', workspaceId: demo.workspaceId, payload: job?.data, now })

    expect(await rowsOf(demo.workspaceId)).toEqual({})
    expect(await owner()`select name from pgboss.job where data->>'workspaceId' = ${demo.workspaceId}`).toEqual([])
    expect(await owner()`select id from workspaces where kind = 'demo'`).toEqual([])
    expect(await identities()).toEqual(['founder@example.com', 'somebody@work.example'])
    expect(await rowsOf(other.workspaceId)).toEqual(kept)
    expect((await viewerAt(session, now))?.workspace).toMatchObject({ kind: 'live' })
    const [first] = demo.signIns
    expect(await code(letIn(first?.email ?? '', first?.password ?? ''))).toBe('identity.wrongSignIn')
  })

  it('takes being removed twice calmly', async () => {
    expect(await removeDemo(demo.workspaceId)).toBe(false)
  })
})
