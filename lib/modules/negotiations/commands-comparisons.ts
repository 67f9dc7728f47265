import { negotiationComparisons } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { onTheTable } from './commands-issues'
import { holdSecretly, keepNegotiation } from './commands-upkeep'
import { judgeEqualInput } from './model-comparisons'
import { findComparisons, questionOf } from './queries-comparisons'
import { findIssues, findStakes } from './queries-table'
import { mustBeTheQuestion } from './rules-comparison'
import { mustBeNegotiable } from './rules-editing'

/**
 * Says whether two packages that the weights call equal really are, or which is better; for the mandate group alone. It is not
 * asked again until what the issues are worth to us changes. Refuses an answer to a question that has changed meanwhile.
 */
export const judgeEqual = command({
  name: 'negotiations.judgeEqual',
  ...onTheTable,
  input: judgeEqualInput,
  hides: ['answer'],
  async run(work, { negotiationId, asked, answer }) {
    const { negotiation, account } = await holdSecretly(work, negotiationId)
    mustBeNegotiable(negotiation)
    const [issues, stakes] = await Promise.all([findIssues(work, negotiationId), findStakes(work, negotiationId)])
    const lines = issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null }))
    const question = mustBeTheQuestion(questionOf(lines), asked)
    const known = (await findComparisons(work, negotiationId)).find(({ worthHash }) => worthHash === question.worthHash)
    const said = { answer, answeredBy: work.actor.id, answeredAt: work.now }
    await (known
      ? changeRow(work, negotiationComparisons, { id: known.id }, said)
      : insertRow(work, negotiationComparisons, { negotiationId, accountId: account.id, ...question, ...said }))
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})
