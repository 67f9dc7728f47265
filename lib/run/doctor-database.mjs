import { existsSync } from 'node:fs'
import path from 'node:path'
import { bundled, isMade } from '../../db/embedded.mjs'
import { runNode, typescript } from './child.mjs'
import { hasOwnServer } from './database.mjs'
import { withDatabase } from './database-at-rest.mjs'
import { fail, warn } from './finding.mjs'
import { root } from './paths.mjs'

const start = 'Run npm start, which makes and updates the database.'

async function ask(env) {
  const script = path.join(root, 'lib/run/doctor-questions.ts')
  const { code, output } = await runNode([...typescript, script], { env: { ...process.env, ...env }, quiet: true })
  const line = output.split('\n').find((each) => each.startsWith('['))
  if (code === 0 && line) return JSON.parse(line)
  return [fail('Database', output.trim().split('\n')[0], 'Mend the cause named here, then run npm run doctor again.')]
}

/** What the database says about itself; a bundled one that is at rest is woken for the questions. */
export async function databaseChecks() {
  if (!existsSync(path.join(root, 'node_modules/tsx')))
    return [fail('Database', 'cannot be asked before the installation', start)]
  if (!hasOwnServer() && !isMade(bundled())) return [warn('Database', 'not made yet', start)]
  return withDatabase(ask)
}
