import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

export type Received = { from: string; to: string[]; source: string }

/** A mail server of the test itself: takes what it is given, or refuses recipients when told to. */
export async function mailServer() {
  const received: Received[] = []
  const state = { refuses: false }
  const server: Server = createServer((socket) => converse(socket, state, received))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    state,
    end: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function converse(socket: Socket, state: { refuses: boolean }, received: Received[]) {
  let mail: Received = { from: '', to: [], source: '' }
  let isBody = false
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('error', () => {})
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    rest += chunk
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (isBody && line !== '.') mail.source += `${line}\n`
      else if (isBody) {
        isBody = false
        received.push(mail)
        mail = { from: '', to: [], source: '' }
        say('250 taken')
      } else if (/^(EHLO|HELO)/i.test(line)) say('250 test')
      else if (/^MAIL FROM/i.test(line)) {
        mail.from = /<(.*?)>/.exec(line)?.[1] ?? ''
        say('250 ok')
      } else if (/^RCPT TO/i.test(line)) {
        if (state.refuses) say('450 later')
        else mail.to.push(/<(.*?)>/.exec(line)?.[1] ?? '')
        if (!state.refuses) say('250 ok')
      } else if (/^DATA/i.test(line)) {
        isBody = true
        say('354 go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
}
