import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFolder } from './build-folder.mjs'
import { lastLines, program, runNode } from './child.mjs'
import { fingerprintOf } from './fingerprint.mjs'
import { precompress } from './precompress.mjs'
import { servers } from './record.mjs'
import { runtime } from './runtime.mjs'
import { say, stop } from './say.mjs'

const stamp = path.join(buildFolder, 'accord-build')

const sources = [
  'app',
  'lib',
  'db',
  'public',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
]
const entries = ['instrumentation.ts', 'instrumentation-client.ts', 'global.d.ts']

/** What the built product never contains. */
const offline = [
  'lib/run',
  'db/seed',
  'db/embedded.mjs',
  'db/embedded-make.mjs',
  'db/migrate.ts',
  'db/queue.ts',
  'db/roles.ts',
]

const fingerprint = () => fingerprintOf([...sources, ...entries], { skip: offline, also: `1 ${runtime().version}` })

/** Whether the build in place was made from exactly these sources. */
export const isBuilt = () =>
  existsSync(path.join(buildFolder, 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

/** Builds the product when its sources have changed since the last build. */
export async function build(env) {
  if (isBuilt()) return false
  const [other] = servers()
  if (other) stop(`Accord is running from this folder (process ${other}); stop it before its program is built anew.`)
  say('Building the product, a minute or two …', '正在建置產品，約需一兩分鐘……')
  const before = fingerprint()
  rmSync(stamp, { force: true })
  const quiet = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await runNode([program.next, 'build'], { env: quiet, quiet: true })
  if (code !== 0 || !existsSync(path.join(buildFolder, 'BUILD_ID'))) {
    stop(`The product could not be built; it says:\n\n${lastLines(output, 60)}`)
  }
  await precompress(path.join(buildFolder, 'static'))
  writeFileSync(stamp, before)
  return true
}
