import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { roleProblem } from '@/db/assert-role'
import { connect } from '@/db/roles'

const superuserUrl = process.env.ACCORD_TEST_SUPERUSER ?? ''
const superuser = connect(superuserUrl)
const made: string[] = []

/** A role of its own, with one fault or none, asked through a connection of its own. */
async function problemOf(attributes: string, fault: (role: string) => string = () => ''): Promise<string | null> {
  const role = `probe_${randomBytes(4).toString('hex')}`
  made.push(role)
  await superuser.unsafe(`create role ${role} login password 'probe' ${attributes}; ${fault(role)}`)
  const url = new URL(superuserUrl)
  url.username = role
  url.password = 'probe'
  const sql = connect(url.toString())
  try {
    return await roleProblem(sql)
  } finally {
    await sql.end()
  }
}

afterAll(async () => {
  for (const role of made) await superuser.unsafe(`drop owned by ${role} cascade; drop role ${role}`)
  await superuser.end()
})

describe('the product refuses a role that row security does not bind', () => {
  it('accepts the role that the product serves as', async () => {
    const sql = connect(process.env.DATABASE_URL ?? '')
    expect(await roleProblem(sql)).toBeNull()
    await sql.end()
  })

  it('accepts a role of the same rights under another name', async () => {
    expect(await problemOf('', (role) => `grant accord_app to ${role}`)).toBeNull()
  })

  it.each([
    ['superuser', 'superuser', ''],
    ['can bypass row security', 'bypassrls', ''],
    ['can create roles', 'createrole', ''],
    ['owns the table', '', 'create table found_table (); alter table found_table owner to ROLE'],
    ['owns the schema', '', 'create schema found_schema authorization ROLE'],
    [
      'owns the function',
      '',
      "create function found() returns int language sql as 'select 1'; alter function found() owner to ROLE",
    ],
    ['run programs', '', 'grant pg_execute_server_program to ROLE'],
    ['owns the', '', 'grant accord_owner to ROLE'],
  ])('refuses one that %s', async (word, attributes, fault) => {
    expect(await problemOf(attributes, (role) => fault.replaceAll('ROLE', role))).toContain(word)
  })

  it('says it in one sentence', async () => {
    const sentence = await problemOf('bypassrls')
    expect(sentence).toMatch(/^[^.\n]+: [^.\n]+\.$/)
  })
})
