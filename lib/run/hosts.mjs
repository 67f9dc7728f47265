const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The host name of a Host header without its port; null when it is not one. */
function nameOf(host) {
  try {
    const { hostname, username, pathname, search } = new URL(`http://${host}`)
    return username || pathname !== '/' || search ? null : hostname
  } catch {
    return null
  }
}

/**
 * Decides which Host headers are ours: the one in the product's own address, and loopback on any port. Anything else
 * was typed by somebody who wants our answer, or our links, to carry another name.
 */
export function hostList(origin) {
  const own = new URL(origin)
  const names = new Set([own.host, own.port ? own.host : `${own.host}:${own.protocol === 'https:' ? 443 : 80}`])
  return (host) => typeof host === 'string' && (names.has(host.toLowerCase()) || loopback.has(nameOf(host)))
}
