import { and, desc, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { approvalRuns } from '@/db/schema/approvals'
import { optionalText } from '@/lib/kernel/input'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { readable } from './list'
import { may } from './manifest'
import { messages } from './messages'
import { deskMessages } from './messages-desk'
import type { RunState } from './model'

const most = 8

/** Approvals by their title, client or reason, of those that the reader may see, the latest first. */
export const find = query({
  name: 'approvals.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const { tx, actor } = look
    const found = q === null ? [] : await searchIds(look, { kinds: ['approval'], text: q, most: 200 })
    if (found.length === 0) return { groups: [] }
    const rows = await tx
      .select({
        id: approvalRuns.id,
        title: approvalRuns.title,
        state: approvalRuns.state,
        accountName: accounts.name,
      })
      .from(approvalRuns)
      .leftJoin(accounts, joined(accounts, actor, approvalRuns.accountId))
      .where(
        and(
          own(approvalRuns, actor),
          inArray(
            approvalRuns.id,
            found.map(({ id }) => id),
          ),
          readable(look),
        ),
      )
      .orderBy(desc(approvalRuns.submittedAt), desc(approvalRuns.id))
      .limit(most)
    if (rows.length === 0) return { groups: [] }
    const word = translatorOf(messages, actor.locale)
    const items = rows.map(({ id, title, state, accountName }) => ({
      id,
      title: title[actor.locale],
      subtitle: [accountName, word(`state_${state as RunState}`)].filter(Boolean).join(' · '),
      href: `/review/${id}`,
    }))
    return { groups: [{ label: translatorOf(deskMessages, actor.locale)('reviewDesk'), items }] }
  },
})
