import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'
import { runtime } from './runtime.mjs'

/** Node options for a file in TypeScript that belongs to the server. */
export const typescript = ['--import', 'tsx', '--conditions=react-server']

/** A program of an installed package, to be started with Node. */
export const program = {
  next: path.join(root, 'node_modules/next/dist/bin/next'),
  tsc: path.join(root, 'node_modules/typescript/bin/tsc'),
  biome: path.join(root, 'node_modules/@biomejs/biome/bin/biome'),
  vitest: path.join(root, 'node_modules/vitest/vitest.mjs'),
}

/**
 * Runs a command to its end. With `quiet` its output is collected instead of shown.
 * Resolves with its exit code (a signal counts as 1) and what it wrote.
 */
export function runCommand(command, args, { env = process.env, quiet = false, cwd = root, channel = [] } = {}) {
  return new Promise((resolve, reject) => {
    const streams = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit']
    const child = spawn(command, args, { cwd, env, stdio: [...streams, ...channel] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    const endChild = () => child.kill()
    process.once('exit', endChild)
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', endChild)
      resolve({ code: code ?? 1, output })
    })
  })
}

const leash = pathToFileURL(path.join(root, 'lib/run/end-with-parent.mjs')).href

/** Node options and environment with which a program ends when we do, also when we are killed; it needs a channel. */
export const leashed = (env) => ({
  args: ['--import', leash],
  env: { ...env, ACCORD_PARENT: String(process.pid) },
})

/** Runs a script with Node to its end; it ends with us. */
export function runNode(args, { env = process.env, ...options } = {}) {
  const leash = leashed(env)
  return runCommand(runtime().program, [...leash.args, ...args], { ...options, env: leash.env, channel: ['ipc'] })
}

/** The end of a long output, which is where programs say what went wrong. */
export const lastLines = (text, count = 40) => text.trimEnd().split('\n').slice(-count).join('\n')
