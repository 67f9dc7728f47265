import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { onRequestError } from '@/instrumentation'
import { Unavailable } from '@/lib/kernel/unavailable'
import { watchFailures } from '@/lib/run/failures.mjs'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** What a visitor gets whose page fails with this error, at this moment of its answer. */
async function visited(
  error: unknown,
  fail: RequestListener,
  { path = '/accounts', routeType = 'render' as 'render' | 'action' } = {},
) {
  const server = createServer((request, response) =>
    watchFailures(request, response, async () => {
      const asked = { path, method: 'GET', headers: {} }
      const where = {
        routerKind: 'App Router',
        routePath: path,
        routeType,
        revalidateReason: undefined,
      } as const
      await onRequestError(error, asked, where)
      fail(request, response)
    }),
  ).listen(0)
  servers.push(server)
  await new Promise((listening) => server.once('listening', listening))
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const broken: RequestListener = (_, response) => {
  response.statusCode = 500
  response.setHeader('etag', 'x').setHeader('content-length', '7')
  response.write('bro')
  response.end('ken!')
}

it('a page that failed for want of the database says so, and when to come back', async () => {
  const { status, headers, text } = await visited(new Unavailable('away'), broken)
  expect([status, headers.get('retry-after'), headers.get('cache-control')]).toEqual([503, '3', 'private, no-store'])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(text).toContain('資料庫暫時沒有回應')
  expect(text).not.toContain('broken!')
})

it('data that failed for want of the database is refused as data', async () => {
  const { status, text } = await visited(new Unavailable('away'), broken, { path: '/api/search' })
  expect([status, JSON.parse(text).code]).toEqual([503, 'unavailable'])
})

it('what failed for another reason, succeeded, or had begun is left alone', async () => {
  expect(await visited(new Error('a bug'), broken)).toMatchObject({ status: 500, text: 'broken!' })
  const fine = await visited(new Unavailable('away'), (_, response) => void response.end('fine'))
  expect(fine).toMatchObject({ status: 200, text: 'fine' })
  const begun = await visited(new Unavailable('away'), (_, response) => {
    response.write('begun')
    response.statusCode = 500
    response.end(' and ended')
  })
  expect(begun).toMatchObject({ status: 200, text: 'begun and ended' })
})

it('an action’s request that could not be read is told so; a bug of ours stays one', async () => {
  const unread = Object.assign(new SyntaxError('Unexpected end'), {
    stack: 'at JSON.parse\n at node_modules/next/x.js',
  })
  expect(await visited(unread, broken, { routeType: 'action' })).toMatchObject({ status: 400 })
  expect(await visited(unread, broken)).toMatchObject({ status: 500 })
  const bug = Object.assign(new TypeError('x'), { stack: 'at f (.next/server/chunks/a.js:1:1)' })
  expect(await visited(bug, broken, { routeType: 'action' })).toMatchObject({ status: 500 })
})
