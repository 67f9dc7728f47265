import os from 'node:os'
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

/** A thread that only calculates. It yields to the threads that answer pages; on Linux niceness is a thread's own. */
const nice = 10
if (process.platform === 'linux') os.setPriority(nice)

// The programs are the modules' own rules in TypeScript: by their place, since nothing here belongs to a module.
register()
const program = (file) => import(new URL(`../modules/${file}`, import.meta.url))
const programs = { 'negotiations.study': (await program('negotiations/rules-study.ts')).studyOf }

parentPort.on('message', ({ program, input }) => {
  try {
    parentPort.postMessage({ output: programs[program](input) })
  } catch (error) {
    parentPort.postMessage({ error: String(error?.stack ?? error) })
  }
})
