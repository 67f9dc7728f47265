import type { Look } from './command'

/**
 * What several reads of one page want to know, asked once: they share a transaction that shows one moment. `key` names what
 * is asked and of what. A command asks anew each time.
 */
export function once<Found>({ found }: Look, key: string, find: () => Promise<Found>): Promise<Found> {
  const known = found?.get(key)
  if (known) return known as Promise<Found>
  const asked = find()
  found?.set(key, asked)
  return asked
}
