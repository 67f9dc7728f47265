import { and, asc, desc, inArray, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { dealChecks, priceExceptions, priceRules } from '@/db/schema/pricing'
import { products } from '@/db/schema/products'
import type { Look } from '@/lib/kernel/command'
import { optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { may } from './manifest'
import { words } from './messages-words'
import { ofKnownTerms } from './queries-held'
import { ruleFromRow } from './queries-rows'
import { actionWords } from './rules-words'

/** Of each kind. */
const mostFound = 6

/** Rules, exceptions and checked deals that the palette offers for what was typed; nothing typed finds none. */
export const find = query({
  name: 'pricing.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const kinds = ['priceRule', 'priceException', 'dealCheck'] as const
    const hits = q === null ? [] : await searchIds(look, { kinds, text: q, most: 200 })
    const idsOf = (kind: (typeof kinds)[number]) => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : []))
    const t = translatorOf(words, look.actor.locale)
    const groups = [
      { label: t('rules'), items: await findRules(look, idsOf('priceRule')) },
      { label: t('exceptions'), items: await findExceptions(look, idsOf('priceException')) },
      { label: t('deals'), items: await findDeals(look, idsOf('dealCheck')) },
    ]
    return { groups: groups.filter(({ items }) => items.length > 0) }
  },
})

const subtitleOf = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

async function findRules({ tx, actor }: Look, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ rule: priceRules, account: accounts.name })
    .from(priceRules)
    .leftJoin(accounts, joined(accounts, actor, priceRules.accountId))
    .where(
      and(
        own(priceRules, actor),
        live(priceRules),
        inArray(priceRules.id, [...ids]),
        or(isNull(priceRules.accountId), ofKnownTerms(priceRules.accountId, actor) ?? sql`true`),
      ),
    )
    .orderBy(asc(priceRules.name), asc(priceRules.id))
    .limit(mostFound)
  return rows.map(({ rule: { id, name }, rule, account }) => ({
    ...{ id, title: name },
    subtitle: subtitleOf(account ?? rule.segment, actionWords(ruleFromRow(rule), actor.locale)),
    href: `/pricing/rules/${id}`,
  }))
}

async function findExceptions({ tx, actor }: Look, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: priceExceptions.id,
      account: accounts.name,
      product: products.name,
      fromDay: priceExceptions.fromDay,
      toDay: priceExceptions.toDay,
    })
    .from(priceExceptions)
    .innerJoin(accounts, joined(accounts, actor, priceExceptions.accountId))
    .innerJoin(products, joined(products, actor, priceExceptions.productId))
    .where(
      and(
        own(priceExceptions, actor),
        live(priceExceptions),
        inArray(priceExceptions.id, [...ids]),
        ofKnownTerms(priceExceptions.accountId, actor),
      ),
    )
    .orderBy(desc(priceExceptions.toDay), desc(priceExceptions.id))
    .limit(mostFound)
  return rows.map(({ id, account, product, fromDay, toDay }) => ({
    ...{ id, title: product },
    subtitle: subtitleOf(account, `${fromDay}–${toDay}`),
    href: `/pricing/exceptions/${id}`,
  }))
}

async function findDeals({ tx, actor }: Look, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: dealChecks.id, title: dealChecks.title, account: accounts.name, day: dealChecks.day })
    .from(dealChecks)
    .innerJoin(accounts, joined(accounts, actor, dealChecks.accountId))
    .where(
      and(
        own(dealChecks, actor),
        live(dealChecks),
        inArray(dealChecks.id, [...ids]),
        ofKnownTerms(dealChecks.accountId, actor),
      ),
    )
    .orderBy(desc(dealChecks.day), desc(dealChecks.id))
    .limit(mostFound)
  return rows.map(({ id, title, account, day }) => ({
    ...{ id, title },
    subtitle: subtitleOf(account, day),
    href: `/pricing/deal-checks/${id}`,
  }))
}
