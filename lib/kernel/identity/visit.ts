import 'server-only'
import { environment } from '../environment'
import { deviceCookie, sessionCookie } from './cookies'
import { deviceName } from './device-name'
import { sessionHashOf } from './session-cookie'
import { hashOfToken, tokenOf } from './token'

/** Where a request comes from: its address, what kind of device, and what this browser still carries from before. */
export type Visit = {
  address: string
  device: string
  /** A device on which somebody signed in before; null when its cookie is missing or not ours. */
  deviceToken: string | null
  /** The session that this browser has now; a new sign-in ends it. */
  sessionHash: string | null
}

type Jar = { get: (name: string) => { value: string } | undefined }

export async function visitOf(head: Pick<Headers, 'get'>, jar: Jar): Promise<Visit> {
  return {
    address: addressOf(head),
    device: deviceName(head.get('user-agent')),
    deviceToken: tokenOf(jar.get(deviceCookie())?.value, 'device'),
    sessionHash: await sessionHashOf(jar.get(sessionCookie())?.value),
  }
}

/**
 * Who is at the other end. Our web process adds the address that it sees to the forwarded ones, so the last one counts;
 * where the origin is https, that is the proxy which ended TLS, and the one before it counts.
 */
export function addressOf(head: Pick<Headers, 'get'>, origin = environment().APP_ORIGIN): string {
  const hops = (head.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim().replace(/^::ffff:/, ''))
  const proxied = origin.startsWith('https:') && hops.length > 1
  return (hops.at(proxied ? -2 : -1) ?? '').slice(0, 45)
}

/** What counts as one address when tries are counted: an IPv6 customer owns a whole network of 64 bits. */
export function addressKey(address: string): string {
  const network = address.includes(':') ? expanded(address).slice(0, 4).join(':') : address
  return hashOfToken(network)
}

function expanded(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(gap).fill('0'), ...after].map((part) =>
    part.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}
