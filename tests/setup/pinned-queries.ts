import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, expect } from 'vitest'
import { statements } from '@/db/client'
import * as schema from '@/db/schema'
import { queryViolations } from '../architecture/query-lint'

/** Asked on purpose without a pin, to prove that row security alone is a wall. */
const onPurpose = '/* unpinned on purpose */'

const tenantTables = new Set(
  Object.values<unknown>(schema)
    .filter((each) => is(each, PgTable))
    .filter((table) => 'workspaceId' in getTableColumns(table))
    .map(getTableName)
    .filter((name) => name !== 'memberships'),
)

/** Every statement that the product sends in any test is read: coverage of queries is coverage of the tests. */
const sent = new Set<string>()
statements.listener = (text) => sent.add(text)

afterAll(() => {
  const loose = [...sent]
    .filter((text) => !text.includes(onPurpose))
    .flatMap((text) => queryViolations(text, tenantTables).map((why) => `${why}: ${text.slice(0, 300)}`))
  expect(loose).toEqual([])
})
