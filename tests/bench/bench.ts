import { client, type Figures, measure, run } from './driver'
import { openSession, prepareScene, startProduct } from './scene'

/** `--json` prints figures only; `--only=list,log` measures some; `--seconds=20` a job and number of clients. */
const option = (name: string) => process.argv.find((each) => each.startsWith(`--${name}`))
const json = option('json') !== undefined
const only = option('only')?.split('=')[1]?.split(',')
const seconds = Number(option('seconds')?.split('=')[1] ?? 15)
/** A server at work is faster than one that has just started: every page is asked for first. */
const warmUpSeconds = 5
/** Whatever else speaks while figures are wanted, speaks beside them. */
if (json) console.log = console.error
const say = (line: string) => {
  if (!json) console.log(line)
}

const scene = await prepareScene(say)
let product: Awaited<ReturnType<typeof startProduct>> | undefined
const figures: Figures[] = []
try {
  product = await startProduct(scene)
  Object.assign(process.env, { AUTH_SECRET: scene.secret, APP_ORIGIN: product.address, DATABASE_URL: scene.app })
  const { sealSession } = await import('@/lib/kernel/identity/session-cookie')
  const { sessionCookie } = await import('@/lib/kernel/identity/cookies')
  const { jobsOf } = await import('./jobs')
  const cookie = `${sessionCookie()}=${await sealSession(await openSession(scene))}; accord-locale=zh-TW`
  const { send, close } = client(product.address, { cookie, 'accept-encoding': 'gzip' })
  const { jobs, close: closeJobs } = await jobsOf(scene, product.address)
  const chosen = jobs.filter(({ name }) => !only || only.includes(name))
  for (const job of chosen) await run(job, 16, send, warmUpSeconds)
  say('job        clients      n  errors    p50     p95     p99  jobs/s  CPU ms/job   wire B  SQL p50')
  for (const job of chosen)
    for (const c of [1, 16]) {
      const found = await measure(job, c, { send, pid: product.pid, seconds, floor: job.floor })
      figures.push(found)
      const { n, errors, p50, p95, p99, jobs_s, cpu_ms_per_job, wire_bytes, sql_floor_p50 } = found
      const cells = [n, errors, p50, p95, p99, jobs_s, cpu_ms_per_job, wire_bytes, sql_floor_p50]
      say([job.name.padEnd(10), String(c).padStart(7), ...cells.map((cell) => String(cell).padStart(7))].join(' '))
    }
  close()
  await closeJobs()
  if (json) process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`)
} finally {
  await product?.end()
  await scene.end()
}
