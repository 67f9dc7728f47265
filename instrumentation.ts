import type { Instrumentation } from 'next'
import { isUnavailable } from '@/lib/kernel/unavailable'

/** Runs once in every web process, before it answers anybody. */
export async function register(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build' || !url) return
  const { refuseUnsafeRole } = await import('@/db/boot')
  await refuseUnsafeRole(url)
}

type Reason = 'unavailable' | 'malformed'
type Visits = { getStore(): { reason: Reason | null } | undefined }

/** Where the build keeps our code: an error whose stack never was there came from reading the request. */
const ours = /[\\/]server[\\/]chunks[\\/]/
/** What the reader of an action's arguments, which is built together with our code, says of pieces that never came. */
const cutShort = 'Connection closed.'

const isMalformed = (error: unknown) =>
  error instanceof Error && (error.message === cutShort || !ours.test(error.stack ?? ''))

/** Tells the server around Next why an answer failed, where it is not a bug, so that it can say so; see lib/run/failures.mjs. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routeType }) => {
  const visits = (globalThis as { [name: symbol]: Visits | undefined })[Symbol.for('accord.visit')]
  const visit = visits?.getStore()
  if (!visit) return
  if (isUnavailable(error)) visit.reason = 'unavailable'
  else if (routeType === 'action' && isMalformed(error)) visit.reason ??= 'malformed'
}
