import net from 'node:net'

/** Whether nobody listens on the port; `host` undefined means every address, as the web server listens. */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The wanted port when it is free on this machine's own address, otherwise any free one. */
export async function freePort(wanted) {
  if (wanted && (await isFree(wanted, '127.0.0.1'))) return wanted
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
