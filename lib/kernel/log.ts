import 'server-only'
import { randomUUID } from 'node:crypto'
import pino from 'pino'

/** Field names that never reach a log line, wherever they stand in it. */
const secret = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'phone', 'value', 'input', 'params']
const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { name: 'accord' },
  redact: { paths, censor: '•••' },
})

/**
 * Logs a bug under a reference that the user is shown. Drizzle's message holds the SQL with every parameter,
 * so of database errors only the code, the constraint and the place in our code are kept.
 */
export function logBug(error: unknown, where: string): string {
  const reference = randomUUID().slice(0, 8).toUpperCase()
  log.error({ reference, where, ...described(error) }, 'unexpected error')
  return reference
}

/** An error without what a user typed: its kind, its code and its stack's places. */
export function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const cause = error.cause as { code?: string; constraint_name?: string; severity?: string } | undefined
  const fromDatabase = error.message.startsWith('Failed query') || cause?.severity !== undefined
  return {
    kind: error.name,
    message: fromDatabase ? 'database error' : error.message,
    code: cause?.code ?? (error as { code?: string }).code,
    constraint: cause?.constraint_name,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12),
  }
}
