/** An origin that nobody owns: whatever leaves it was not one of our paths. */
const home = 'https://accord.invalid'

/** Pages one cannot come back to after signing in. */
const doors = /^\/(sign-in|setup|invitation|forgot|reset|api)(\/|$)/

/**
 * Where to go after signing in: the given path when it is one of ours, else the start page. Only a plain absolute path
 * counts: nothing that a browser could read as another host, another scheme or an instruction.
 */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return '/'
  if (!wanted.startsWith('/') || /^\/[/\\]|[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(wanted)) return '/'
  if (!URL.canParse(wanted, home)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, home)
  if (origin !== home || pathname.startsWith('//') || doors.test(pathname)) return '/'
  return pathname + search + hash
}
