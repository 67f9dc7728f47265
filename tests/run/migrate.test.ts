import { afterAll, describe, expect, it } from 'vitest'
import { bringUpToDate, migrations, pendingMigrations } from '@/db/migrate'
import { missingQueues } from '@/db/queue'
import { connect } from '@/db/roles'
import { queueNames } from '@/lib/modules/queues'

const owner = process.env.DATABASE_URL_DIRECT ?? ''
const sql = connect(owner)
afterAll(() => sql.end())

describe('migrations', () => {
  it('leave a database that is up to date as it is, also when several starts come at once', async () => {
    const starts = [1, 2, 3].map(() => bringUpToDate(owner, queueNames))
    expect(await Promise.all(starts)).toEqual([[], [], []])
    expect(await pendingMigrations(sql)).toEqual([])
  })

  it('bring back a queue that is missing, without the product being able to define one', async () => {
    const [first] = await sql<{ name: string }[]>`select name from pgboss.queue order by name desc limit 1`
    await sql`select pgboss.delete_queue(${first?.name ?? ''})`
    expect(await missingQueues(sql, queueNames)).toEqual([first?.name])
    await bringUpToDate(owner, queueNames)
    expect(await missingQueues(sql, queueNames)).toEqual([])
    const product = connect(process.env.DATABASE_URL ?? '')
    await expect(product`create table pgboss.own ()`).rejects.toThrow(/permission denied/)
    await product.end()
  })

  it('are seen by the product, which serves no database of another version', async () => {
    const product = connect(process.env.DATABASE_URL ?? '')
    expect(await pendingMigrations(product)).toEqual([])
    await product.end()
  })

  it('refuse a database that has applied another text or a newer version', async () => {
    const last = migrations().at(-1)
    await sql`update drizzle.__drizzle_migrations set hash = 'other' where created_at = ${last?.when ?? 0}`
    await expect(bringUpToDate(owner, queueNames)).rejects.toThrow(/was changed after/)
    await sql`update drizzle.__drizzle_migrations set hash = ${last?.hashes[0] ?? ''} where created_at = ${last?.when ?? 0}`
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`
    await expect(bringUpToDate(owner, queueNames)).rejects.toThrow(/newer version/)
    await sql`delete from drizzle.__drizzle_migrations where created_at = 9999999999999`
  })
})
