/** Which worker a connection was last handed to. It leaves the list when the worker has taken it, and it is closed here. */
const holders = new Map()

/** The connection as we hold it: closing it, by whomever, takes it off the list. */
function keep(handle, worker) {
  if (!holders.has(handle)) {
    const { close } = handle
    handle.close = (...given) => {
      holders.delete(handle)
      return close.apply(handle, given)
    }
  }
  holders.set(handle, worker)
}

/**
 * Closes the connections that this worker was handed and died before taking. Nobody would ever answer them, and their
 * visitors would wait until they give up; closed, a browser asks again at once.
 */
export function closeUntaken(worker) {
  const { process: child } = worker
  const send = child.send.bind(child)
  child.send = (message, handle, ...rest) => {
    if (message?.act === 'newconn' && typeof handle?.close === 'function') keep(handle, worker)
    return send(message, handle, ...rest)
  }
  worker.once('exit', () => {
    for (const [handle, holder] of [...holders]) if (holder === worker) handle.close()
  })
  return worker
}
