import type { promotionFunds, promotions } from '@/db/schema/promotions'
import type { Work } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { formatMoney } from '@/lib/kernel/money'
import { saidInAll, verbatim } from '@/lib/kernel/said'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { messages } from './messages'
import { consentHashOf, isConsented } from './queries-held'

type Promotion = typeof promotions.$inferSelect
/** What a promotion takes beyond its fund. */
export type Beyond = { fund: typeof promotionFunds.$inferSelect; left: string; over: string }

/**
 * Puts what a promotion takes beyond its fund before those whom the policies name, unless they consented to exactly this;
 * what fits into the fund again needs nobody.
 */
export async function askConsent(work: Work, promotion: Promotion, beyond: Beyond | null, reason: string | null) {
  if (!beyond) {
    await work.call(withdrawApproval, { subjectKind: 'promotion', subjectId: promotion.id })
    return
  }
  if (await isConsented(work, promotion)) return
  const { fund, left, over } = beyond
  const { currency } = promotion
  const money = (amount: string) => ({ amount, currency })
  const value = plain(promotion.budgetFund ?? '0')
  await work.call(submitForApproval, {
    subjectKind: 'promotion',
    subjectId: promotion.id,
    accountId: fund.accountId,
    title: saidInAll(messages, 'said_beyondFund', { title: promotion.title }),
    href: `/promotions/${promotion.id}`,
    contentHash: consentHashOf(promotion),
    facts: { value, belowFloor: true },
    lines: [
      {
        key: 'fund',
        aspect: 'promotion',
        label: verbatim(fund.name),
        standard: saidInAll(messages, 'said_fundLeft', { amount: formatMoney(money(left)) }),
        was: null,
        now: saidInAll(messages, 'said_fundWanted', { amount: formatMoney(money(value)) }),
        costPerYear: money(over),
        detail: null,
        why: reason,
        confidential: false,
      },
    ],
    totals: { costPerYear: money(over), marginPct: null, value: money(value) },
    reason,
  })
}
