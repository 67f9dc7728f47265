import { fork } from 'node:child_process'
import path from 'node:path'
import { typescript } from './child.mjs'
import { handovers } from './handovers.mjs'
import { root } from './paths.mjs'
import { until } from './processes.mjs'
import { refused } from './refused.mjs'
import { runtime } from './runtime.mjs'
import { say } from './say.mjs'

/**
 * Keeps a kind of process running: a dead one is replaced at once, one that dies young after a growing pause.
 * `onRefused` hears when it ends on purpose or never comes to life.
 */
function keep(start, { name, isEnding, onRefused }) {
  let failures = 0
  let stillborn = 0
  const begin = () => {
    const born = Date.now()
    const child = start()
    let lived = false
    child.once('message', () => {
      lived = true
    })
    child.once('exit', (code, signal) => {
      if (isEnding()) return
      const isYoung = Date.now() - born < 10_000
      stillborn = lived || !isYoung ? 0 : stillborn + 1
      failures = isYoung ? failures + 1 : 1
      if (code === refused || stillborn > 8) return onRefused(code)
      say(`${name} ended (${signal ?? `code ${code}`}); starting it again.`)
      setTimeout(() => !isEnding() && begin(), failures === 1 ? 0 : Math.min(250 * 2 ** failures, 10_000))
    })
    return child
  }
  return begin()
}

/** A page and a chunk of an import leave megabytes behind that nobody needs a moment later: room for them saves a tenth. */
const execArgv = ['--max-semi-space-size=64']

/**
 * Runs the web processes on one port and the worker until told to end. The children watch their channel to this
 * process and end when it is gone, also after `kill -9`.
 */
export function supervise({ env, port, webProcesses, onRefused }) {
  let ending = false
  const isEnding = () => ending
  const running = new Set()
  const door = handovers()
  const start = (file, options) => {
    const common = { cwd: root, env, execPath: runtime().program, windowsHide: true }
    const child = fork(path.join(root, 'lib/run', file), [], { ...common, ...options })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }

  const ready = new Promise((resolve) => {
    let count = 0
    const startWeb = () => {
      const child = door.join(start('web.mjs', { execArgv }))
      child.on('message', (message) => message === 'ready' && ++count === webProcesses && resolve())
      return child
    }
    for (let each = 0; each < webProcesses; each++) keep(startWeb, { name: 'A web process', isEnding, onRefused })
  })
  const startWorker = () => start('worker.ts', { execArgv: [...typescript, ...execArgv] })
  keep(startWorker, { name: 'The worker', isEnding, onRefused })

  return {
    ready: ready.then(() => door.listen(port)),
    async end() {
      ending = true
      door.end()
      for (const each of running) if (each.connected) each.send('finish')
      if (await until(() => running.size === 0, 8_000)) return
      for (const each of running) each.kill('SIGKILL')
      await until(() => running.size === 0, 2_000)
    },
  }
}
