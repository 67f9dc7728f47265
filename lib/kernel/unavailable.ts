/** Codes of a database that cannot be reached, hangs up, is full, or was given up at a deadline. */
const outage = new Set([
  // The driver: connection lost, pool ended, no answer in time.
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // The operating system: nobody listens, the road is broken.
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // The server: shutting down, crashed, starting up, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  // The server's deadlines: idle in transaction, transaction, statement.
  '25P03',
  '25P04',
  '57014',
])

/** The queue's driver gives this one no code. */
const hungUp = 'Connection terminated unexpectedly'

const isOutage = (code: string) => outage.has(code) || /^08\w{3}$/.test(code)

/** The error and everything that caused it; drivers and query builders wrap each other. */
export function* causesOf(
  error: unknown,
): Generator<{ name?: unknown; code?: unknown; routine?: unknown; message?: unknown }> {
  let each = error
  for (let depth = 0; depth < 8 && typeof each === 'object' && each !== null; depth++) {
    yield each
    each = (each as { cause?: unknown }).cause
  }
}

/** The database did not do the work; whatever was asked may be asked again after `retryAfterSeconds`. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly retryAfterSeconds = 3
}

/** Whether this error means "try again in a moment" rather than a refusal or a bug. The name is compared because a build may hold the class twice. */
export function isUnavailable(error: unknown): boolean {
  for (const { name, code, message } of causesOf(error)) {
    if (name === 'Unavailable' || message === hungUp || (typeof code === 'string' && isOutage(code))) return true
  }
  return false
}
