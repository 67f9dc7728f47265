import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { acceptInvitation, issueInvitation } from '@/lib/kernel/identity/invitations'
import { newLink } from '@/lib/kernel/identity/link'
import { endAccess, issueLink } from '@/lib/kernel/identity/member-access'
import { mustNotFlood, requestReset, resetPassword } from '@/lib/kernel/identity/resets'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { perform } from '@/lib/kernel/perform'
import { aWorkspace, owner, person } from '@/tests/people'
import {
  full,
  joinAs,
  later,
  minute,
  requestedMails,
  type SignInOwner,
  signInOwner,
  start,
  viewerAt,
  visit,
} from './identity-people'

const day = 24 * 60 * minute
const fresh = 'tea in the rain'
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error) => error.code as string,
  )

const administrators = { name: 'test.members', roles: ['administrator'] } as const
const invite = command({
  name: 'test.invite',
  permission: administrators,
  input: z.strictObject({ memberId: z.uuid(), email: z.string() }),
  run: (work, input) => issueInvitation(work, input),
})
const takeAccess = command({
  name: 'test.takeAccess',
  permission: administrators,
  input: z.strictObject({ memberId: z.uuid() }),
  run: (work, { memberId }) => endAccess(work, memberId),
})

/** A member whom an administrator just invited, and the token in the mail that was asked for. */
async function invited({
  email = `${randomUUID()}@example.com`,
  workspace = undefined as { id: string } | undefined,
} = {}) {
  const here = workspace ?? (await aWorkspace())
  const administrator = await person('administrator', here)
  const member = await person('accountManager', here, { name: '陳大文' })
  await owner()`update members set status = 'notInvited' where id = ${member.id}`
  const result = await perform(invite, administrator, { memberId: member.id, email }, { now: start })
  const token = (await requestedMails(email)).at(-1)?.token ?? ''
  return { administrator, member, email, token, result, workspace: here }
}

async function resetAsked(given: { email?: string } = {}): Promise<SignInOwner & { token: string }> {
  const who = await signInOwner('manager', given)
  await requestReset(who.email, start)
  return { ...who, token: (await requestedMails(who.email)).at(-1)?.token ?? '' }
}

describe('an invitation', () => {
  it('lets the member choose a password once and signs them in', async () => {
    const { token, member, email } = await invited()
    const admitted = await acceptInvitation({ token, password: fresh }, visit(), later(6 * day))
    expect((await viewerAt(admitted, later(6 * day)))?.actor).toMatchObject({ id: member.id, name: '陳大文' })
    expect(await code(acceptInvitation({ token, password: fresh }, visit(), later(6 * day)))).toBe('identity.linkOver')
    expect(await code(signIn({ email, password: fresh }, visit(), later(6 * day)))).toBe('done')
  })

  it('is over after seven days, when another one was sent, and when access was taken', async () => {
    const late = await invited()
    expect(await code(acceptInvitation({ ...late, password: fresh }, visit(), later(7 * day)))).toBe(
      'identity.linkOver',
    )
    const twice = await invited()
    await perform(invite, twice.administrator, { memberId: twice.member.id, email: twice.email }, { now: start })
    expect(await code(acceptInvitation({ ...twice, password: fresh }, visit(), start))).toBe('identity.linkOver')
    const taken = await invited()
    await perform(takeAccess, taken.administrator, { memberId: taken.member.id }, { now: start })
    expect(await code(acceptInvitation({ ...taken, password: fresh }, visit(), start))).toBe('identity.linkOver')
    const gone = await invited()
    await owner()`update members set status = 'deactivated' where id = ${gone.member.id}`
    expect(await code(acceptInvitation({ ...gone, password: fresh }, visit(), start))).toBe('identity.linkOver')
  })

  it('used many times at once works once', async () => {
    const { token } = await invited()
    const many = Array.from({ length: full ? 50 : 8 }, () =>
      code(acceptInvitation({ token, password: fresh }, visit(), start)),
    )
    expect((await Promise.all(many)).filter((each) => each === 'done')).toHaveLength(1)
  })

  it('never gives somebody who already signs in elsewhere a new password', async () => {
    const elsewhere = await signInOwner('manager')
    const { token, workspace } = await invited({ email: elsewhere.email })
    expect(await code(acceptInvitation({ token, password: fresh }, visit(), start))).toBe('identity.wrongPassword')
    expect(await code(signIn({ ...elsewhere, password: fresh }, visit(), start))).toBe('identity.wrongSignIn')
    const admitted = await acceptInvitation({ token, password: elsewhere.password }, visit(), start)
    const viewer = await viewerAt(admitted, start)
    const places = [viewer?.workspace.id, ...(viewer?.otherWorkspaces ?? []).map(({ id }) => id)]
    expect(places.toSorted()).toEqual([elsewhere.workspace.id, workspace.id].toSorted())
  })

  it('does not name the identity on the member before it is accepted', async () => {
    const { member, token } = await invited()
    const identity = async () =>
      (await owner()`select identity_id from members where id = ${member.id}`)[0]?.identity_id
    expect(await identity()).toBeNull()
    await acceptInvitation({ token, password: fresh }, visit(), start)
    expect(await identity()).not.toBeNull()
  })

  it('is refused for a second member with the same e-mail, and for one who can sign in', async () => {
    const { workspace, email, administrator, member, token } = await invited()
    expect((await invited({ workspace, email })).result).toMatchObject({ refusal: { code: 'identity.emailTaken' } })
    await acceptInvitation({ token, password: fresh }, visit(), start)
    const again = await perform(invite, administrator, { memberId: member.id, email }, { now: start })
    expect(again).toMatchObject({ refusal: { code: 'identity.alreadyActive' } })
  })

  it('refuses weak passwords beside their field and stays good', async () => {
    const { token } = await invited()
    for (const password of ['short', 'password2026', '陳大文20261121', 'accord 2026!!'])
      await expect(acceptInvitation({ token, password }, visit(), start)).rejects.toMatchObject({
        code: 'invalid',
        fields: { password: {} },
      })
    expect(await code(acceptInvitation({ token, password: fresh }, visit(), start))).toBe('done')
  })
})

describe('a reset link', () => {
  it('sets a new password once, signs in here, and ends every other session and device', async () => {
    const who = await resetAsked()
    const other = await signIn(who, visit(), start)
    const admitted = await resetPassword({ token: who.token, password: fresh }, visit(), later(29 * minute))
    expect(await viewerAt(other, later(29 * minute))).toBeNull()
    expect(await viewerAt(admitted, later(29 * minute))).not.toBeNull()
    const devices = await owner()`select 1 from auth.devices where identity_id = ${who.actor.identityId ?? ''}`
    expect(devices).toHaveLength(1)
    expect(await code(resetPassword({ token: who.token, password: fresh }, visit(), start))).toBe('identity.linkOver')
    expect(await code(signIn(who, visit(), start))).toBe('identity.wrongSignIn')
    expect(await code(signIn({ ...who, password: fresh }, visit(), start))).toBe('done')
  })

  it('is over after thirty minutes', async () => {
    const { token } = await resetAsked()
    expect(await code(resetPassword({ token, password: fresh }, visit(), later(30 * minute)))).toBe('identity.linkOver')
  })

  it('is over when another one of the same person was used', async () => {
    const who = await resetAsked()
    await requestReset(who.email, later(minute))
    const [first, second] = await requestedMails(who.email)
    expect(await code(resetPassword({ token: second?.token ?? '', password: fresh }, visit(), start))).toBe('done')
    expect(await code(resetPassword({ token: first?.token ?? '', password: fresh }, visit(), start))).toBe(
      'identity.linkOver',
    )
  })

  it('is over when the member was deactivated, or the person removed and made anew', async () => {
    const gone = await resetAsked()
    await owner()`update members set status = 'deactivated' where id = ${gone.actor.id}`
    expect(await code(resetPassword({ ...gone, password: fresh }, visit(), start))).toBe('identity.linkOver')
    const anew = await resetAsked()
    await owner()`update members set identity_id = null, status = 'deactivated' where id = ${anew.actor.id}`
    await owner()`delete from identities where email = ${anew.email}`
    await signInOwner('manager', { email: anew.email })
    expect(await code(resetPassword({ ...anew, password: fresh }, visit(), start))).toBe('identity.linkOver')
  })

  it('is no invitation, and an invitation is no reset link', async () => {
    const { token } = await resetAsked()
    expect(await code(acceptInvitation({ token, password: fresh }, visit(), start))).toBe('identity.linkOver')
    const other = await invited()
    expect(await code(resetPassword({ token: other.token, password: fresh }, visit(), start))).toBe('identity.linkOver')
  })

  it('is asked for three times an hour at most, and by strangers never', async () => {
    const who = await signInOwner()
    for (let i = 0; i < 6; i++) await requestReset(who.email, later(i * minute))
    expect(await requestedMails(who.email)).toHaveLength(3)
    await requestReset('nobody@example.com', start)
    expect(await requestedMails('nobody@example.com')).toEqual([])
  })

  it('is refused to an address that asks for very many', async () => {
    const from = visit({ address: '198.51.100.77' })
    const told = []
    for (let i = 0; i < 22; i++) told.push(await code(mustNotFlood(from, start)))
    expect(told.filter((each) => each === 'done')).toHaveLength(20)
    expect(told.at(-1)).toBe('identity.tooManyRequests')
  })

  it('goes to one address only', async () => {
    const who = await signInOwner()
    await requestReset(`${who.email},evil@example.com`, start)
    await requestReset(`${who.email}\r\nBcc: evil@example.com`, start)
    expect(await owner()`select 1 from pgboss.job where data->>'recipient' like ${'%evil%'}`).toEqual([])
  })
})

describe('a link', () => {
  it('names this installation as its host and is kept nowhere in the clear', async () => {
    const { token, email, workspace } = await invited()
    const [mail] = await requestedMails(email)
    expect(mail?.link).toBe(`http://localhost:3000/invitation/${token}`)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const everywhere = await owner()`
      select coalesce(string_agg(t::text, ' '), '') as text from (
        select l::text t from auth.link_tokens l union all select j::text from pgboss.job j
        union all select c::text from command_log c where workspace_id = ${workspace.id}
        union all select r::text from row_changes r where workspace_id = ${workspace.id}
      ) all_rows`
    expect(everywhere[0]?.text).not.toContain(token)
  })

  describe('handed out by an administrator', () => {
    const hand = async (administrator: Actor, memberId: string, kind: 'invitation' | 'reset') => {
      const link = newLink(kind)
      const result = await perform(issueLink, administrator, { memberId, kind, link: link.hash }, { now: start })
      return { token: link.url.slice(link.url.lastIndexOf('/') + 1), result }
    }

    it('works like the mailed one and stands in the log without its secret', async () => {
      const who = await signInOwner('manager')
      const administrator = await person('administrator', who.workspace)
      const { token, result } = await hand(administrator, who.actor.id, 'reset')
      expect(result.ok).toBe(true)
      expect(await code(resetPassword({ token, password: fresh }, visit(), start))).toBe('done')
      const rows =
        await owner()`select input from command_log where command = 'identity.issueLink' and workspace_id = ${who.workspace.id}`
      expect(rows[0]?.input).toEqual({ memberId: who.actor.id, kind: 'reset', link: '•••' })
    })

    it('is refused for members who also belong elsewhere, even when they have not accepted there yet', async () => {
      const who = await signInOwner('manager')
      const administrator = await person('administrator', who.workspace)
      await invited({ email: who.email })
      const { token, result } = await hand(administrator, who.actor.id, 'reset')
      expect(result).toMatchObject({ refusal: { code: 'identity.notSoleWorkspace' } })
      expect(await code(resetPassword({ token, password: fresh }, visit(), start))).toBe('identity.linkOver')
    })

    it('is refused to everybody but administrators, and across workspaces', async () => {
      const who = await signInOwner('manager')
      const manager = await person('manager', who.workspace)
      expect((await hand(manager, who.actor.id, 'reset')).result).toMatchObject({ refusal: { code: 'notAllowed' } })
      const stranger = await person('administrator', await aWorkspace())
      expect((await hand(stranger, who.actor.id, 'reset')).result).toMatchObject({ refusal: { code: 'notFound' } })
    })
  })
})

it('a mail that was asked for is tried again for some minutes', async () => {
  const { email } = await invited()
  const [job] = await owner()`
    select retry_limit, retry_delay, retry_backoff from pgboss.job where data->>'recipient' = ${email}`
  expect(job).toEqual({ retry_limit: 6, retry_delay: 5, retry_backoff: true })
})

it('the workspace of somebody who is in two is chosen by what is active', async () => {
  const who = await signInOwner('manager')
  const second = await aWorkspace('第二家公司')
  await joinAs(who.actor.identityId ?? '', await person('auditor', second), second)
  await owner()`update members set status = 'deactivated' where id = ${who.actor.id}`
  expect((await viewerAt(await signIn(who, visit(), start), start))?.workspace.name).toBe('第二家公司')
})
