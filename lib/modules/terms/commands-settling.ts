import { deductions } from '@/db/schema/terms'
import { digestOf } from '@/lib/kernel/canonical'
import { command, type Work } from '@/lib/kernel/command'
import { exact } from '@/lib/kernel/exact'
import { formatMoney } from '@/lib/kernel/money'
import { eachLocale, saidInAll, verbatim } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval } from '@/lib/modules/approvals/commands'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { deducts, mayHandle } from './commands-deductions'
import { deductionMessages, deductionWord } from './messages-deductions'
import { deductionRef, disputeInput, settleInput, writeOffInput } from './model-deductions'
import { accountOfDeduction } from './queries-deductions'
import { writeOffKind } from './queries-state'
import { leftOf, mustBeUnsettled, notDeducted } from './rules-settling'

async function hold(work: Work, deductionId: string) {
  const accountId = await accountOfDeduction(work, deductionId)
  const account = await mayHandle(work, accountId)
  const row = await lockRow(work, deductions, deductionId)
  mustBeUnsettled(row)
  return { row, account }
}

/** Disputes what is left of a deduction, with the reason. */
export const dispute = command({
  name: 'terms.dispute',
  ...deducts,
  input: disputeInput,
  async run(work, { deductionId, reason }) {
    const { account } = await hold(work, deductionId)
    const disputed = { disputedAt: work.now, disputedBy: work.actor.id, disputeReason: reason }
    await changeRow(work, deductions, { id: deductionId }, disputed)
    return { id: deductionId, accountId: account.id }
  },
})

const settle = async (work: Work, id: string, settledAs: string, settledNote: string | null) =>
  changeRow(work, deductions, { id }, { settledAs, settledAt: work.now, settledBy: work.actor.id, settledNote })

/** Accepts a deduction whose whole amount is matched with claims: what is not matched is disputed, recovered or written off. */
export const accept = command({
  name: 'terms.accept',
  ...deducts,
  input: settleInput,
  async run(work, { deductionId, note }) {
    const { row, account } = await hold(work, deductionId)
    if (exact(row.matched).lt(row.amount)) throw notDeducted('notMatched')
    await settle(work, deductionId, 'accepted', note)
    return { id: deductionId, accountId: account.id }
  },
})

/** Says that the client paid what it had kept back. */
export const recover = command({
  name: 'terms.recover',
  ...deducts,
  input: settleInput,
  async run(work, { deductionId, note }) {
    const { account } = await hold(work, deductionId)
    await settle(work, deductionId, 'recovered', note)
    return { id: deductionId, accountId: account.id }
  },
})

/** Asks to give up what is left of a deduction. Within the limit it is written off at once, above it when all consent. */
export const writeOff = command({
  name: 'terms.writeOff',
  ...deducts,
  input: writeOffInput,
  async run(work, { deductionId, reason }) {
    const { row, account } = await hold(work, deductionId)
    const left = leftOf(row)
    if (exact(left).lte(0)) throw notDeducted('nothingLeft')
    const money = { amount: left, currency: row.currency }
    const title = eachLocale((locale) =>
      translatorOf(deductionMessages, locale)('writeOffTitle', { account: account.name, amount: formatMoney(money) }),
    )
    const { state } = await work.call(submitForApproval, {
      subjectKind: writeOffKind,
      subjectId: deductionId,
      accountId: account.id,
      title,
      href: `/deductions/${account.id}`,
      contentHash: hashOf(row),
      facts: { writeOff: left },
      lines: [
        {
          key: 'writeOff',
          aspect: 'other',
          label: saidInAll(deductionMessages, 'writeOffLine'),
          standard: null,
          was: null,
          now: verbatim(formatMoney(money)),
          costPerYear: null,
          detail: saidInAll(deductionMessages, deductionWord('reason', row.reasonCode)),
          why: reason,
          confidential: false,
        },
      ],
      totals: { costPerYear: null, marginPct: null, value: money },
      reason,
    })
    if (state === 'approved') await settle(work, deductionId, 'writtenOff', reason)
    return { id: deductionId, accountId: account.id, state }
  },
})

const hashOf = (row: { id: string; amount: string; matched: string }) =>
  digestOf({ id: row.id, amount: row.amount, matched: row.matched })

/** Completes a write-off that everybody consented to, as long as the deduction is what they saw. */
export const completeWriteOff = command({
  name: 'terms.completeWriteOff',
  ...deducts,
  input: deductionRef,
  async run(work, { deductionId }) {
    const { row, account } = await hold(work, deductionId)
    if (!isApproved(await findRun(work, writeOffKind, deductionId), hashOf(row))) throw notDeducted('writeOffWaits')
    await settle(work, deductionId, 'writtenOff', null)
    return { id: deductionId, accountId: account.id }
  },
})
