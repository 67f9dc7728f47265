import type { Instrumentation } from 'next'
import { isUnavailable } from '@/lib/kernel/unavailable'

/** Runs once in every web process, before it answers anybody. */
export async function register(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build' || !url) return
  const { refuseUnsafeRole } = await import('@/db/boot')
  await refuseUnsafeRole(url)
}

type Visits = { getStore(): { unavailable: boolean } | undefined }

/** Tells the server around Next that the database was the reason, so that it can say so; see lib/run/outage.mjs. */
export const onRequestError: Instrumentation.onRequestError = (error) => {
  const visits = (globalThis as { [name: symbol]: Visits | undefined })[Symbol.for('accord.visit')]
  const visit = visits?.getStore()
  if (visit && isUnavailable(error)) visit.unavailable = true
}
