import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const linux = process.platform === 'linux'

/**
 * What the system knows of a process: its parent, its birth and its command; null when it has ended.
 * @returns {{ parent: number, born: string, command: string } | null}
 */
export function look(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return null
  }
  try {
    return linux ? lookInProc(pid) : lookWithPs(pid)
  } catch {
    return linux ? null : { parent: 0, born: '', command: '' }
  }
}

function lookInProc(pid) {
  const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  return { parent: Number(fields[1]), born: fields[19], command }
}

function lookWithPs(pid) {
  const line = execFileSync('ps', ['-o', 'ppid=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  const [, parent, born, command] = /^(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line) ?? []
  return { parent: Number(parent), born, command }
}

/** A process id alone may be reused by somebody else; with the moment of birth it is a name. */
export const identity = (pid) => ({ pid, born: look(pid)?.born ?? '' })

/** Whether exactly this process still runs. */
export const isAlive = ({ pid, born }) => {
  const seen = look(pid)
  return seen !== null && seen.born === born
}

/**
 * Every running process that we may look at, with its command.
 * @returns {{ pid: number, command: string }[]}
 */
export function allProcesses() {
  if (!linux) {
    const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).trim().split('\n')
    return lines.map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }))
  }
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.flatMap((id) => {
    const seen = look(Number(id))
    return seen ? [{ pid: Number(id), command: seen.command }] : []
  })
}

/** Waits until the condition holds; false when it did not within the time. */
export async function until(condition, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await wait(25)) if (await condition()) return true
  return Boolean(await condition())
}

/** Sends the signals in turn until the process has ended: `[['SIGINT', 10_000], ['SIGKILL', 2_000]]`. */
export async function end(pid, signals) {
  for (const [signal, patience] of signals) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await until(() => look(pid) === null, patience)) return
  }
}

/** The npm process that started this one, if any: when it is gone, nobody can press Ctrl-C any more. */
export function launcher() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return null
  for (let pid = process.ppid, steps = 0; pid > 1 && steps < 4; steps++) {
    const seen = look(pid)
    if (!seen) return null
    if (/(^|\/|\s)(npm|npx|pnpm|yarn)(\s|$|-cli)/.test(seen.command)) return { pid, born: seen.born }
    pid = seen.parent
  }
  return null
}
