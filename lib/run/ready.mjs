import postgres from 'postgres'

/** Answers whether this process can serve: its database answers within two seconds, on a connection kept for this. */
export function readiness(url) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, idle_timeout: 60, prepare: false, onnotice: () => {} })
  const patience = () => new Promise((_, reject) => setTimeout(reject, 2_000, new Error('no answer')).unref())
  return async () => {
    try {
      await Promise.race([sql`select 1`, patience()])
      return true
    } catch {
      return false
    }
  }
}
