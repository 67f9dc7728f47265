import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { sendInBursts } from '@/lib/run/in-bursts.mjs'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** What a visitor reads of an answer that is written like this; `first` resolves with its first piece. */
async function visit(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => {
    sendInBursts(response)
    answer(response)
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const asked = get({ host: '127.0.0.1', port, agent: false })
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const pieces: Buffer[] = []
  response.on('data', (piece: Buffer) => pieces.push(piece))
  const all = once(response, 'end').then(() => Buffer.concat(pieces).toString())
  const first = once(response, 'data').then(([piece]) => String(piece))
  return { all, first }
}

describe('an answer in bursts', () => {
  it('arrives whole and in order, however many pieces it is written in', async () => {
    const words = Array.from({ length: 2_000 }, (_, n) => `第${n}段`)
    const { all } = await visit((response) => {
      response.flushHeaders()
      for (const word of words) response.write(word)
      response.end('完')
    })
    expect(await all).toBe(`${words.join('')}完`)
  })

  it('does not wait for its end', async () => {
    let finish = () => {}
    const { first, all } = await visit((response) => {
      response.write('先')
      finish = () => void response.end('後')
    })
    expect(await first).toBe('先')
    finish()
    expect(await all).toBe('先後')
  })
})
