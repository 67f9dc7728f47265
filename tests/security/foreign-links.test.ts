import { beforeAll, describe, expect, it } from 'vitest'
import { aWorkspace, superuser } from '@/tests/people'

type Key = { name: string; child: string; columns: string[]; parent: string }
type Column = { name: string; type: string }

/** Every foreign key between tables of a workspace, as the catalog knows them. */
const keys = () => superuser()<Key[]>`
  select k.conname as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by o) as columns
  from pg_constraint k
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'workspace_id')
    and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'workspace_id')`

const needed = (table: string) => superuser()<Column[]>`
  select a.attname::text as name, format_type(a.atttypid, null) as type
  from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
    and a.attnotnull and not a.atthasdef`

const sample: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'x'",
  'text[]': "'{}'",
  'uuid[]': "'{}'",
  date: "'2026-01-01'",
  boolean: 'true',
  integer: '1',
  numeric: '1',
  bigint: '1',
  jsonb: "'{}'",
  bytea: "''",
  'timestamp with time zone': 'now()',
}

describe('a row cannot point into another workspace', async () => {
  const all = await keys()
  let [mine, theirs] = ['', '']
  beforeAll(async () => {
    mine = (await aWorkspace()).id
    theirs = (await aWorkspace()).id
  })

  /** A row of `table`, every other guard taken away for this transaction; `given` are columns with values of our own. */
  const insert = async (table: string, given: Readonly<Record<string, string>>) => {
    const columns = await needed(table)
    const names = [...new Set([...columns.map(({ name }) => name), ...Object.keys(given)])]
    const values = names.map(
      (name) => given[name] ?? sample[columns.find((each) => each.name === name)?.type ?? ''] ?? 'null',
    )
    return `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${values.join(', ')})`
  }

  it('in more than twenty places', () => expect(all.length).toBeGreaterThan(20))

  it.each(all.map((key) => [key.name, key] as const))('%s', async (name, { child, parent, columns }) => {
    const reference = columns.find((column) => column !== 'workspace_id') ?? ''
    const attempt = superuser().begin(async (sql) => {
      for (const table of new Set([child, parent])) {
        const guards = await sql<{ name: string }[]>`
          select conname as name from pg_constraint
          where conrelid = ${table}::regclass and contype in ('c', 'f') and not (conrelid = ${child}::regclass and conname = ${name})`
        for (const guard of guards) await sql.unsafe(`alter table ${table} drop constraint "${guard.name}"`)
      }
      const id = '00000000-0000-7000-8000-000000000001'
      await sql.unsafe(
        await insert(parent, {
          workspace_id: `'${theirs}'`,
          id: `'${id}'`,
          ...(parent === child ? { [reference]: 'null' } : {}),
        }),
      )
      await sql.unsafe(await insert(child, { workspace_id: `'${mine}'`, [reference]: `'${id}'` }))
    })
    await expect(attempt).rejects.toMatchObject({ code: '23503', constraint_name: name })
  })

  it('could, if a key held the id alone: that insert would be taken', async () => {
    const sql = superuser()
    await sql.begin(async (tx) => {
      await tx.unsafe('create temp table parent (workspace_id uuid, id uuid unique) on commit drop')
      await tx.unsafe(
        'create temp table child (workspace_id uuid, parent_id uuid references parent (id)) on commit drop',
      )
      await tx`insert into parent values (${theirs}, '00000000-0000-7000-8000-000000000001')`
      await tx`insert into child values (${mine}, '00000000-0000-7000-8000-000000000001')`
    })
  })
})
