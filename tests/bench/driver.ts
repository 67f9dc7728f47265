import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { cpuSeconds } from './processes'

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; bytes: number; text: string }

/** One job: the request of its n-th run, and what a right answer holds. */
export type Job = { name: string; make: (n: number) => Sent; isRight: (answer: Answer) => boolean }

export type Figures = {
  job: string
  c: number
  n: number
  errors: number
  p50: number
  p95: number
  p99: number
  jobs_s: number
  cpu_ms_per_job: number
  wire_bytes: number
  sql_floor_p50: number
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
const rounded = (value: number) => Math.round(value * 10) / 10

/** A client that keeps its connections, like a browser that stays on the page. */
export function client(address: string, common: Record<string, string>) {
  const { hostname, port } = new URL(address)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const send = ({ method = 'GET', path, headers = {}, body }: Sent) =>
    new Promise<Answer>((resolve, reject) => {
      const request = http.request(
        { hostname, port, path, method, agent, headers: { ...common, ...headers } },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            const raw = Buffer.concat(parts)
            resolve({ status: response.statusCode ?? 0, bytes: raw.length, text: raw.toString('utf8') })
          })
        },
      )
      request.setTimeout(30_000, () => request.destroy(new Error('no answer within 30 s')))
      request.on('error', reject)
      request.end(body)
    })
  return { send, close: () => agent.destroy() }
}

type Send = (sent: Sent) => Promise<Answer>
type Run = { send: Send; pid: number; seconds: number; floor: () => Promise<number> }

let next = 0

/** Runs a job in a closed loop of `c` clients for some seconds. */
export async function run(job: Job, c: number, send: Send, seconds: number) {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  let [errors, bytes] = [0, 0]
  const one = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      const answer = await send(job.make(next++)).catch(() => null)
      times.push(performance.now() - began)
      bytes += answer?.bytes ?? 0
      if (!answer || answer.status >= 400 || !job.isRight(answer)) errors++
    }
  }
  await Promise.all(Array.from({ length: c }, one))
  return { times, errors, bytes }
}

/** Measures a job after a warm-up, and charges CPU to the product's processes. */
export async function measure(job: Job, c: number, { send, pid, seconds, floor }: Run): Promise<Figures> {
  await run(job, c, send, 3)
  const [cpu, began] = [cpuSeconds(pid), performance.now()]
  const { times, errors, bytes } = await run(job, c, send, seconds)
  const wall = (performance.now() - began) / 1000
  const used = cpuSeconds(pid) - cpu
  times.sort((a, b) => a - b)
  return {
    job: job.name,
    c,
    n: times.length,
    errors,
    p50: rounded(quantile(times, 0.5)),
    p95: rounded(quantile(times, 0.95)),
    p99: rounded(quantile(times, 0.99)),
    jobs_s: rounded(times.length / wall),
    cpu_ms_per_job: rounded((used / times.length) * 1000),
    wire_bytes: Math.round(bytes / times.length),
    sql_floor_p50: rounded(await floor()),
  }
}
