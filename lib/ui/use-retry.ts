import { useEffect } from 'react'

const retryAfter = 20_000

/** Tries again as long as something waits: at once, when the connection is back, and every twenty seconds. */
export function useRetry(waiting: number, retry: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the connection is tried again whenever something waits.
  useEffect(() => {
    if (waiting === 0) return
    window.addEventListener('online', retry)
    const timer = setInterval(retry, retryAfter)
    retry()
    return () => {
      window.removeEventListener('online', retry)
      clearInterval(timer)
    }
  }, [waiting])
}
