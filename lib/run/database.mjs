import { fork } from 'node:child_process'
import path from 'node:path'
import { bundled, isMade, startBundled, superuserUrl } from '../../db/embedded.mjs'
import { typescript } from './child.mjs'
import { root, shown } from './paths.mjs'
import { runtime } from './runtime.mjs'
import { Stop, say } from './say.mjs'

/** Whether a server of one's own is named, so that the bundled one stays off. */
export const hasOwnServer = () => Boolean(process.env.DATABASE_URL || process.env.DATABASE_URL_DIRECT)

/** Starts the bundled Postgres, unless a server is named. */
export async function startDatabase({ onLost, extra } = {}) {
  if (hasOwnServer()) return { superuser: undefined, end: async () => {} }
  const place = bundled()
  const isFirst = !isMade(place)
  if (isFirst) say(`Making a Postgres 18 database in ${shown(place.data)} …`, '正在建立資料庫……')
  const server = await startBundled(place, { onLost, extra })
  if (!isFirst) say(`Postgres 18 runs on 127.0.0.1:${server.port}, data in ${shown(place.data)}.`)
  return { superuser: superuserUrl(place, server.port), end: server.end }
}

/**
 * Makes roles, tables and queues ready in a child that understands TypeScript.
 * Resolves once the database can be served; `link` resolves later with the set-up link of an empty database, or null.
 */
export async function prepareDatabase(env) {
  const options = { cwd: root, env, execPath: runtime().program, execArgv: typescript }
  const child = fork(path.join(root, 'lib/run/prepare.ts'), [], options)
  const step = (name) =>
    new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (message.step === name) resolve(message)
        if (message.step === 'failed') reject(new Stop(message.sentence))
      })
      child.once('exit', (code) => reject(new Stop(`Preparing the database ended with code ${code}.`)))
    })
  const link = step('link').then((message) => message.link)
  link.catch(() => {})
  return { ...(await step('ready')), link }
}
