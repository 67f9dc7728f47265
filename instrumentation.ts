/** Runs once in every web process, before it answers anybody. */
export async function register(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build' || !url) return
  const { refuseUnsafeRole } = await import('@/db/boot')
  await refuseUnsafeRole(url)
}
