import 'server-only'
import { headers } from 'next/headers'
import { environment } from './environment'

/**
 * Whether a write comes from our own pages. Next lets a request without Origin pass; we do not: either Origin is ours,
 * or the browser itself says `same-origin`.
 */
export function isOwnOrigin(head: Pick<Headers, 'get'>): boolean {
  const origin = head.get('origin')
  if (origin !== null) return ownOrigins().has(origin)
  return head.get('sec-fetch-site') === 'same-origin'
}

export const requestIsOwn = async () => isOwnOrigin(await headers())

const ownOrigins = () => {
  const { origin, protocol, port } = new URL(environment().APP_ORIGIN)
  const suffix = port ? `:${port}` : ''
  return new Set([origin, `${protocol}//localhost${suffix}`, `${protocol}//127.0.0.1${suffix}`])
}
