import { negotiationIssues } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { insertRows } from '@/lib/kernel/write'
import { findTypes } from '@/lib/modules/terms/queries'
import { onTheTable } from './commands-issues'
import { keepMandate } from './commands-mandate-upkeep'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { carryOverInput } from './model-carried'
import { findNegotiation } from './queries-held'
import { findIssues } from './queries-table'
import { carriedIssues } from './rules-carried'
import { mustBeNegotiable } from './rules-editing'

/** Puts the points of an agreement that ends on the empty table of the talks after it, each with what came of it. Differentiator 2. */
export const carryOver = command({
  name: 'negotiations.carryOver',
  ...onTheTable,
  internal: true,
  input: carryOverInput,
  async run(work, { negotiationId, fromNegotiationId, points }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustBeNegotiable(negotiation)
    if (fromNegotiationId) await findNegotiation(work, fromNegotiationId)
    const before = fromNegotiationId ? await findIssues(work, fromNegotiationId) : []
    const there = new Set((await findIssues(work, negotiationId)).map(({ key }) => key))
    const issues = carriedIssues(
      points.filter(({ key }) => !there.has(key)),
      before,
      await findTypes(work),
      work.actor.locale,
    )
    await insertRows(
      work,
      negotiationIssues,
      issues.map((issue, index) => ({
        negotiationId,
        accountId: account.id,
        position: there.size + index + 1,
        ...issue,
      })),
    )
    await keepMandate(work, negotiation)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, issues: issues.length }
  },
})
