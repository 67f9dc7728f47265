import { spawn } from 'node:child_process'
import path from 'node:path'
import { leashed } from './child.mjs'
import { isFree } from './free-port.mjs'
import { root } from './paths.mjs'
import { until } from './processes.mjs'
import { runtime } from './runtime.mjs'

/** Serves the sources as they are being written; ends with us. */
export function develop(settings, port, leave) {
  const { args, env } = leashed({ ...settings, NODE_ENV: 'development' })
  const child = spawn(runtime().program, [...args, path.join(root, 'lib/run/web.mjs')], {
    cwd: root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.once('exit', (code) => leave(code ?? 1))
  return {
    ready: until(async () => !(await isFree(port)), 60_000),
    async end() {
      child.kill('SIGTERM')
      await until(() => child.exitCode !== null || child.signalCode !== null, 5_000)
    },
  }
}
