import { deductionClaims } from '@/db/schema/terms'
import { command } from '@/lib/kernel/command'
import { insertRows } from '@/lib/kernel/write'
import { deducts, mayHandle } from './commands-deductions'
import { expectedInput } from './model-deductions'
import { findExpected, holdAccount } from './queries-expected'
import { freeReference, mustBeAskable } from './rules-expected'
import { notDeducted } from './rules-settling'

/**
 * Makes claims of everything that a client may deduct by the terms in force and by promotions that are over, within a
 * period, as previewed. What was made a claim once is never made one again. Refuses when nothing is left to make.
 */
export const drawClaims = command({
  name: 'terms.drawClaims',
  ...deducts,
  input: expectedInput,
  async run(work, { accountId, ...asked }) {
    await mayHandle(work, accountId)
    mustBeAskable(asked)
    await holdAccount(work, accountId)
    const { expected, taken } = await findExpected(work, accountId, asked)
    const references = new Set(taken)
    const rows = expected.flatMap(({ amount, claimed, code, name: _, agreed: __, unknown: ___, ...each }) => {
      if (amount === null || claimed) return []
      const reference = freeReference(each.reference, references)
      references.add(reference)
      return [{ ...each, amount, reference, termCode: code }]
    })
    if (rows.length === 0) throw notDeducted('nothingExpected')
    await insertRows(
      work,
      deductionClaims,
      rows.map(({ key, period, ...row }) => ({
        ...row,
        accountId,
        expectedKey: key,
        grantedOn: period.to,
        periodFrom: period.from,
        periodTo: period.to,
        recordedBy: work.actor.id,
      })),
    )
    return { accountId, made: rows.length }
  },
})
