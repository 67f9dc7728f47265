import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { program, runNode, typescript } from './child.mjs'
import { prepareDatabase, startDatabase } from './database.mjs'
import { origin, readEnvironmentFile, servingEnvironment, wantedPort, wantedWebProcesses } from './environment.mjs'
import { isFree } from './free-port.mjs'
import { makeDataFolder, root } from './paths.mjs'
import { isAlive, launcher, until } from './processes.mjs'
import { endOrphan, forget, noteServing, record, runningSupervisor } from './record.mjs'
import { refused } from './refused.mjs'
import { Stop, say, stop } from './say.mjs'
import { supervise } from './supervisor.mjs'

/** Refuses to run beside another start of this data folder, or on a port that somebody else uses. */
async function claim(port) {
  const other = runningSupervisor()
  if (other && !(await endOrphan(other))) {
    stop(
      `Accord already runs at ${other.origin} (process ${other.pid}); press Ctrl-C in its window first. 已在執行中。`,
    )
  }
  if (!(await until(() => isFree(port), 3_000))) {
    stop(
      `Port ${port} is used by another program: end it, or choose another: PORT=3001 npm start. 連接埠 ${port} 已被占用。`,
    )
  }
}

/** Calls `leave` once when the person or the system asks to stop, or when the npm that started us is gone. */
function whenAsked(leave, npm) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0))
  if (process.channel) process.once('disconnect', () => leave(0))
  if (npm) setInterval(() => isAlive(npm) || leave(0), 1_000).unref()
}

function announce({ link, signIns, address }) {
  console.log(`\n  Accord · 商誼\n  Open ${address}\n  請開啟 ${address}`)
  if (link)
    console.log(
      `\n  First time here? Set it up with this one-time link:\n  第一次使用？請用這個一次性連結完成設定：\n  ${link}`,
    )
  if (signIns) console.log(`\n${signIns}`)
  console.log('\n  Ctrl-C stops everything; your data stays.\n  按 Ctrl-C 即可停止，資料會保留。\n')
}

/** Loads the demo workspace and returns its sign-ins as text. */
async function loadDemo(env) {
  const file = path.join(root, 'db/seed/demo.ts')
  if (!existsSync(file)) stop('This version has no demo workspace.')
  say('Loading the demo workspace …', '正在載入示範資料……')
  const { code, output } = await runNode([...typescript, file], { env, quiet: true })
  if (code !== 0) stop(`The demo workspace could not be loaded; it says:\n\n${output.trim()}`)
  return output.trimEnd()
}

function develop(env, port, leave) {
  const child = spawn(process.execPath, [program.next, 'dev', '--port', String(port)], {
    cwd: root,
    env: { ...env, NODE_ENV: 'development' },
    stdio: 'inherit',
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

const endsAgain = 'A process ends again and again; its last messages stand above.'

/** Everything after the installation: database, build, processes, and the address to open. */
export async function launch({ demo, dev }) {
  readEnvironmentFile()
  makeDataFolder()
  const port = wantedPort()
  const address = origin(port)
  const npm = launcher()
  await claim(port)
  record({ launcher: npm, origin: address })

  let starting
  let product
  let leaving
  const leave = (code) => {
    leaving ??= (async () => {
      say('Stopping …', '正在停止……')
      await product?.end()
      await (await starting?.catch(() => null))?.end()
      forget()
      process.exit(code)
    })()
    return leaving
  }
  const fail = (error) => {
    if (!leaving) console.error(error instanceof Stop ? `\n✗ ${error.message}\n` : error)
    return leave(1)
  }
  whenAsked(leave, npm)

  try {
    starting = startDatabase({ onLost: fail })
    const database = await starting
    const env = servingEnvironment(port)
    const prepared = await prepareDatabase({ ...env, ...owners(), ACCORD_SUPERUSER: database.superuser })
    if (prepared.applied.length > 0) say(`Applied ${prepared.applied.length} migrations.`)
    if (!prepared.findsChinese) {
      say('Warning: this database cannot search Chinese text; make it anew with encoding UTF8 and lc_ctype C.UTF-8.')
    }
    const serving = servingEnvironment(port, prepared.app)
    const signIns = demo ? await loadDemo({ ...serving, DATABASE_URL_DIRECT: prepared.owner ?? '' }) : null
    if (!dev) await build(serving)
    if (!dev) noteServing()
    if (leaving) return await leaving
    const onRefused = (code) => fail(new Stop(code === refused ? 'Refused to serve.' : endsAgain))
    product = dev
      ? develop(serving, port, leave)
      : supervise({ env: serving, webProcesses: wantedWebProcesses(), onRefused })
    await product.ready
    const link = await prepared.link
    announce({ address, link, signIns })
    process.send?.({ address, link })
  } catch (error) {
    await fail(error)
  }
}

/** The addresses as given, for the child that prepares the database. */
const owners = () => ({ DATABASE_URL: process.env.DATABASE_URL, DATABASE_URL_DIRECT: process.env.DATABASE_URL_DIRECT })
