import { kpis } from '@/db/schema/kpis'
import { command } from '@/lib/kernel/command'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { findClauses } from '@/lib/modules/agreements/queries-clauses'
import { findShown } from '@/lib/modules/agreements/queries-held'
import { may } from './manifest'
import { messages } from './messages-refusals'
import { nameClauseInput } from './model'
import { findKpi } from './queries-held'
import { no } from './rules'
import { mustWorkWith } from './rules-measuring'

/**
 * Says which clause of the agreement a KPI measures, or that it measures none: where it stands in the thread of a term. It is
 * no part of what was signed, so it can be said at any time. Refuses a clause that the agreement does not have.
 */
export const nameClause = command({
  name: 'kpis.nameClause',
  permission: may.agree,
  messages,
  refreshes: ['/agreements/[agreementId]/kpis', '/agreements/[agreementId]/kpis/[kpiId]'],
  input: nameClauseInput,
  async run(work, { kpiId, clauseKey }) {
    const { agreement, account } = await findKpi(work, kpiId)
    mustWorkWith(work.actor, account)
    await lockRow(work, kpis, kpiId)
    if (clauseKey !== null) {
      const clauses = await findClauses(work, (await findShown(work, agreement)).id)
      if (!clauses.some(({ key }) => key === clauseKey))
        throw no('clauseUnknown', {}, { clauseKey: { code: 'clauseUnknown' } })
    }
    await changeRow(work, kpis, { id: kpiId }, { clauseKey, changedAt: work.now })
    return { agreementId: agreement.id, kpiId }
  },
})
