import { connect, createServer, type Socket } from 'node:net'

/** The road between the product and the server, with a hand on it. */
export type Road = {
  /** The address of the test database by this road. */
  url: string
  /** Nothing arrives any more, in neither direction, and nobody is told. */
  silence(): void
  /** What was held back goes on. */
  resume(): void
  /** All present connections break with a reset. */
  reset(): void
  /** Nobody listens any more, until `restore`. */
  vanish(): void
  restore(): void
  /** How many were turned away while nobody listened. */
  refused(): number
  /** The next message that holds this text reaches the server; its answer is lost with the connection. */
  loseAnswerTo(text: string): void
  close(): void
}

/** A small proxy in front of the server that `base` names. */
export async function road(base: string): Promise<Road> {
  const target = new URL(base)
  const sockets = new Set<Socket>()
  let silent = false
  let gone = false
  let turnedAway = 0
  let fatal: string | null = null
  const server = createServer((near) => {
    if (gone) {
      turnedAway++
      return near.resetAndDestroy()
    }
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      if (silent) socket.pause()
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    let cut = false
    near.on('data', (bytes) => {
      if (fatal && bytes.includes(fatal)) {
        fatal = null
        cut = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes) => (cut ? near.destroy() : near.write(bytes)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('The proxy has no port')
  const url = new URL(base)
  url.hostname = '127.0.0.1'
  url.port = String(place.port)
  return {
    url: url.toString(),
    silence() {
      silent = true
      for (const socket of sockets) socket.pause()
    },
    resume() {
      silent = false
      for (const socket of sockets) socket.resume()
    },
    reset() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    vanish() {
      gone = true
      for (const socket of sockets) socket.resetAndDestroy()
    },
    restore() {
      gone = false
    },
    refused: () => turnedAway,
    loseAnswerTo(text) {
      fatal = text
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
