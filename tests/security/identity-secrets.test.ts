import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { signInOwner } from '@/tests/kernel/identity-people'
import { owner } from '@/tests/people'

/** A statement that somebody smuggled into the product: it runs as the product's own role. */
const smuggled = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} })
afterAll(() => smuggled.end())

const functionsOfAuth = () => owner()<
  { name: string; definer: boolean; path: string | null; granted: boolean; result: string }[]
>`
  select p.proname as name, p.prosecdef as definer, array_to_string(p.proconfig, ',') as path,
    has_function_privilege('accord_app', p.oid, 'execute') as granted, pg_get_function_result(p.oid) as result
  from pg_proc p where p.pronamespace = 'auth'::regnamespace order by 1`

describe('a smuggled statement', () => {
  it('reads and writes no table of the sign-in', async () => {
    await signInOwner()
    const tables = await owner()<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'`
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      ['credentials', 'devices', 'link_tokens', 'sessions', 'setup_tokens', 'throttles'].toSorted(),
    )
    for (const { name } of tables) {
      const table = smuggled(`auth.${name}`)
      await expect(smuggled`select * from ${table}`).rejects.toMatchObject({ code: '42501' })
      await expect(smuggled`delete from ${table}`).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('does not learn who signs in anywhere', async () => {
    for (const table of ['identities', 'memberships'])
      await expect(smuggled`select * from ${smuggled(table)}`).rejects.toMatchObject({ code: '42501' })
    await expect(smuggled`update workspaces set name = 'x'`).rejects.toMatchObject({ code: '42501' })
  })

  it('gets neither a digest nor a hash from any function', async () => {
    const { email } = await signInOwner()
    const [answer] = await smuggled`select * from auth.sign_in_recipe(${email}, null, 'here', now())`
    expect(answer?.recipe).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}$/)
    const results = (await functionsOfAuth()).map(({ result }) => result)
    expect(results.filter((result) => /hash|proof|token/.test(result))).toEqual([])
  })

  it('settles no affairs of a workspace from outside it', async () => {
    const { actor, workspace } = await signInOwner()
    const calls = [
      smuggled`select auth.end_access(${workspace.id}, ${actor.id}, now())`,
      smuggled`select auth.issue_reset(${workspace.id}, ${actor.id}, 'x', now())`,
      smuggled`select auth.is_sole_workspace(${workspace.id}, ${actor.id})`,
      smuggled`select auth.invite(${workspace.id}, ${actor.id}, 'a@b.c', gen_random_uuid(), 'x', 'en', 'x', now(), now())`,
    ]
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: '42501' })
  })
})

it('the functions that the product may call run as their owner on a fixed path, and no others are callable', async () => {
  const functions = await functionsOfAuth()
  const callable = functions.filter(({ granted }) => granted)
  expect(callable.filter(({ definer, path }) => !definer || path !== 'search_path=pg_catalog, pg_temp')).toEqual([])
  const inner = functions.filter(({ granted }) => !granted).map(({ name }) => name)
  expect(inner).toEqual(['give_back', 'must_be_inside', 'places_of', 'take'])
})
