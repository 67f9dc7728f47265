import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from './child.mjs'
import { say, stop } from './say.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
]
const { PROGRAMFILES = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  `${PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${PROGRAMFILES} (x86)\\Microsoft\\Edge\\Application\\msedge.exe`,
  `${LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
]

function mayRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser that this machine has: the one named by CHROMIUM_PATH, one on the path, or one in its usual place. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return mayRun(named) ? named : stop(`CHROMIUM_PATH names ${named}, which is not a program.`)
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...places]
  return candidates.find((file) => existsSync(file) && mayRun(file)) ?? null
}

const mayInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0

/** A browser for the tests, installed from Debian when we are root and there is none; otherwise a sentence. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (!mayInstall()) {
    stop('The browser tests need Chromium: install Chromium, Chrome or Edge, or name one with CHROMIUM_PATH.')
  }
  say('Installing Chromium with apt-get, a minute or two …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { output: listed } = await runCommand('apt-get', ['update', '-qq'], { env, quiet: true })
  const { output } = await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    quiet: true,
  })
  return findChromium() ?? stop(`Chromium could not be installed; apt-get says:\n\n${listed}${output}`)
}
