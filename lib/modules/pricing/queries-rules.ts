import { and, isNull, or, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { priceRules } from '@/db/schema/pricing'
import { productCategories, products } from '@/db/schema/products'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { joined, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { ruleRef } from './model-rules'
import { ofKnownTerms } from './queries-held'
import { findAuthority } from './queries-policy'
import { ruleFromRow } from './queries-rows'
import { noticeMissed } from './rules-policy'
import { levelOf } from './rules-resolution'

/** One rule, with the names of what it speaks of. */
export const ruleById = query({
  name: 'pricing.ruleById',
  permission: may.see,
  input: ruleRef,
  async run(look, { ruleId }) {
    const { tx, actor } = look
    const [row] = await tx
      .select({
        rule: priceRules,
        account: accounts.name,
        product: products.name,
        category: productCategories.name,
        author: members.name,
      })
      .from(priceRules)
      .innerJoin(members, joined(members, actor, priceRules.authorId))
      .leftJoin(accounts, joined(accounts, actor, priceRules.accountId))
      .leftJoin(products, joined(products, actor, priceRules.productId))
      .leftJoin(productCategories, joined(productCategories, actor, priceRules.categoryId))
      .where(
        and(
          ownRow(priceRules, actor, ruleId),
          or(isNull(priceRules.accountId), ofKnownTerms(priceRules.accountId, actor) ?? sql`true`),
        ),
      )
    if (!row) throw new Refusal('notFound')
    const { rule, ...names } = row
    const read = ruleFromRow(rule)
    return {
      ...names,
      id: rule.id,
      version: rule.version,
      rule: read,
      level: levelOf(read),
      note: rule.note,
      archived: rule.archivedAt !== null,
      notice: await findNotice(look, rule),
    }
  },
})
export type RuleView = Awaited<ReturnType<typeof ruleById.run>>

/** That clients would hear of this rule later than the policy promises: the days of notice and the first day that keeps them. */
async function findNotice(look: Look, { fromDay, createdAt }: typeof priceRules.$inferSelect) {
  const { actor, now } = look
  const today = dayOf(now, actor.timeZone)
  const { noticeDays } = (await findAuthority(look, today)).limits
  const earliest = noticeMissed({ fromDay, told: dayOf(createdAt, actor.timeZone) }, noticeDays, today)
  return earliest && { noticeDays, earliest }
}
