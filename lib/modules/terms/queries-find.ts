import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { termSheets } from '@/db/schema/terms'
import { optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { termPages, termWord } from './messages-pages'

const mostFound = 5

/** The sheets of the accounts that are called like this, one's own first: for the box that finds records. */
export const find = query({
  name: 'terms.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const { tx, actor } = look
    const hits = q === null ? [] : await searchIds(look, { kinds: ['account'], text: q, most: 200 })
    if (hits.length === 0) return { groups: [] }
    const t = translatorOf(termPages, actor.locale)
    const rows = await tx
      .select({
        id: termSheets.id,
        latestId: termSheets.latestId,
        direction: termSheets.direction,
        scope: termSheets.scope,
        scopeName: termSheets.scopeName,
        accountId: accounts.id,
        account: accounts.name,
      })
      .from(termSheets)
      .innerJoin(accounts, joined(accounts, actor, termSheets.accountId))
      .where(
        and(
          own(termSheets, actor),
          inArray(
            termSheets.accountId,
            hits.map(({ id }) => id),
          ),
          live(termSheets),
          visibleAccounts(accounts, actor),
        ),
      )
      .orderBy(sql`(${eq(accounts.ownerId, actor.id)}) desc`, sql`length(${accounts.name})`, asc(termSheets.id))
      .limit(mostFound)
    const items = rows.map(({ id, latestId, direction, scope, scopeName, accountId, account }) => ({
      id,
      title: account,
      subtitle: [t('terms'), t(termWord('direction', direction)), scopeName || t(termWord('scope', scope))].join(' · '),
      href: `/accounts/${accountId}/terms${latestId ? `?version=${latestId}` : ''}`,
    }))
    return { groups: items.length > 0 ? [{ label: t('terms'), items }] : [] }
  },
})
