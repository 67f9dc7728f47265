import { and, desc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { needs } from '@/db/schema/needs'
import { optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { may } from './manifest'
import { messages } from './messages'
import type { NeedState } from './model'
import { readableNeeds } from './queries-held'

const mostFound = 12

/** Needs that the palette offers for what was typed, the latest heard first; nothing typed finds none. */
export const find = query({
  name: 'needs.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const { tx, actor } = look
    const hits = q === null ? [] : await searchIds(look, { kinds: ['need'], text: q, most: 200 })
    if (hits.length === 0) return { groups: [] }
    const ids = hits.map((hit) => hit.id)
    const rows = await tx
      .select({ id: needs.id, title: needs.title, state: needs.state, account: accounts.name })
      .from(needs)
      .innerJoin(accounts, joined(accounts, actor, needs.accountId))
      .where(and(own(needs, actor), inArray(needs.id, ids), live(needs), readableNeeds(actor)))
      .orderBy(desc(needs.heardOn), desc(needs.id))
      .limit(mostFound)
    const t = translatorOf(messages, actor.locale)
    const items = rows.map(({ id, title, state, account }) => ({
      ...{ id, title },
      subtitle: [account, t(`state_${state as NeedState}`)].join(' · '),
      href: `/needs/${id}`,
    }))
    return { groups: items.length > 0 ? [{ label: t('needs'), items }] : [] }
  },
})
