import { and, asc, between, eq, inArray, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { agreements, calendarFeeds, obligationOccurrences, obligations } from '@/db/schema/agreements'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { CalendarEntry } from '@/lib/kernel/calendar-file'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { locales } from '@/lib/kernel/messages'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { translatorOf } from '@/lib/kernel/translate'
import { may } from './manifest'
import { calendarMessages } from './messages-calendar'
import { openEnd } from './model'
import { heldStates, runningStates } from './model-states'
import { readable } from './queries-held'
import { textOf } from './rules-obligations'

const daysBack = 60
const daysAhead = 730
const most = 1000

/** The actor's own calendar; null when they never made one. */
export async function findOwnFeed({ tx, actor }: Look) {
  const [row] = await tx
    .select({ id: calendarFeeds.id, secretHash: calendarFeeds.secretHash, since: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(own(calendarFeeds, actor), eq(calendarFeeds.memberId, actor.id)))
  return row ?? null
}

/** Whether one's own calendar has a link that works, and since when there is one. */
export const ownFeed = query({
  name: 'agreements.ownFeed',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const feed = await findOwnFeed(look)
    return { since: feed?.secretHash ? dayOf(feed.since, look.actor.timeZone) : null }
  },
})

type Entry = Omit<CalendarEntry, 'url'> & { path: string }

/** The days of whoever's calendar it is, for the holder of its secret; refuses alike whatever does not open. */
export const feed = query({
  name: 'agreements.feed',
  permission: may.readFeed,
  input: z.strictObject({ secretHash: z.string().regex(/^[0-9a-f]{64}$/), language: z.enum(locales) }),
  async run(look, { secretHash, language }) {
    const { tx, actor } = look
    const [row] = await tx
      .select({ memberId: members.id, name: members.name })
      .from(calendarFeeds)
      .innerJoin(members, and(joined(members, actor, calendarFeeds.memberId), live(members)))
      .where(
        and(
          ownRow(calendarFeeds, actor, actor.id),
          eq(calendarFeeds.secretHash, secretHash),
          isNull(members.deactivatedAt),
        ),
      )
    if (!row) throw new Refusal('notFound')
    const member: Actor = { ...actor, id: row.memberId }
    const today = dayOf(look.now, actor.timeZone)
    const span = [addDays(today, -daysBack), addDays(today, daysAhead)] as const
    const t = translatorOf(calendarMessages, language)
    return {
      name: `${t('feedName')} · ${row.name}`,
      entries: [
        ...(await findEnds({ ...look, actor: member }, span, t)),
        ...(await findOwed({ ...look, actor: member }, span, t)),
      ],
    }
  },
})

type Span = readonly [Day, Day]
type Say = ReturnType<typeof translatorOf<typeof calendarMessages>>

/** Ends and last days for notice of the agreements that the member owns or stands in for. */
async function findEnds({ tx, actor }: Look, [from, to]: Span, t: Say): Promise<Entry[]> {
  const rows = await tx
    .select({
      id: agreements.id,
      title: agreements.title,
      code: agreements.code,
      endsOn: agreements.endsOn,
      noticeOn: agreements.noticeOn,
      changedAt: agreements.changedAt,
      account: accounts.name,
    })
    .from(agreements)
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .where(
      and(
        own(agreements, actor),
        live(agreements),
        inArray(agreements.state, [...heldStates]),
        or(eq(agreements.ownerId, actor.id), eq(agreements.backupId, actor.id)),
        or(between(agreements.endsOn, from, to), between(agreements.noticeOn, from, to)),
        readable(actor),
      ),
    )
    .orderBy(asc(agreements.endsOn), asc(agreements.id))
    .limit(most)
  return rows.flatMap(({ id, title, endsOn, noticeOn, changedAt, ...said }) => {
    const about = { text: t('entryText', said), path: `/agreements/${id}/term`, changedAt }
    return [
      ...(noticeOn === openEnd
        ? []
        : [{ ...about, uid: `notice-${id}`, day: noticeOn, title: t('noticeEntry', { title }) }]),
      ...(endsOn === openEnd ? [] : [{ ...about, uid: `end-${id}`, day: endsOn, title: t('endEntry', { title }) }]),
    ]
  })
}

/** Due days of what the member owns and what is still open. */
async function findOwed({ tx, actor }: Look, [from, to]: Span, t: Say): Promise<Entry[]> {
  const rows = await tx
    .select({
      id: obligationOccurrences.id,
      agreementId: agreements.id,
      text: obligations.text,
      party: obligationOccurrences.party,
      dueOn: obligationOccurrences.dueOn,
      changedAt: obligationOccurrences.createdAt,
      code: agreements.code,
      account: accounts.name,
    })
    .from(obligationOccurrences)
    .innerJoin(obligations, joined(obligations, actor, obligationOccurrences.obligationId))
    .innerJoin(agreements, joined(agreements, actor, obligationOccurrences.agreementId))
    .innerJoin(accounts, joined(accounts, actor, obligationOccurrences.accountId))
    .where(
      and(
        own(obligationOccurrences, actor),
        live(obligationOccurrences),
        eq(obligationOccurrences.ownerId, actor.id),
        inArray(obligationOccurrences.state, ['scheduled', 'due']),
        inArray(agreements.state, [...runningStates]),
        between(obligationOccurrences.dueOn, from, to),
        readable(actor),
      ),
    )
    .orderBy(asc(obligationOccurrences.dueOn), asc(obligationOccurrences.id))
    .limit(most)
  return rows.map(({ id, agreementId, text, party, dueOn, changedAt, ...said }) => ({
    uid: `owed-${id}`,
    day: dueOn,
    title: t(party === 'them' ? 'oweTheirsEntry' : 'oweEntry', { text: textOf(text) }),
    text: t('entryText', said),
    path: `/agreements/${agreementId}/obligations#${id}`,
    changedAt,
  }))
}
