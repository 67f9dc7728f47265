import { z } from 'zod'
import { newId } from '@/db/new-id'
import { calendarFeeds } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { newClientToken } from '@/lib/kernel/identity/client-link'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { calendarMessages } from './messages-calendar'
import { findOwnFeed } from './queries-feed'

const own = {
  permission: may.see,
  messages: calendarMessages,
  input: z.strictObject({}),
  refreshes: ['/agreements/calendar'],
}

/** Makes the secret link of one's own calendar; the one before stops working. It is told once. */
export const renewFeed = command({
  name: 'agreements.renewFeed',
  ...own,
  async run(work) {
    const { workspaceId, id: memberId, locale } = work.actor
    const known = await findOwnFeed(work)
    const id = known?.id ?? newId()
    const { token, secretHash, address } = newClientToken(workspaceId, id)
    if (known) await changeRow(work, calendarFeeds, { id }, { secretHash })
    else await insertRow(work, calendarFeeds, { id, memberId, secretHash })
    work.saidOnce.add('address')
    return { address: `${new URL(address).origin}/api/calendar/${token}?lang=${locale}` }
  },
})

/** Stops the link of one's own calendar. */
export const stopFeed = command({
  name: 'agreements.stopFeed',
  ...own,
  async run(work) {
    const known = await findOwnFeed(work)
    if (known) await changeRow(work, calendarFeeds, { id: known.id }, { secretHash: null })
    return {}
  },
})
