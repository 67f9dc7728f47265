import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll } from 'vitest'
import type { Actor, Discipline, Role } from '@/lib/kernel/actor'
import { firstTiers } from '@/lib/modules/workspace/model'

type Connection = ReturnType<typeof postgres>
const connections = new Map<string, Connection>()

function connected(name: string): Connection {
  const known = connections.get(name)
  if (known) return known
  const connection = postgres(process.env[name] ?? '', { max: 2, onnotice: () => {} })
  connections.set(name, connection)
  return connection
}

/** The owner's connection: for what no member may do, such as founding a workspace. */
export const owner = () => connected('DATABASE_URL_DIRECT')
/** The test cluster's superuser: for schemas that are broken on purpose. */
export const superuser = () => connected('ACCORD_TEST_SUPERUSER')

afterAll(async () => {
  await Promise.all([...connections.values()].map((connection) => connection.end()))
  connections.clear()
})

export type Workspace = { id: string; name: string }

/** A workspace of its own, with the tiers that every new workspace starts with. */
export async function aWorkspace(name = '和泰食品'): Promise<Workspace> {
  const sql = owner()
  const id = uuidv7()
  await sql`insert into workspaces (id, name) values (${id}, ${name})`
  for (const tier of firstTiers)
    await sql`insert into tiers (workspace_id, id, code, contact_every_days, slots, confirms)
      values (${id}, ${uuidv7()}, ${tier.code}, ${tier.contactEveryDays}, ${[...tier.slots]}, ${tier.confirms})`
  return { id, name }
}

type Wanted = { name?: string; reportsTo?: Actor; disciplines?: Discipline[] }

/** A member with this role, as an actor; somebody else's workspace is never touched. */
export async function person(
  role: Role | Role[],
  workspace: { id: string },
  { name = '林怡君', reportsTo, disciplines = [] }: Wanted = {},
): Promise<Actor> {
  const sql = owner()
  const id = uuidv7()
  const roles = [role].flat()
  await sql`insert into members (workspace_id, id, name, roles, disciplines, reports_to_id, status, email)
    values (${workspace.id}, ${id}, ${name}, ${roles}, ${disciplines}, ${reportsTo?.id ?? null}, 'active',
      ${`${randomUUID()}@example.com`})`
  if (reportsTo) (reportsTo.reports as string[]).push(id)
  return {
    kind: 'member',
    id,
    identityId: null,
    workspaceId: workspace.id,
    name,
    roles,
    disciplines,
    reports: [],
    locale: 'zh-TW',
    timeZone: 'Asia/Taipei',
  }
}

/** Founds a workspace and gives it one member with this role. */
export const newcomer = async (role: Role | Role[]) => person(role, await aWorkspace())
