import type { Work } from '@/lib/kernel/command'
import { addVoices } from '@/lib/modules/needs/commands-voices'
import type { VoicesWorld } from './rules-voices'

/** Writes the voices that rows have brought; answers which voice a row opened. */
export async function writeVoices(work: Work, { added }: VoicesWorld): Promise<(row: number) => string | null> {
  if (added.length === 0) return () => null
  const { ids } = await work.call(addVoices, { voices: added.map(({ row: _row, ...voice }) => voice) })
  const byRow = new Map(added.map(({ row }, index) => [row, ids[index] ?? null]))
  return (row) => byRow.get(row) ?? null
}
