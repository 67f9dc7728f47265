import 'server-only'
import { environment } from '../environment'

/** Hours that a session may last at most, and the age of what belongs to it. */
export const sessionHours = 12
const year = 31_536_000

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Browsers keep secure cookies for https, and for loopback where nobody can listen. */
export function isSecureOrigin(origin = environment().APP_ORIGIN): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || loopback.has(hostname)
}

/** The name as sent: `__Host-` binds a cookie to this host, this path and TLS; plain where the origin cannot have it. */
const named = (name: string) => (isSecureOrigin() ? `__Host-${name}` : name)

export const sessionCookie = () => named('accord-session')
export const deviceCookie = () => named('accord-device')
export const linkCookie = () => named('accord-link')

const guarded = () => ({ httpOnly: true, secure: isSecureOrigin(), sameSite: 'lax' as const, path: '/' })

export const sessionOptions = () => ({ ...guarded(), maxAge: sessionHours * 3600 })
export const deviceOptions = () => ({ ...guarded(), maxAge: year })
/** A link's token waits here while its form is open, so that it leaves the address bar at once. */
export const linkOptions = () => ({ ...guarded(), maxAge: 1800 })
