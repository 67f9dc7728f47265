import { negotiationIssues } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow } from '@/lib/kernel/write'
import { negotiates } from './commands'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { outcomeMessages } from './messages-outcome'
import { dropPointInput } from './model-outcome'
import { isDocumented } from './queries-outcome'
import { findIssueNegotiation, findIssues } from './queries-table'
import { mustBeDroppable } from './rules-outcome'

/**
 * Drops a point on which both had agreed, with the reason: no agreement has to take it up. Refuses a point that is not agreed,
 * and one that the terms hold. Differentiator 2.
 */
export const dropPoint = command({
  name: 'negotiations.dropPoint',
  ...negotiates,
  messages: outcomeMessages,
  refreshes: ['/negotiations/[negotiationId]/outcome', '/agreements/[agreementId]/text'],
  input: dropPointInput,
  async run(work, { issueId, because }) {
    const { negotiation } = await holdNegotiation(work, await findIssueNegotiation(work, issueId))
    const issue = (await findIssues(work, negotiation.id)).find(({ id }) => id === issueId)
    if (!issue) throw new Refusal('notFound')
    mustBeDroppable(issue, await isDocumented(work, negotiation))
    await changeRow(work, negotiationIssues, { id: issueId }, { droppedBecause: because })
    await keepNegotiation(work, negotiation.id)
    return { negotiationId: negotiation.id, issueId }
  },
})
