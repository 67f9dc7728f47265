import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { environment } from '@/lib/kernel/environment'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const always: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cache-control', 'private, no-store'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()'],
]
const beforeNonce = "default-src 'self'; script-src 'self' 'strict-dynamic' 'nonce-"
const afterNonce =
  "'; style-src-attr 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
/** React rebuilds server stacks with eval while developing; production never does. */
const whileDeveloping = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''

/**
 * Puts the safety headers on every page and a fresh nonce into each content policy. Who may see what is never decided
 * here: pages, actions and queries ask that themselves.
 */
export function proxy(request: NextRequest) {
  const { host, isSecure } = known()
  if (!isOurHost(request.headers.get('host') ?? '', host))
    return new NextResponse('Misdirected request', { status: 421 })
  const nonce = randomBytes(16).toString('base64')
  const policy = `${beforeNonce}${nonce}'${whileDeveloping}; style-src 'self' 'nonce-${nonce}${afterNonce}`
  const passed = new Headers(request.headers)
  passed.set('x-nonce', nonce)
  passed.set('x-accord-path', request.nextUrl.pathname + request.nextUrl.search)
  passed.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers: passed } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of always) response.headers.set(name, value)
  if (carriesSecret.test(request.nextUrl.pathname)) response.headers.set('referrer-policy', 'no-referrer')
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  return response
}

/** Links whose address is a secret; they redirect at once, and nothing may learn where from. */
const carriesSecret = /^\/(setup|invitation|reset)\/./

let address: { host: string; isSecure: boolean } | undefined

/** The address that the product is known by, read once. */
function known() {
  if (address) return address
  const { host, protocol } = new URL(environment().APP_ORIGIN)
  address = { host, isSecure: protocol === 'https:' }
  return address
}

/** The address the product is known by, or this machine itself. */
const isOurHost = (host: string, ours: string) => host === ours || loopback.has(host.replace(/:\d+$/, ''))

/**
 * Everything but built files, icons, the health checks (asked by address, not by name) and the HTTP interface,
 * whose uploads must not be buffered.
 */
export const config = { matcher: '/((?!_next/static|api/|icons?\\.svg|live$|ready$).*)' }
