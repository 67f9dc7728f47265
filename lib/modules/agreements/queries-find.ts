import { and, desc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { may } from './manifest'
import { words } from './messages-words'
import type { AgreementState } from './model-states'
import { readable } from './queries-held'

const mostFound = 8

/** Agreements that the palette offers for what was typed, the latest change first; nothing typed finds none. */
export const find = query({
  name: 'agreements.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const { tx, actor } = look
    const hits = q === null ? [] : await searchIds(look, { kinds: ['agreement'], text: q, most: 200 })
    if (hits.length === 0) return { groups: [] }
    const ids = hits.map((hit) => hit.id)
    const rows = await tx
      .select({
        id: agreements.id,
        code: agreements.code,
        title: agreements.title,
        state: agreements.state,
        account: accounts.name,
      })
      .from(agreements)
      .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
      .where(and(own(agreements, actor), inArray(agreements.id, ids), live(agreements), readable(actor)))
      .orderBy(desc(agreements.changedAt), desc(agreements.id))
      .limit(mostFound)
    const t = translatorOf(words, actor.locale)
    const items = rows.map(({ id, code, title, state, account }) => ({
      ...{ id, title },
      subtitle: [code, account, t(`state_${state as AgreementState}`)].join(' · '),
      href: `/agreements/${id}`,
    }))
    return { groups: items.length > 0 ? [{ label: t('agreements'), items }] : [] }
  },
})
