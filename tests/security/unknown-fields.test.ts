import { getTableColumns, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { z } from 'zod'
import * as schema from '@/db/schema'
import { catalogue } from '@/lib/modules/registry'

const columns = new Set(
  Object.values<unknown>(schema)
    .filter((each) => is(each, PgTable))
    .flatMap((table) => Object.keys(getTableColumns(table as PgTable))),
)
const hostile = [...columns, '__proto__', 'constructor', 'prototype', 'role', 'approvedBy', 'isAdmin']

/** The fields that an input names, however it is wrapped. */
function fieldsOf(input: z.ZodType): ReadonlySet<string> {
  const { shape, innerType, in: inner, out, left } = input.def as unknown as Record<string, unknown>
  if (shape) return new Set(Object.keys(shape as object))
  for (const next of [innerType, inner, left, out]) {
    if (!next) continue
    const found = fieldsOf(next as z.ZodType)
    if (found.size > 0) return found
  }
  return new Set()
}

/** The hostile fields that an input does not have and does not refuse. */
function taken(input: z.ZodType): string[] {
  const known = fieldsOf(input)
  const smuggled = hostile.filter((field) => !known.has(field))
  const body = JSON.parse(`{${smuggled.map((field) => `"${field}":"x"`).join(',')}}`)
  const issues = input.safeParse(body).error?.issues ?? []
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  return smuggled.filter((field) => !unknown.includes(field))
}

it.each([...catalogue.commands.values()].map(({ name, input }) => [name, input] as const))(
  '%s takes no field that its form does not have',
  (_, input) => {
    expect(taken(input)).toEqual([])
  },
)

it('a form that is not strict would be noticed', () => {
  expect(taken(z.object({ name: z.string() }))).toContain('workspaceId')
})
