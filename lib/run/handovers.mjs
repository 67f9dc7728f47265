import { createServer } from 'node:net'

/**
 * Listens for the web processes and hands each connection to the one that holds the fewest. Node's own cluster hands it
 * to whoever said last that it took one; a busy process says so late, so most of a crowd goes to the other one, and since
 * browsers keep their connections, the crowd waits several times as long as the rest for as long as it stays.
 *
 * A process takes part from its message "ready" on. It says "taken" for each connection, in the order in which they came,
 * and "closed" when one has ended. What it never took is closed with its death, so that a browser asks again at once.
 * Connections that come while nobody is ready wait for the first who is.
 */
export function handovers() {
  const ready = new Map()
  const waiting = new Set()
  const held = (child) => ready.get(child)?.count ?? 0

  const hand = (connection) => {
    const [child] = [...ready.keys()].sort((a, b) => held(a) - held(b))
    if (!child) return waiting.add(connection)
    const own = ready.get(child)
    own.count += 1
    own.untaken.push(connection)
    // Kept open here until it is taken; what cannot be sent any more is closed when the process's end is heard.
    child.send('connection', connection, { keepOpen: true }, () => {})
  }
  const handWaiting = () => {
    const all = [...waiting]
    waiting.clear()
    for (const connection of all) hand(connection)
  }
  const server = createServer({ pauseOnConnect: true }, (connection) => {
    connection.on('error', () => connection.destroy())
    hand(connection)
  })

  return {
    /** Takes the port, 0 for any free one, and answers it; rejects where somebody else has it. */
    listen: (port) =>
      new Promise((resolve, reject) => {
        // Stays: a connection that could not be accepted later on is that connection's trouble.
        server.on('error', reject)
        server.listen(port, () => resolve(server.address().port))
      }),
    /** Lets a process that was just started take part. */
    join(child) {
      const own = { count: 0, untaken: [] }
      const said = {
        ready: () => {
          ready.set(child, own)
          handWaiting()
        },
        taken: () => own.untaken.shift()?.destroy(),
        closed: () => {
          own.count -= 1
        },
      }
      child.on('message', (message) => said[message]?.())
      child.once('exit', () => {
        ready.delete(child)
        for (const connection of own.untaken) connection.destroy()
      })
      return child
    },
    /** How many connections a process holds. */
    held,
    /** Takes no more connections. */
    end() {
      server.close()
      for (const connection of waiting) connection.destroy()
    },
  }
}
