import { read } from '@/lib/kernel/read'
import type { EvidenceChoice } from '@/lib/modules/confirmations/views/fields'
import { latest } from '@/lib/modules/interactions/queries-timeline'
import { saidFor, whenSaid } from '@/lib/modules/interactions/views/said'

const mostShown = 40

/** The account's last contacts as they are chosen for evidence: when, how, what was said. */
export async function contactsOnRecord(accountId: string): Promise<EvidenceChoice[]> {
  const [rows, said] = await Promise.all([read(latest, { accountId, most: 20 }), saidFor()])
  return rows
    .filter((row) => !row.planned)
    .map((row) => ({
      id: row.id,
      label: [whenSaid(row, said), said.word(row.channel), [...row.summary].slice(0, mostShown).join('')].join(' · '),
    }))
}
