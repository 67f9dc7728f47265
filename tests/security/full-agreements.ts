import type { Actor } from '@/lib/kernel/actor'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { annual, look } from '@/tests/modules/agreements/scene'
import { done } from '@/tests/modules/terms/scene'

const payment = { heading: '付款', body: '月結 60 天', aspect: 'credit' }
const { kind, title, ...facts } = annual
const outline = { kind, title }

type People = { actor: Actor; colleague: Actor; accountId: string }

/** A drafted agreement with a clause, and a right input for each command about it. */
export async function fullAgreements({ actor, colleague, accountId }: People) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { clauseId } = await done(addClause, actor, { agreementVersionId, ...payment })
  return {
    ids: { agreementId, agreementVersionId, clauseId, backupId: colleague.id },
    input: {
      'agreements.draft': { direction: 'buy', paper: 'ours', ...outline, ...facts },
      'agreements.edit': outline,
      'agreements.setFacts': facts,
      'agreements.addClause': { ...payment, heading: '交貨' },
      'agreements.editClause': payment,
      'agreements.moveClause': { to: 'down' },
      'agreements.removeClause': {},
    },
  }
}
