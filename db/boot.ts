import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { refused } from '@/lib/run/refused.mjs'
import { roleProblem } from './assert-role'

/**
 * Ends this web process, in one sentence, when row security does not bind the role it would serve as.
 * A database that does not answer yet is waited for: nothing is served unchecked.
 */
export async function refuseUnsafeRole(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
    try {
      const problem = await roleProblem(sql)
      if (!problem) return
      console.error(problem)
      process.exit(refused)
    } catch (error) {
      if (attempt === 1) console.error(`Waiting for the database: ${error instanceof Error ? error.message : error}`)
      await wait(500)
    } finally {
      await sql.end()
    }
  }
}
