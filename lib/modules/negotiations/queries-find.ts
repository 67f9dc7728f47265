import { and, desc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { negotiations } from '@/db/schema/negotiations'
import { optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { words } from './messages-words'
import type { NegotiationState } from './model-states'

const mostFound = 8

/** Negotiations that the palette offers for what was typed, the latest change first; nothing typed finds none. */
export const find = query({
  name: 'negotiations.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const { tx, actor } = look
    const hits = q === null ? [] : await searchIds(look, { kinds: ['negotiation'], text: q, most: 200 })
    if (hits.length === 0) return { groups: [] }
    const ids = hits.map((hit) => hit.id)
    const rows = await tx
      .select({ id: negotiations.id, title: negotiations.title, state: negotiations.state, account: accounts.name })
      .from(negotiations)
      .innerJoin(accounts, joined(accounts, actor, negotiations.accountId))
      .where(
        and(
          own(negotiations, actor),
          inArray(negotiations.id, ids),
          live(negotiations),
          visibleAccounts(accounts, actor),
        ),
      )
      .orderBy(desc(negotiations.changedAt), desc(negotiations.id))
      .limit(mostFound)
    const t = translatorOf(words, actor.locale)
    const items = rows.map(({ id, title, state, account }) => ({
      ...{ id, title },
      subtitle: [account, t(`state_${state as NegotiationState}`)].join(' · '),
      href: `/negotiations/${id}`,
    }))
    return { groups: items.length > 0 ? [{ label: t('negotiations'), items }] : [] }
  },
})
