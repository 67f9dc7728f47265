/** How much of an answer may wait to be sent; pages are smaller, so rendering never waits for the socket. */
export const mostWaiting = 512 * 1024

const burstMs = 2

/**
 * Sends what a page writes within a moment in one piece: rendering writes dozens of small pieces, and each would be a call
 * to the system of its own. What is late still streams.
 */
export function sendInBursts(response) {
  let gathering = false
  const send = () => {
    if (!gathering) return
    gathering = false
    response.uncork()
  }
  const gather = () => {
    if (gathering) return
    gathering = true
    response.cork()
    setTimeout(send, burstMs)
  }
  for (const method of ['flushHeaders', 'write']) {
    const plain = response[method].bind(response)
    response[method] = (...args) => {
      gather()
      return plain(...args)
    }
  }
  // Node 24 sends the mark of the end before what still waits (Node 20 does not), so nothing may wait then.
  const end = response.end.bind(response)
  response.end = (...args) => {
    send()
    return end(...args)
  }
}
