import { existsSync } from 'node:fs'
import path from 'node:path'
import { inData, root } from './paths.mjs'
import { stop } from './say.mjs'
import { secret } from './secrets.mjs'

/** Reads `.env` beside package.json; what the shell set already stays. */
export function readEnvironmentFile() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The port to serve on. */
export function wantedPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
  }
  return port
}

/** The address under which people reach the product, without a path. */
export function origin(port = wantedPort()) {
  const given = process.env.APP_ORIGIN || `http://localhost:${port}`
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    stop(`APP_ORIGIN must be an address such as https://crm.example.com, not "${given}".`)
  }
  return url.origin
}

/** How many web processes share the port. */
export function wantedWebProcesses() {
  const count = Number(process.env.WEB_PROCESSES || 2)
  if (!Number.isInteger(count) || count < 1 || count > 64) stop('WEB_PROCESSES must be a number from 1 to 64.')
  return count
}

/** The file's name in the data folder and in a backup. */
export const anchorsName = 'anchors.jsonl'

/** Where the ends of the history's chains are noted outside the database, best on a disk of another machine. */
export const anchorsFile = () =>
  process.env.ANCHORS_FILE ? path.resolve(root, process.env.ANCHORS_FILE) : inData(anchorsName)

/** What the serving processes get: the product's role only, never the owner. */
export function servingEnvironment(port, databaseUrl) {
  const { DATABASE_URL_DIRECT: _, NODE_OPTIONS: __, ...rest } = process.env
  const authSecret = process.env.AUTH_SECRET || secret('auth')
  if (authSecret.length < 32) stop('AUTH_SECRET is too short: give at least 32 characters, or leave it out.')
  return {
    ...rest,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    APP_ORIGIN: origin(port),
    NEXTAUTH_URL: origin(port),
    NEXTAUTH_SECRET: authSecret,
    AUTH_SECRET: authSecret,
    DATABASE_URL: databaseUrl,
    ANCHORS_FILE: anchorsFile(),
  }
}
