import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { bundled, startBundled, superuserUrl } from '@/db/embedded.mjs'
import { bringUpToDate } from '@/db/migrate'
import { bundledDatabase, connect } from '@/db/roles'
import { fillWorkspace, fullSize, type Size } from '@/db/seed/large'
import { fillAgreements, fullAgreements } from '@/db/seed/large-agreements'
import { fillDesk } from '@/db/seed/large-desk'
import { fillNegotiations, fullLoad } from '@/db/seed/large-negotiations'
import { hashOfToken, newToken } from '@/lib/kernel/identity/token'
import { queueNames } from '@/lib/modules/queues'
import { firstTiers } from '@/lib/modules/workspace/model'
import { freePort } from '@/lib/run/free-port.mjs'
import { inData, root } from '@/lib/run/paths.mjs'
import { randomPassword } from '@/lib/run/secrets.mjs'

const secretsFile = inData('bench-secrets.json')
const smallSize: Size = { accounts: 2000, peopleEach: 3, contactsEach: 10, products: 200, salesLines: 10_000 }
/** How much waits for the scene's member on the review desk. */
const waiting = 500

/** The large workspace, somebody of it who is signed in, and small workspaces beside it. */
export type Scene = { app: string; owner: string; workspaceId: string; memberId: string; secret: string }

/** Starts the benchmark's own Postgres and fills it once; later runs find the data there. */
export async function prepareScene(say: (line: string) => void) {
  const place = bundled('bench-postgres', secretsFile)
  const server = await startBundled(place)
  const superuser = superuserUrl(place, server.port)
  const { app, owner } = await bundledDatabase(superuser, 'accord_bench', secretsFile)
  await bringUpToDate(owner, queueNames)
  const sql = connect(owner)
  try {
    const [known] = await sql<{ workspace_id: string; member_id: string }[]>`
      select workspace_id, member_id from memberships m join workspaces w on w.id = m.workspace_id where w.name = '量測'`
    const scene = known ?? (await makeScene(sql, say))
    const [desk] = await sql`select from approval_seats where workspace_id = ${scene.workspace_id}
      and holder_id = ${scene.member_id} and waiting limit 1`
    if (!desk) await fillDesk(sql, scene.workspace_id, scene.member_id, waiting)
    const [led] = await sql`select from negotiations where workspace_id = ${scene.workspace_id} limit 1`
    if (!led) await fillNegotiations(sql, scene.workspace_id, scene.member_id, fullLoad)
    const [held] = await sql`select from agreements where workspace_id = ${scene.workspace_id} limit 1`
    if (!held) await fillAgreements(sql, scene.workspace_id, fullAgreements)
    return {
      app,
      owner,
      workspaceId: scene.workspace_id,
      memberId: scene.member_id,
      secret: randomPassword(),
      end: server.end,
    }
  } finally {
    await sql.end()
  }
}

type Sql = ReturnType<typeof connect>

async function makeScene(sql: Sql, say: (line: string) => void) {
  for (let n = 1; n <= 3; n++) {
    const small = await aWorkspace(sql, `小型 ${n}`, 5)
    await fillWorkspace(sql, small.workspaceId, small.owners, smallSize)
  }
  say('Making the large data set, some minutes, once …')
  const { workspaceId, owners } = await aWorkspace(sql, '量測', 50)
  await fillWorkspace(sql, workspaceId, owners, fullSize)
  const [memberId = ''] = owners
  const identityId = uuidv7()
  await sql`insert into identities (id, email, name) values (${identityId}, 'bench@example.com', '量測員')`
  await sql`insert into memberships (identity_id, workspace_id, member_id) values (${identityId}, ${workspaceId}, ${memberId})`
  await sql`update members set identity_id = ${identityId} where workspace_id = ${workspaceId} and id = ${memberId}`
  return { workspace_id: workspaceId, member_id: memberId }
}

async function aWorkspace(sql: Sql, name: string, members: number) {
  const workspaceId = uuidv7()
  await sql`insert into workspaces (id, name) values (${workspaceId}, ${name})`
  const owners = Array.from({ length: members }, () => uuidv7())
  for (const [n, id] of owners.entries())
    await sql`insert into members (workspace_id, id, name, roles, status)
      values (${workspaceId}, ${id}, ${`業務${n + 1}`}, ${['accountManager']}, 'active')`
  for (const tier of firstTiers)
    await sql`insert into tiers (workspace_id, id, code, contact_every_days, slots, confirms)
      values (${workspaceId}, ${uuidv7()}, ${tier.code}, ${tier.contactEveryDays}, ${[...tier.slots]}, ${tier.confirms})`
  return { workspaceId, owners }
}

/** A session of the scene's member, as signing in would open it; answers its token. */
export async function openSession({ owner, workspaceId }: Scene): Promise<string> {
  const sql = connect(owner)
  const token = newToken()
  await sql`
    insert into auth.sessions (id, token_hash, identity_id, workspace_id, device, address, opened_at, seen_at)
    select ${uuidv7()}, ${hashOfToken(token)}, identity_id, workspace_id, 'benchmark', '127.0.0.1', now(), now()
    from memberships where workspace_id = ${workspaceId}`
  await sql.end()
  return token
}

/** The product, built and started as `npm start` does it, on the scene's database. */
export async function startProduct({ app, owner, secret }: Scene) {
  const log = inData('bench-product.log')
  const file = openSync(log, 'w', 0o600)
  const port = String(await freePort(undefined))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    AUTH_SECRET: secret,
    PORT: port,
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: app,
    DATABASE_URL_DIRECT: owner,
    LOG_LEVEL: 'error',
    ACCORD_DATA: inData('bench-product'),
  }
  const child: ChildProcess = fork(path.join(root, 'lib/run/start.mjs'), [], {
    cwd: root,
    env,
    stdio: ['ignore', file, file, 'ipc'],
  })
  closeSync(file)
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address))
    child.once('exit', () => reject(new Error(readFileSync(log, 'utf8'))))
  })
  const end = async () => {
    const ended = new Promise((done) => child.once('exit', done))
    child.disconnect()
    await ended
  }
  return { address, pid: child.pid ?? 0, end }
}
