import { AsyncResource } from 'node:async_hooks'

/**
 * Answers a few requests at once and the others after them, first come first served: pages that are drawn all at the same
 * time share memory and processor, so that each is late and none is early. Who takes longer than `patience` milliseconds,
 * because of a download or a slow database, goes on beside the next; who goes away while waiting is not answered.
 */
export function turns({ most, patience }) {
  const waiting = new Set()
  let places = most
  const letIn = () => {
    const [first] = waiting
    if (!first || places === 0) return
    waiting.delete(first)
    first()
  }
  return (response, answer) =>
    new Promise((resolve) => {
      const begin = AsyncResource.bind(() => {
        places -= 1
        let isInside = true
        const leave = () => {
          if (!isInside) return
          isInside = false
          clearTimeout(timer)
          places += 1
          letIn()
        }
        const timer = setTimeout(leave, patience)
        response.once('close', leave)
        resolve(answer())
      })
      if (places > 0) return begin()
      waiting.add(begin)
      response.once('close', () => waiting.delete(begin) && resolve(undefined))
    })
}
