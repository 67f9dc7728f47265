import { and, eq, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Actor } from './actor'

type Tenant = { workspaceId: AnyPgColumn }

/** Pins a table to the actor's workspace. Row security is the wall; this is the second one, and it finds the shard. */
export const own = (table: Tenant, actor: Pick<Actor, 'workspaceId'>): SQL => eq(table.workspaceId, actor.workspaceId)

/** The actor's own row of `table` with this id: the condition of nearly every load. */
export const ownRow = (table: Tenant & { id: AnyPgColumn }, actor: Pick<Actor, 'workspaceId'>, id: string): SQL =>
  and(own(table, actor), eq(table.id, id)) as SQL

/** Joins a tenant table to a column of the row before it, pinned like everything else. */
export const joined = (
  table: Tenant & { id: AnyPgColumn },
  actor: Pick<Actor, 'workspaceId'>,
  reference: AnyPgColumn,
): SQL => and(own(table, actor), eq(table.id, reference)) as SQL
