import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { runNode, typescript } from './child.mjs'
import { claim, whenAsked } from './claim.mjs'
import { prepareDatabase, startDatabase } from './database.mjs'
import { develop } from './develop.mjs'
import { origin, readEnvironmentFile, servingEnvironment, wantedPort, wantedWebProcesses } from './environment.mjs'
import { install } from './install.mjs'
import { makeDataFolder, root } from './paths.mjs'
import { forget, noteServing } from './record.mjs'
import { refused } from './refused.mjs'
import { Stop, say, stop } from './say.mjs'
import { supervise } from './supervisor.mjs'

const endsAgain = 'A process ends again and again; its last messages stand above.'
const blind = 'Warning: this database cannot search Chinese text; make it anew with encoding UTF8 and lc_ctype C.UTF-8.'

/** Loads the demo workspace and returns its sign-ins as text. */
async function loadDemo(env) {
  const file = path.join(root, 'db/seed/demo.ts')
  if (!existsSync(file)) stop('This version has no demo workspace.')
  say('Loading the demo workspace …', '正在載入示範資料……')
  const { code, output } = await runNode([...typescript, file], { env, quiet: true })
  if (code !== 0) stop(`The demo workspace could not be loaded; it says:\n\n${output.trim()}`)
  return output.trimEnd()
}

/** Database, build and what the processes need, step by step. */
async function makeReady(database, port, { demo, dev }) {
  const { DATABASE_URL, DATABASE_URL_DIRECT } = process.env
  const asked = { ...servingEnvironment(port), DATABASE_URL, DATABASE_URL_DIRECT, ACCORD_SUPERUSER: database.superuser }
  const prepared = await prepareDatabase(asked)
  if (prepared.applied.length > 0) say(`Applied ${prepared.applied.length} migrations.`)
  if (!prepared.findsChinese) say(blind)
  const env = servingEnvironment(port, prepared.app)
  const signIns = demo ? await loadDemo({ ...env, DATABASE_URL_DIRECT: prepared.owner ?? '' }) : null
  if (!dev) await build(env)
  return { env, signIns, link: prepared.link }
}

function announce({ address, link, signIns }) {
  console.log(`\n  Accord · 商誼\n  Open ${address}\n  請開啟 ${address}`)
  if (link)
    console.log(
      `\n  First time here? Set it up with this one-time link:\n  第一次使用？請用這個一次性連結完成設定：\n  ${link}`,
    )
  if (signIns) console.log(`\n${signIns}`)
  console.log('\n  Ctrl-C stops everything; your data stays.\n  按 Ctrl-C 即可停止，資料會保留。\n')
}

/** A whole start: installation, database, build, processes, and the address to open; runs until it is asked to stop. */
export async function launch({ demo, dev }) {
  readEnvironmentFile()
  makeDataFolder()
  const port = wantedPort()
  const address = origin(port)
  await claim(port, address)

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
  whenAsked(leave)

  try {
    await install()
    starting = startDatabase({ onLost: fail })
    const { env, signIns, link } = await makeReady(await starting, port, { demo, dev })
    if (leaving) return await leaving
    if (!dev) noteServing()
    const onRefused = (code) => fail(new Stop(code === refused ? 'Refused to serve.' : endsAgain))
    product = dev ? develop(env, port, leave) : supervise({ env, port, webProcesses: wantedWebProcesses(), onRefused })
    await product.ready
    announce({ address, link: await link, signIns })
    process.send?.({ address, link: await link })
  } catch (error) {
    await fail(error)
  }
}
