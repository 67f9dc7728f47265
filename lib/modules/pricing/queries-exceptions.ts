import { and, desc, eq } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { dealCheckLines, dealChecks, priceExceptions } from '@/db/schema/pricing'
import { products } from '@/db/schema/products'
import { members } from '@/db/schema/workspace'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { type ExceptionKind, exceptionRef } from './model-exceptions'
import { findUse, ofKnownTerms } from './queries-held'
import { exceptionHashOf } from './queries-rows'
import { exceptionState, remaining } from './rules-exceptions'

/** One exception with the deal checks that used it. */
export const exceptionById = query({
  name: 'pricing.exceptionById',
  permission: may.see,
  input: exceptionRef,
  async run(look, { exceptionId }) {
    const { tx, actor, now } = look
    const [found] = await tx
      .select({ row: priceExceptions, account: accounts.name, product: products.name, author: members.name })
      .from(priceExceptions)
      .innerJoin(accounts, joined(accounts, actor, priceExceptions.accountId))
      .innerJoin(products, joined(products, actor, priceExceptions.productId))
      .innerJoin(members, joined(members, actor, priceExceptions.authorId))
      .where(and(ownRow(priceExceptions, actor, exceptionId), ofKnownTerms(priceExceptions.accountId, actor)))
    if (!found) throw new Refusal('notFound')
    const { row, ...names } = found
    const [run, use, uses, account] = [
      await findRun(look, 'priceException', exceptionId),
      await findUse(look, [exceptionId]),
      await tx
        .select({ id: dealChecks.id, title: dealChecks.title, day: dealChecks.day, quantity: dealCheckLines.quantity })
        .from(dealCheckLines)
        .innerJoin(dealChecks, and(joined(dealChecks, actor, dealCheckLines.dealCheckId), live(dealChecks)))
        .where(and(own(dealCheckLines, actor), eq(dealCheckLines.exceptionId, exceptionId)))
        .orderBy(desc(dealChecks.day), desc(dealChecks.id))
        .limit(100),
      await findAccount(look, row.accountId),
    ]
    const kind = row.kind as ExceptionKind
    const used = use.get(exceptionId) ?? '0'
    const sentBack = run?.state === 'rejected' || run?.state === 'changesRequested'
    const standing = { ...row, used, sentBack, approved: isApproved(run, exceptionHashOf({ ...row, kind })) }
    return {
      ...names,
      id: row.id,
      accountId: row.accountId,
      kind,
      price: row.price && plain(row.price),
      discountPct: row.discountPct && plain(row.discountPct),
      currency: row.currency,
      quantityCap: row.quantityCap && plain(row.quantityCap),
      used,
      left: remaining(standing),
      fromDay: row.fromDay,
      toDay: row.toDay,
      reason: row.reason,
      state: exceptionState(standing, dayOf(now, actor.timeZone)),
      uses: uses.map((each) => ({ ...each, quantity: plain(each.quantity) })),
      mayChange: mayEditAccount(actor, account),
    }
  },
})
export type ExceptionView = Awaited<ReturnType<typeof exceptionById.run>>
