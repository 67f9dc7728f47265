/** How much of an answer may wait to be sent; pages are smaller, so rendering never waits for the socket. */
export const mostWaiting = 512 * 1024

const burstMs = 2

/**
 * Sends what a page writes within a moment in one piece: rendering writes dozens of small pieces, and each would be a call
 * to the system of its own. What is late still streams.
 */
export function sendInBursts(response) {
  const write = response.write.bind(response)
  let gathering = false
  response.write = (...args) => {
    if (!gathering) {
      gathering = true
      response.cork()
      setTimeout(() => {
        gathering = false
        response.uncork()
      }, burstMs)
    }
    return write(...args)
  }
}
