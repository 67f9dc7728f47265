import { negotiationPlans } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { exact } from '@/lib/kernel/exact'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { negotiates } from './commands'
import { holdSecretly } from './commands-upkeep'
import { planInput } from './model-plan'
import { findPlan } from './queries-analysis'
import { mustBeAlive } from './rules-rights'

/** Says how we mean to concede over the rounds. For the mandate group; refused when it is over. N07. */
export const planConcessions = command({
  name: 'negotiations.planConcessions',
  ...negotiates,
  input: planInput,
  hides: ['reservation', 'atOnce', 'exponent', 'rounds'],
  async run(work, { negotiationId, version, atOnce, ...plan }) {
    const { negotiation } = await holdSecretly(work, negotiationId)
    mustBeAlive(negotiation.state)
    const kept = { ...plan, first: exact(atOnce).div(100).toFixed() }
    const before = await findPlan(work, negotiationId)
    const row = before
      ? await changeRow(work, negotiationPlans, { id: before.id, version }, kept)
      : await insertRow(work, negotiationPlans, { negotiationId, accountId: negotiation.accountId, ...kept })
    return { negotiationId, version: row.version }
  },
})
