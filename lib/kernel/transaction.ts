import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { begin, db, serverVersion, type Tx } from '@/db/client'
import { causesOf, isUnavailable, Unavailable } from './unavailable'

declare const opened: unique symbol
/** A transaction in which Postgres already knows which workspace is asking. Only `inTransaction` can make one. */
export type ScopedTx = Tx & { readonly [opened]: true }

type AccessMode = 'read only' | 'read write'
type Isolation = 'read committed' | 'repeatable read' | 'serializable'

/** `deadlineMs` bounds everything: waiting for a connection, the work, its retries and the commit. */
export type TransactionOptions = { isolation?: Isolation; deadlineMs?: number }

const usualDeadlineMs = 8_000
/** Our own timer leaves the server this long to end a transaction by itself. */
const graceMs = 250
const conflictRetries = 5
const reconnections = 3

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Another transaction was first; the same work may succeed in the next attempt. */
const conflicts = new Set(['40001', '40P01'])
/** A connection that had died while idle; nobody knew before something was sent. */
const diedIdle = new Set(['CONNECTION_CLOSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02'])

function has(error: unknown, codes: ReadonlySet<string>): boolean {
  for (const { code } of causesOf(error)) if (typeof code === 'string' && codes.has(code)) return true
  return false
}

/** Postgres 17 ends the whole transaction; older servers, and any until we know better, bound its parts. */
function deadline(milliseconds: number): string {
  const limit = Math.max(1, Math.ceil(milliseconds))
  return (serverVersion() ?? 0) >= 17
    ? `set local transaction_timeout = ${limit}`
    : `set local statement_timeout = ${limit}; set local idle_in_transaction_session_timeout = ${limit}`
}

type Attempt<T> = { mode: string; entry: string; leftMs: number; work: (tx: Tx) => Promise<T> }

/** BEGIN, the workspace and the deadline travel in one message; COMMIT is the only other one we add. */
async function attempt<T>({ mode, entry, leftMs, work }: Attempt<T>): Promise<T> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(new Unavailable('The transaction missed its deadline')), leftMs + graceMs)
  try {
    return await begin({ mode, opening: entry + deadline(leftMs), signal: stop.signal }, work)
  } finally {
    clearTimeout(timer)
  }
}

const unavailable = (error: unknown) =>
  error instanceof Unavailable ? error : new Unavailable('The database did not do the work', { cause: error })

async function transact<T>(
  accessMode: AccessMode,
  entry: string,
  work: (tx: Tx) => Promise<T>,
  { isolation, deadlineMs = usualDeadlineMs }: TransactionOptions,
): Promise<T> {
  const mode = isolation ? `isolation level ${isolation} ${accessMode}` : accessMode
  const end = performance.now() + deadlineMs
  let lost = 0
  for (let conflicted = 0; ; ) {
    let started = false
    try {
      const marked = (tx: Tx) => {
        started = true
        return work(tx)
      }
      return await attempt({ mode, entry, leftMs: end - performance.now(), work: marked })
    } catch (error) {
      const hasTime = performance.now() < end
      if (!started && hasTime && lost++ < reconnections && has(error, diedIdle)) continue
      const conflict = has(error, conflicts)
      if (conflict && hasTime && conflicted++ < conflictRetries) await pause(Math.random() * 5 * 2 ** conflicted)
      else throw conflict || isUnavailable(error) ? unavailable(error) : error
    }
  }
}

/**
 * Runs `work` in one transaction of the actor's workspace: outside it, every tenant table is empty.
 * A serialization failure or deadlock runs `work` again, so it must change nothing but the database.
 * Throws `Unavailable` when the database is out of reach, the deadline has passed, the retries are used up, or the
 * answer to COMMIT was lost; in that last case the change may be there, which an idempotency key finds out.
 */
export async function inTransaction<T>(
  actor: { readonly workspaceId: string },
  accessMode: AccessMode,
  work: (tx: ScopedTx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!uuid.test(actor.workspaceId)) throw new Error('An actor without a workspace cannot open a transaction')
  const entry = `select app.enter_workspace('${actor.workspaceId}'); `
  return transact(accessMode, entry, (tx) => work(tx as ScopedTx), options)
}

/** A transaction outside any workspace, where every tenant table is empty: for sign-in, sessions and set-up only. */
export const inPlatformTransaction = <T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> =>
  transact('read write', '', work, options)

/**
 * One statement outside any workspace, as one round trip: for the session check that every request begins with. It may
 * run again when its connection had died, so it must not matter whether it runs once or twice.
 */
export async function inOneStatement<Row extends object>(
  text: TemplateStringsArray,
  ...values: readonly (string | null)[]
): Promise<Row[]> {
  for (let lost = 0; ; ) {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Unavailable('The statement missed its deadline')), usualDeadlineMs)
    })
    try {
      return await Promise.race([db.$client<Row[]>(text, ...values), late])
    } catch (error) {
      if (lost++ < reconnections && has(error, diedIdle)) continue
      throw isUnavailable(error) ? unavailable(error) : error
    } finally {
      clearTimeout(timer)
    }
  }
}
