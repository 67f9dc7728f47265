import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '@/lib/kernel/command'
import { endSession, endSessions, saveProfile } from '@/lib/kernel/identity/commands'
import { endAccess } from '@/lib/kernel/identity/member-access'
import { endThisSession, openSessions, switchWorkspace } from '@/lib/kernel/identity/own-sessions'
import { renewPassword } from '@/lib/kernel/identity/passwords'
import { sessionHashOf } from '@/lib/kernel/identity/session-cookie'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { perform } from '@/lib/kernel/perform'
import { aWorkspace, owner, person } from '@/tests/people'
import { again, joinAs, later, minute, type SignInOwner, signInOwner, start, viewerAt, visit } from './identity-people'

const hour = 60 * minute
const enter = (who: SignInOwner, now = start) => signIn(who, visit(), now)
const isOpen = async (session: { session: string }, now = start) => (await viewerAt(session, now)) !== null

/** What the members' administration does with `endAccess`, as a command of its own. */
const takeAccess = command({
  name: 'test.takeAccess',
  permission: { name: 'test.takeAccess', roles: ['administrator'] },
  input: z.strictObject({ memberId: z.uuid() }),
  run: (work, { memberId }) => endAccess(work, memberId),
})

describe('a session ends by itself', () => {
  it('after thirty idle minutes, and not before', async () => {
    const session = await enter(await signInOwner())
    expect(await isOpen(session, later(29 * minute))).toBe(true)
    expect(await isOpen(session, later(58 * minute))).toBe(true)
    expect(await isOpen(session, later(58 * minute + 30 * minute))).toBe(false)
  })

  it('after twelve hours, however busy', async () => {
    const session = await enter(await signInOwner())
    for (let at = 0; at < 12 * hour; at += 20 * minute) expect(await isOpen(session, later(at))).toBe(true)
    expect(await isOpen(session, later(12 * hour))).toBe(false)
  })

  it('and remembers that it was seen at most once a minute', async () => {
    const who = await signInOwner()
    const session = await enter(who)
    const seen = async () => (await openSessions(who.actor.identityId ?? '', start))[0]?.seenAt.getTime()
    await viewerAt(session, later(30_000))
    expect(await seen()).toBe(start.getTime())
    await viewerAt(session, later(90_000))
    expect(await seen()).toBe(later(90_000).getTime())
  })
})

describe('a cookie', () => {
  it('holds a random name and nothing about its owner, and every sign-in makes another', async () => {
    const who = await signInOwner()
    const first = await enter(who)
    const second = await enter(who)
    expect(await sessionHashOf(first.session)).not.toBe(await sessionHashOf(second.session))
    const rows = await owner()`select token_hash from auth.sessions where identity_id = ${who.actor.identityId ?? ''}`
    expect(rows.map((row) => row.token_hash)).toContain(await sessionHashOf(first.session))
    expect(rows.map((row) => row.token_hash)).not.toContain(first.session)
  })

  it('that we did not make opens nothing', async () => {
    const { session } = await enter(await signInOwner())
    const forged = [`${session}x`, session.slice(0, -4), 'abc', '', undefined, `${session.slice(0, 40)}${session}`]
    expect(await Promise.all(forged.map((each) => sessionHashOf(each)))).toEqual(forged.map(() => null))
  })

  it('that a browser had before ends when somebody signs in there', async () => {
    const here = visit()
    const before = await signIn(await signInOwner(), here, start)
    await signIn(await signInOwner(), await again(before, here), start)
    expect(await isOpen(before)).toBe(false)
  })
})

describe('five devices', () => {
  const five = async () => {
    const who = await signInOwner()
    const sessions = await Promise.all(Array.from({ length: 5 }, () => enter(who)))
    return { who, sessions }
  }
  const open = async (sessions: { session: string }[], now = start) =>
    (await Promise.all(sessions.map((each) => isOpen(each, now)))).filter(Boolean).length
  const idOf = async (session: { session: string }) => (await viewerAt(session, start))?.sessionId ?? ''

  it('are listed with their kind and place', async () => {
    const { who } = await five()
    const listed = await openSessions(who.actor.identityId ?? '', start)
    expect(listed).toHaveLength(5)
    expect(listed[0]).toMatchObject({ device: 'Chrome|Windows', workspace: who.workspace.name, openedAt: start })
  })

  it('one is ended from another, and a stranger ends none', async () => {
    const { who, sessions } = await five()
    const [first = { session: '' }] = sessions
    const sessionId = await idOf(first)
    await perform(endSession, (await signInOwner()).actor, { sessionId }, { now: start })
    expect(await open(sessions)).toBe(5)
    await perform(endSession, who.actor, { sessionId }, { now: start })
    expect(await open(sessions)).toBe(4)
    expect(await isOpen(first)).toBe(false)
  })

  it('all end together, this one included', async () => {
    const { who, sessions } = await five()
    await perform(endSessions, who.actor, {}, { now: start })
    expect(await open(sessions)).toBe(0)
  })

  it('signing out ends this one only', async () => {
    const { sessions } = await five()
    await endThisSession((await sessionHashOf(sessions[0]?.session)) ?? '', start)
    expect(await open(sessions)).toBe(4)
  })

  it('a new password ends the others and goes on here under a new name', async () => {
    const { who, sessions } = await five()
    const [mine = { session: '' }] = sessions
    const viewer = await viewerAt(mine, start)
    if (!viewer) throw new Error('no session')
    const here = visit({ sessionHash: await sessionHashOf(mine.session) })
    const change = (currentPassword: string) =>
      renewPassword({ currentPassword, newPassword: 'tea in the rain' }, viewer, here, start)
    await expect(change('not the old one')).rejects.toMatchObject({ code: 'identity.wrongPassword' })
    expect(await open(sessions)).toBe(5)
    const next = await change(who.password)
    expect(await open(sessions)).toBe(0)
    expect(await isOpen({ session: next })).toBe(true)
    await expect(enter(who)).rejects.toMatchObject({ code: 'identity.wrongSignIn' })
    await enter({ ...who, password: 'tea in the rain' })
  })

  it('guesses at the current password are counted too', async () => {
    const who = await signInOwner()
    const session = await enter(who)
    const viewer = await viewerAt(session, start)
    if (!viewer) throw new Error('no session')
    const here = visit({ sessionHash: await sessionHashOf(session.session) })
    const guess = () =>
      renewPassword({ currentPassword: 'a guess', newPassword: 'tea in the rain' }, viewer, here, start).catch(
        (error) => error.code,
      )
    const told = []
    for (let i = 0; i < 12; i++) told.push(await guess())
    expect(told.filter((code) => code === 'identity.wrongPassword')).toHaveLength(10)
    expect(told.at(-1)).toBe('identity.tooManyTries')
  })

  it('an administrator ends all of a member, and only of their own workspace', async () => {
    const { who, sessions } = await five()
    const stranger = await person('administrator', await aWorkspace())
    await perform(takeAccess, stranger, { memberId: who.actor.id }, { now: start })
    expect(await open(sessions)).toBe(5)
    const administrator = await person('administrator', who.workspace)
    const result = await perform(takeAccess, administrator, { memberId: who.actor.id }, { now: start })
    expect(result).toEqual({ ok: true, value: 5 })
    expect(await open(sessions)).toBe(0)
  })

  it('none is left when the member is deactivated', async () => {
    const { who, sessions } = await five()
    await owner()`update members set status = 'deactivated' where id = ${who.actor.id}`
    expect(await open(sessions)).toBe(0)
  })
})

describe('what a request may is decided by the rows of that moment', () => {
  it('roles and reports change with the next request', async () => {
    const who = await signInOwner('salesLead')
    const session = await enter(who)
    const report = await person('accountManager', who.workspace, { reportsTo: who.actor })
    const below = await person('accountManager', who.workspace, { reportsTo: report })
    expect((await viewerAt(session, start))?.actor.reports.toSorted()).toEqual([report.id, below.id].toSorted())
    await owner()`update members set roles = '{auditor}' where id = ${who.actor.id}`
    expect((await viewerAt(session, start))?.actor).toMatchObject({ roles: ['auditor'], reports: [] })
  })

  it('a loop of requests sees a demotion and a deactivation within a second', async () => {
    const who = await signInOwner('manager')
    const session = await enter(who)
    const saw: { roles: readonly string[] | null; at: number }[] = []
    let asking = true
    const loop = async () => {
      while (asking) {
        const asked = performance.now()
        saw.push({ roles: (await viewerAt(session, start))?.actor.roles ?? null, at: asked })
      }
    }
    const loops = Promise.all([loop(), loop(), loop()])
    const enough = async (count: number) => {
      const until = saw.length + count
      while (saw.length < until) await viewerAt(session, start)
    }
    await enough(20)
    await owner()`update members set roles = '{auditor}' where id = ${who.actor.id}`
    const demoted = performance.now()
    await enough(20)
    await owner()`update members set status = 'deactivated' where id = ${who.actor.id}`
    const deactivated = performance.now()
    await enough(20)
    asking = false
    await loops
    expect(saw.filter(({ roles, at }) => at > demoted && roles?.includes('manager'))).toEqual([])
    expect(saw.filter(({ roles, at }) => at > deactivated && roles !== null)).toEqual([])
  })
})

describe('one person in two workspaces', () => {
  it('switches between them, and into no other', async () => {
    const who = await signInOwner('manager')
    const second = await aWorkspace('第二家公司')
    await joinAs(who.actor.identityId ?? '', await person('auditor', second), second)
    const foreign = await aWorkspace('別人的公司')
    const session = await enter(who)
    const hash = (await sessionHashOf(session.session)) ?? ''
    expect((await viewerAt(session, start))?.otherWorkspaces).toEqual([
      { id: second.id, name: '第二家公司', kind: 'live' },
    ])
    expect(await switchWorkspace(hash, foreign.id, start)).toBe(false)
    expect(await switchWorkspace(hash, second.id, start)).toBe(true)
    const viewer = await viewerAt(session, start)
    expect(viewer?.actor).toMatchObject({ workspaceId: second.id, roles: ['auditor'] })
    expect((await viewerAt(await enter(who, later(minute)), later(minute)))?.workspace.id).toBe(second.id)
  })

  it('loses the place where they are deactivated and keeps the other', async () => {
    const who = await signInOwner('manager')
    const second = await aWorkspace('第二家公司')
    const there = await person('auditor', second)
    await joinAs(who.actor.identityId ?? '', there, second)
    const session = await enter(who)
    const hash = (await sessionHashOf(session.session)) ?? ''
    await owner()`update members set status = 'deactivated' where id = ${there.id}`
    expect((await viewerAt(session, start))?.otherWorkspaces).toEqual([])
    expect(await switchWorkspace(hash, second.id, start)).toBe(false)
  })
})

it('a profile keeps the name with its history, and language and theme with the person', async () => {
  const who = await signInOwner()
  const session = await enter(who)
  await perform(saveProfile, who.actor, { name: '林小君', locale: 'en', theme: 'dark' }, { now: start })
  const viewer = await viewerAt(session, start)
  expect(viewer).toMatchObject({ theme: 'dark', actor: { name: '林小君', locale: 'en' } })
  const changes = await owner()`select before, after from row_changes where row_id = ${who.actor.id}`
  expect(changes).toMatchObject([{ before: { name: '林怡君' }, after: { name: '林小君' } }])
})
