import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  integer,
  pgPolicy,
  pgRole,
  primaryKey,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { newId } from './new-id'

/** Owns nothing and cannot bypass row security; created by the first, hand-written migration. */
const appRole = pgRole('accord_app').existing()

export const moment = () => timestamp({ withTimezone: true })

/** Every tenant table begins with these. Ids are made here, so that a sharded cluster needs no sequence. */
export const tenant = {
  workspaceId: uuid().notNull(),
  id: uuid().notNull().$defaultFn(newId),
  version: integer().notNull().default(1),
  createdAt: moment().notNull().defaultNow(),
}

/** Records that people archive instead of deleting carry the moment of it. */
export const archivable = { archivedAt: moment() }

export type Tenant = { workspaceId: AnyPgColumn; id: AnyPgColumn }
const ownWorkspace = sql`workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid`

/** Every tenant table ends with these: a key that starts with the workspace, and the one policy. */
export const tenantRules = (t: Tenant) => [
  primaryKey({ columns: [t.workspaceId, t.id] as [AnyPgColumn, AnyPgColumn] }),
  pgPolicy('own_workspace_only', { for: 'all', to: appRole, using: ownWorkspace, withCheck: ownWorkspace }),
]

/** Foreign keys ignore row security, so ours carry the workspace: no row can point into another one. */
export const belongsTo = (t: { workspaceId: AnyPgColumn }, id: AnyPgColumn, parent: Tenant) =>
  foreignKey({ columns: [t.workspaceId, id], foreignColumns: [parent.workspaceId, parent.id] })

/** A choice column is text with a check: an enum's comparison cannot use an index under row security. */
export const oneOf = (name: string, column: AnyPgColumn, choices: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(choices.map((choice) => `'${choice}'`).join(', '))})`)

/** Taiwan's stroke order, for lists of names. */
export const byStroke = (column: AnyPgColumn): SQL => sql`${column} collate "stroke"`
