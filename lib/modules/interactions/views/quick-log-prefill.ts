import { useEffect, useState } from 'react'
import type { Prefill } from '../model'

/** For what the log is opened: an account, a person, or whatever was logged on last. */
export type LogAbout = { accountId: string | undefined; personId: string | undefined }

type Answer = { address: string; prefill: Prefill | null; failed: boolean }

const remembered = new Map<string, Prefill>()
const asked = new Map<string, Promise<Prefill>>()
/** A save waits this long at most, in milliseconds, for the people and habits that belong to it. */
const patience = 4_000

const addressOf = ({ accountId, personId }: LogAbout) =>
  new URLSearchParams({ ...(accountId ? { accountId } : {}), ...(personId ? { personId } : {}) }).toString()

/** What the log starts with, at once when it was read before, and read again in any case. */
export function usePrefill(about: LogAbout): Answer {
  const address = addressOf(about)
  const known = (): Answer => ({ address, prefill: remembered.get(address) ?? null, failed: false })
  const [answer, setAnswer] = useState<Answer>(known)
  useEffect(() => {
    let wanted = true
    read(address).then(
      (prefill) => wanted && setAnswer({ address, prefill, failed: false }),
      () => wanted && setAnswer({ address, prefill: remembered.get(address) ?? null, failed: true }),
    )
    return () => {
      wanted = false
    }
  }, [address])
  return answer.address === address ? answer : known()
}

/** The same for a save that was quicker than the answer; null when it does not come in time. */
export function prefillSoon(about: LogAbout): Promise<Prefill | null> {
  const tooLong = new Promise<null>((give) => setTimeout(() => give(null), patience))
  return Promise.race([read(addressOf(about)).catch(() => null), tooLong])
}

function read(address: string): Promise<Prefill> {
  const under = asked.get(address)
  if (under) return under
  const reading = fetchPrefill(address).finally(() => asked.delete(address))
  asked.set(address, reading)
  return reading
}

async function fetchPrefill(address: string): Promise<Prefill> {
  const response = await fetch(`/api/v1/interactions/prefill?${address}`)
  if (!response.ok) throw new Error(`prefill answered ${response.status}`)
  const prefill = (await response.json()) as Prefill
  remembered.set(address, prefill)
  return prefill
}
