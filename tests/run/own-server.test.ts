import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { roleProblem } from '@/db/assert-role'
import { connect, ownDatabase } from '@/db/roles'

const app = process.env.DATABASE_URL ?? ''
const owner = process.env.DATABASE_URL_DIRECT ?? ''
const superuserUrl = process.env.ACCORD_TEST_SUPERUSER ?? ''
const folder = mkdtempSync(path.join(tmpdir(), 'accord-secrets-'))
const secretsFile = () => path.join(folder, `${randomBytes(4).toString('hex')}.json`)
const made = new Set<string>()

afterAll(async () => {
  rmSync(folder, { recursive: true })
  const sql = connect(superuserUrl)
  for (const role of made) await sql.unsafe(`drop role "${role}"`)
  await sql.end()
})

async function question<T>(url: string, ask: (sql: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
  const sql = connect(url)
  return ask(sql).finally(() => sql.end())
}

describe('a Postgres server of one’s own', () => {
  it('serves and migrates with the two addresses as given', async () => {
    expect(await ownDatabase(app, owner, secretsFile())).toEqual({ app, owner })
  })

  it('refuses to serve as the owner when both addresses are given', async () => {
    await expect(ownDatabase(owner, owner, secretsFile())).rejects.toThrow(/owns/)
  })

  it('serves without migrating when only the role of the product is known', async () => {
    expect(await ownDatabase(app, undefined, secretsFile())).toEqual({ app, owner: null })
  })

  it('makes a role for the product when only the owner is known, and keeps it', async () => {
    const file = secretsFile()
    const first = await ownDatabase(superuserUrl, undefined, file)
    made.add(new URL(first.app).username)
    expect(first.owner).toBe(superuserUrl)
    expect(await question(first.app, roleProblem)).toBeNull()
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(await ownDatabase(superuserUrl, undefined, file)).toEqual(first)
  })

  it('changes no password of another installation on the same server', async () => {
    const mine = await ownDatabase(superuserUrl, undefined, secretsFile())
    made.add(new URL(mine.app).username)
    expect(new URL(mine.app).username).not.toBe('accord_app')
    expect(await question(app, (sql) => sql`select 1 as one`)).toHaveLength(1)
  })

  it('says in one sentence that nobody answers', async () => {
    await expect(ownDatabase('postgres://nobody@127.0.0.1:1/none', undefined, secretsFile())).rejects.toThrow(
      /^The database in DATABASE_URL cannot be reached: [^\n]*\.$/,
    )
  })
})
