import { and, isNull, or, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { priceRules } from '@/db/schema/pricing'
import { products } from '@/db/schema/products'
import { members } from '@/db/schema/workspace'
import { joined, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { ruleRef } from './model-rules'
import { ofKnownTerms } from './queries-held'
import { ruleFromRow } from './queries-rows'
import { levelOf } from './rules-resolution'

/** One rule, with the names of what it speaks of. */
export const ruleById = query({
  name: 'pricing.ruleById',
  permission: may.see,
  input: ruleRef,
  async run({ tx, actor }, { ruleId }) {
    const [row] = await tx
      .select({ rule: priceRules, account: accounts.name, product: products.name, author: members.name })
      .from(priceRules)
      .innerJoin(members, joined(members, actor, priceRules.authorId))
      .leftJoin(accounts, joined(accounts, actor, priceRules.accountId))
      .leftJoin(products, joined(products, actor, priceRules.productId))
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
    }
  },
})
export type RuleView = Awaited<ReturnType<typeof ruleById.run>>
