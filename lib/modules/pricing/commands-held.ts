import { and, asc, eq } from 'drizzle-orm'
import { priceExceptions, type priceRules } from '@/db/schema/pricing'
import { among } from '@/lib/kernel/among'
import type { Work } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { forgetSearchable, keepSearchable, type SearchKind } from '@/lib/kernel/search'
import { type FoundAccount, findAccount } from '@/lib/modules/accounts/queries'

/** A rule is found by its name, its note, its segment and its channel, by whoever may see the client that it is for. */
export async function keepRuleSearchable(work: Work, rule: typeof priceRules.$inferSelect) {
  if (rule.archivedAt) return forgetSearchable(work, 'priceRule', rule.id)
  const account = rule.accountId ? await findAccount(work, rule.accountId) : null
  await keepFindable(work, 'priceRule', rule.id, account, [rule.name, rule.note, rule.segment, rule.channel])
}

type Findable = Extract<SearchKind, 'priceRule' | 'priceException' | 'dealCheck'>

/** What is about prices is found by these texts and its client's name, by whoever may see that client. */
export const keepFindable = (
  work: Work,
  kind: Findable,
  id: string,
  account: FoundAccount | null,
  texts: readonly (string | null)[],
) =>
  keepSearchable(work, [
    {
      kind,
      id,
      accountId: account?.id ?? null,
      ownerId: account?.ownerId ?? null,
      restricted: account?.restricted ?? false,
      texts: [...texts, account?.name ?? null],
    },
  ])

/** An account for which the actor may ask for prices: one that they may edit. Refuses with `notFound` or `notAllowed`. */
export async function accountInHand(work: Work, accountId: string): Promise<FoundAccount> {
  const account = await findAccount(work, accountId)
  if (!mayEditAccount(work.actor, account)) throw new Refusal('notAllowed')
  return account
}

/** Locks the exceptions that a deal may use, so that two deals never use up the same quantity. */
export const holdExceptions = ({ tx, actor }: Work, accountId: string, productIds: readonly string[]) =>
  tx
    .select({ id: priceExceptions.id })
    .from(priceExceptions)
    .where(
      and(
        own(priceExceptions, actor),
        eq(priceExceptions.accountId, accountId),
        among(priceExceptions.productId, productIds),
        live(priceExceptions),
      ),
    )
    .orderBy(asc(priceExceptions.id))
    .for('update')
