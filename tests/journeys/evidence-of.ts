import type { Actor } from '@/lib/kernel/actor'
import type { EvidenceRow } from '@/lib/kernel/evidence'
import { inTransaction } from '@/lib/kernel/transaction'
import { evidenceRules } from '@/lib/modules/registry'

/** What the modules themselves show for an indicator, at an account or of everybody: the end of every journey. */
export const evidenceOf = (actor: Actor, indicator: string, accountId?: string): Promise<EvidenceRow[]> =>
  inTransaction(actor, 'read only', async (tx) => {
    const found: EvidenceRow[] = []
    for (const rule of evidenceRules)
      if (rule.indicator === indicator)
        found.push(...(await rule.run({ tx, actor, now: new Date() }, accountId ? { accountId } : {})))
    return found
  })
