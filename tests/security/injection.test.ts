import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { catalogue } from '@/lib/modules/registry'
import { newcomer } from '@/tests/people'

const full = process.env.ACCORD_BARS === 'full'
const payloads = [
  "' or 1=1 --",
  "'; drop table accounts; --",
  '") union select password_hash from auth.credentials --',
  'name desc, (select 1/0)',
  "-name'); select pg_sleep(1); --",
  "1; set app.workspace_id = '00000000-0000-0000-0000-000000000000'",
  "$1' || (select current_user) || '",
  '${1+1}{{7*7}}%(x)s',
  '\\',
  "'",
  '"',
  '`',
  '%_%',
  '../../etc/passwd',
  "Asia/Taipei'; select 1",
  'zh-TW" collate "C',
  '2026-02-30..2026-13-01',
  '-1e309..NaN',
  '99999999999999999999999999',
  '\u0000',
  '\ud800',
  '\u202e\u2028\ufeff',
  'null',
  'undefined',
  '[object Object]',
  'A,B,C,__proto__',
  'a'.repeat(100_000),
]
/** Each payload also where a careless program would put it: within quotes, brackets, after something, encoded. */
const everywhere = payloads.flatMap((each) => [
  each,
  `x${each}`,
  `'${each}'`,
  `"${each}"`,
  `(${each})`,
  `${each}) --`,
  `name,${each}`,
  encodeURIComponent(each.toWellFormed()),
])
const parameters = ['q', 'sort', 'after', 'before', 'columns', 'page', 'size', 'locale', 'timeZone', 'id']

/** What anybody may put into an address must be answered or refused; the database never sees it as text of its own. */
it.each([...catalogue.queries.values()].map((query) => [query.name, query] as const))(
  '%s lets no parameter reach the database as SQL',
  async (name, asked) => {
    const manager = await newcomer(['manager', 'administrator', 'auditor'])
    const own = /list|members|history|timeline/i.test(name)
      ? ['name', 'owner', 'tier', 'dueOn', 'status', 'createdAt', 'channel']
      : []
    const given = full ? everywhere : payloads.filter((_, index) => index % 3 === 0 || index < 6)
    for (const parameter of [...parameters, ...own, 'accountId', 'personId'])
      for (const payload of given) {
        const outcome = await ask(asked, manager, { [parameter]: payload }).catch((error: unknown) => error)
        if (outcome instanceof Error)
          expect([parameter, payload, outcome instanceof Refusal]).toEqual([parameter, payload, true])
      }
  },
)

it('there are more than two hundred payloads', () => expect(everywhere.length).toBeGreaterThan(200))

it('a query that pastes its parameter into a statement would be noticed', async () => {
  const manager = await newcomer('manager')
  const careless = query({
    name: 'test.careless',
    permission: { name: 'test.careless', roles: ['manager'] },
    input: z.strictObject({ sort: z.string() }),
    run: ({ tx }, { sort }) => tx.execute(sql.raw(`/* unpinned on purpose */ select 1 as name order by ${sort}`)),
  })
  const failed = await Promise.all(
    payloads.map((sort) =>
      ask(careless, manager, { sort }).then(
        () => false,
        (error) => !(error instanceof Refusal),
      ),
    ),
  )
  expect(failed.filter(Boolean).length).toBeGreaterThan(5)
})
