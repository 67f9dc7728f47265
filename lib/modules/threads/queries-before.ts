import { query } from '@/lib/kernel/query'
import { findClauses } from '@/lib/modules/agreements/queries-clauses'
import { findShown } from '@/lib/modules/agreements/queries-held'
import { resultsOf } from '@/lib/modules/kpis/queries-results'
import { negotiationRef } from '@/lib/modules/negotiations/model'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import { findLastTimes } from '@/lib/modules/negotiations/queries-last-time'
import { may } from './manifest'
import { findAgreementBefore } from './queries-start'

/**
 * What the agreement before brings to talks, for whoever may read both; null otherwise, as where there is none. Its results
 * where it is confidential, since the talks themselves say nothing of it then. SECRET `lastTime`: for the mandate group.
 */
export const before = query({
  name: 'threads.before',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { negotiation } = await findNegotiation(look, negotiationId)
    const agreement = await findAgreementBefore(look, negotiationId)
    if (!agreement) return null
    const { id, title, confidential } = agreement
    const clauses = await findClauses(look, (await findShown(look, agreement)).id)
    return {
      agreement: { id, title },
      quiet: confidential
        ? {
            points: clauses.flatMap(({ key, heading, value, issueKey, termCode }) =>
              value !== null || issueKey !== null || termCode !== null ? [{ key, heading, value }] : [],
            ),
            results: await resultsOf.run(look, { agreementId: id }),
          }
        : null,
      lastTime: await findLastTimes(
        look,
        negotiation,
        agreement.negotiationId,
        clauses.map(({ key, issueKey, termCode, value }) => ({ key: issueKey ?? key, termCode, value })),
      ),
    }
  },
})
export type BeforeView = NonNullable<Awaited<ReturnType<typeof before.run>>>
