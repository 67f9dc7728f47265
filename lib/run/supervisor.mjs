import { fork } from 'node:child_process'
import cluster from 'node:cluster'
import path from 'node:path'
import { typescript } from './child.mjs'
import { closeUntaken } from './handovers.mjs'
import { root } from './paths.mjs'
import { until } from './processes.mjs'
import { refused } from './refused.mjs'
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
    const running = child.process ?? child
    let lived = false
    running.once('message', () => {
      lived = true
    })
    running.once('exit', (code, signal) => {
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
export function supervise({ env, webProcesses, onRefused }) {
  let ending = false
  let worker = null
  const isEnding = () => ending
  cluster.setupPrimary({ exec: path.join(root, 'lib/run/web.mjs'), cwd: root, windowsHide: true, execArgv })
  cluster.schedulingPolicy = cluster.SCHED_RR

  const startWeb = () => closeUntaken(cluster.fork(env))
  for (let count = 0; count < webProcesses; count++) keep(startWeb, { name: 'A web process', isEnding, onRefused })
  const startWorker = () => {
    worker = fork(path.join(root, 'lib/run/worker.ts'), [], { cwd: root, env, execArgv: [...typescript, ...execArgv] })
    return worker
  }
  keep(startWorker, { name: 'The worker', isEnding, onRefused })

  const webs = () => Object.values(cluster.workers ?? {})
  const ready = new Promise((resolve) => {
    let listening = 0
    cluster.on('listening', () => ++listening === webProcesses && resolve())
  })
  const alive = () => [...webs().map((each) => each.process), worker].filter((each) => each && isRunning(each))

  return {
    ready,
    async end() {
      ending = true
      for (const each of alive()) if (each.connected) each.send('finish')
      if (await until(() => alive().length === 0, 8_000)) return
      for (const each of alive()) each.kill('SIGKILL')
      await until(() => alive().length === 0, 2_000)
    },
  }
}

const isRunning = (child) => child.exitCode === null && child.signalCode === null
