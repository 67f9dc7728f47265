import { describe, expect, inject, it } from 'vitest'
import { type SignInOwner, signInOwner } from '@/tests/kernel/identity-people'
import { aFullWorkspace } from '../security/full-workspace'
import { cookieHeaderOf } from '../setup/signed-in'

const { address } = inject('product')
const full = process.env.ACCORD_BARS === 'full'
const people = full ? 40 : 8
const rounds = full ? 4 : 1
const pagesEach = full ? 150 : 15

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

/** The hidden fields that a browser without JavaScript sends with the sign-in form. */
async function hiddenFields(): Promise<[string, string][]> {
  const html = await (await fetch(`${address}/sign-in`)).text()
  const form = html.slice(html.search(/<form [^>]*class="form"/))
  return [...form.slice(0, form.indexOf('</form>')).matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    return name ? [[unescaped(name), unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? '')] as [string, string]] : []
  })
}

async function enter({ email, password }: SignInOwner, fields: readonly [string, string][]): Promise<number> {
  const body = new FormData()
  for (const [name, value] of [...fields, ['email', email], ['password', password]] as const) body.set(name, value)
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    body,
    headers: { origin: address },
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return answer.status
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

describe('many people sign in at once', async () => {
  const { actor } = await aFullWorkspace()
  const headers = { cookie: await cookieHeaderOf(actor) }
  const crowd = await Promise.all(Array.from({ length: people }, () => signInOwner()))
  const fields = await hiddenFields()

  /** Somebody reads pages, one after the other; answers the milliseconds that each took. */
  const read = async (times: number) => {
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const began = performance.now()
      const answer = await fetch(`${address}/accounts`, { headers })
      await answer.arrayBuffer()
      took.push(performance.now() - began)
      expect(answer.status).toBe(200)
    }
    return took
  }

  /** The same while everybody of the crowd signs in, again and again. */
  const readInFlood = async (times: number) => {
    const statuses: number[] = []
    let ending = false
    const flood = crowd.map(async (who) => {
      do statuses.push(await enter(who, fields))
      while (!ending)
    })
    const took = await read(times)
    ending = true
    await Promise.all(flood)
    return { took, statuses }
  }

  it('everybody gets in, and those who work are not kept waiting', async () => {
    await read(pagesEach)
    const [idle, busy, statuses]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      idle.push(...(await read(pagesEach)))
      const flooded = await readInFlood(pagesEach)
      busy.push(...flooded.took)
      statuses.push(...flooded.statuses)
    }
    expect(statuses.filter((status) => status !== 303)).toEqual([])
    const said = (values: number[]) => `p50 ${at(values, 0.5).toFixed(0)} ms, p95 ${at(values, 0.95).toFixed(0)} ms`
    console.info(`pages: ${said(idle)}; while ${statuses.length} sign-ins came from ${people} people: ${said(busy)}`)
    if (full) expect(at(busy, 0.95)).toBeLessThanOrEqual(2 * at(idle, 0.95))
  })
})
