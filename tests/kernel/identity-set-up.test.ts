import { describe, expect, it } from 'vitest'
import { firstRunLink } from '@/db/first-run'
import { isSetUpOpen, setUp } from '@/lib/kernel/identity/set-up'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { firstTiers } from '@/lib/modules/workspace/model'
import { owner } from '@/tests/people'
import { full, start, viewerAt, visit } from './identity-people'

const tokenIn = (link: string | null) => (link ?? '').slice((link ?? '').lastIndexOf('/') + 1)
const given = (token: string, email = 'first@example.com') => ({
  token,
  email,
  locale: 'zh-TW' as const,
  company: '和泰食品',
  name: '王小明',
  password: 'tea in the rain',
  begin: 'demo' as const,
})
const found = (token: string, email?: string) => setUp(given(token, email), firstTiers, visit(), start)
const counts = async () =>
  (
    await owner()`select (select count(*)::int from workspaces) workspaces, (select count(*)::int from identities) identities,
      (select count(*)::int from members) members, (select count(*)::int from auth.credentials) credentials,
      (select count(*)::int from command_log) logged`
  )[0]

/** One story: an installation is set up once, so its chapters share the file's database and their order. */
describe('a fresh installation', () => {
  let token = ''

  it('prints a link at every start, and only the latest one counts', async () => {
    const first = await firstRunLink()
    expect(first).toMatch(/^http:\/\/localhost:3000\/setup\/[\w-]{43}$/)
    token = tokenIn(await firstRunLink())
    expect(await isSetUpOpen(tokenIn(first))).toBe(false)
    expect(await isSetUpOpen(token)).toBe(true)
    expect(JSON.stringify(await owner()`select * from auth.setup_tokens`)).not.toContain(token)
  })

  it('has nothing to offer without that link', async () => {
    for (const wrong of ['', 'abc', token.slice(1), `${token}x`, 'x'.repeat(43)])
      await expect(found(wrong)).rejects.toMatchObject({ code: 'identity.setupOver' })
    expect(await counts()).toEqual({ workspaces: 0, identities: 0, members: 0, credentials: 0, logged: 0 })
  })

  it('refuses a weak password without using the link up', async () => {
    await expect(
      setUp({ ...given(token), password: '和泰食品 2026!!' }, firstTiers, visit(), start),
    ).rejects.toMatchObject({ code: 'invalid', fields: { password: { code: 'passwordContext' } } })
    expect(await isSetUpOpen(token)).toBe(true)
  })

  it('of many at the same moment, exactly one founds it, and nothing of the others is left', async () => {
    const many = await Promise.all(
      Array.from({ length: full ? 50 : 12 }, (_, i) =>
        found(token, `first${i}@example.com`).then(
          (admission) => admission,
          (error) => error.code as string,
        ),
      ),
    )
    const won = many.filter((each) => typeof each !== 'string')
    expect(won).toHaveLength(1)
    expect(new Set(many.filter((each) => typeof each === 'string'))).toEqual(new Set(['identity.setupOver']))
    expect(await counts()).toEqual({ workspaces: 1, identities: 1, members: 1, credentials: 1, logged: 2 })
    const viewer = await viewerAt(won[0] as { session: string }, start)
    expect(viewer?.actor).toMatchObject({ name: '王小明', roles: ['administrator', 'manager'] })
    const tiers = await owner()`select code, contact_every_days from tiers order by code`
    expect(tiers.map((tier) => [tier.code, tier.contact_every_days])).toEqual([
      ['A', 14],
      ['B', 30],
      ['C', 90],
    ])
  })

  it('asks once for the demonstration that was wanted, for the founder', async () => {
    const jobs = await owner()`select data from pgboss.job where name = 'workspace.demoWanted'`
    const [identity] = await owner()`select id from identities`
    expect(jobs).toMatchObject([{ data: { identityId: identity?.id } }])
  })

  it('keeps the history of its founding, without secrets', async () => {
    const [logged] = await owner()`select input from command_log where command = 'identity.found'`
    expect(logged?.input).toMatchObject({ company: '和泰食品', setup: '•••', proof: '•••', email: '•••' })
    expect(await owner()`select count(*)::int as n from row_changes`).toMatchObject([{ n: 4 }])
  })

  it('has no default account, prints no link any more, and the old one is dead', async () => {
    expect(await firstRunLink()).toBeNull()
    await expect(found(token)).rejects.toMatchObject({ code: 'identity.setupOver' })
    for (const email of ['admin', 'admin@example.com', 'administrator@localhost', ''])
      await expect(signIn({ email, password: 'tea in the rain' }, visit(), start)).rejects.toMatchObject({
        code: 'identity.wrongSignIn',
      })
  })
})
