import 'server-only'
import { described, log } from './log'

/** Work of which one piece must not keep the others from being done: each is tried, and what failed comes out at the end. */
export type Tries = {
  /** Answers whether it went well. */
  attempt: (work: () => Promise<unknown>, about?: Record<string, unknown>) => Promise<boolean>
  /** Throws the first failure, if there was one. */
  end: () => void
}

export function triesOf(): Tries {
  const failures: unknown[] = []
  return {
    async attempt(work, about = {}) {
      try {
        await work()
        return true
      } catch (error) {
        if (failures.push(error) > 1) log.error({ ...about, ...described(error) }, 'another piece of a job failed')
        return false
      }
    },
    end() {
      if (failures.length > 0) throw failures[0]
    },
  }
}
