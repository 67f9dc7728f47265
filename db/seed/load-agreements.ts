import { addDays, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { byId } from '@/lib/modules/agreements/queries'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { ownerOf } from './load-promotions'
import { agreementsTold } from './story-agreements'

/** Enters the agreements that are being drafted, each with the clauses that are written so far. */
export async function enterAgreements(setting: Setting & { known: Known }): Promise<void> {
  const { today, known } = setting
  const at = instantOf(previousWorkday(addDays(today, -6), workCalendar), '15:00')
  for (const { client, from, clauses, ...told } of agreementsTold) {
    const owner = ownerOf(setting, client)
    const about = { accountId: named(known.accounts, client), startsOn: addDays(today, from), ...told }
    const { agreementId } = await done(draft, owner, about, at)
    const { latest } = await inTransaction(owner, 'read only', (tx) =>
      byId.run({ tx, actor: owner, now: at }, { agreementId }),
    )
    for (const clause of clauses) await done(addClause, owner, { agreementVersionId: latest.id, ...clause }, at)
  }
}
