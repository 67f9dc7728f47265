import { and, arrayContains, arrayOverlaps, desc, eq, inArray, ne, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { negotiationDebriefs, negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { lessonWords } from './messages-lessons'
import { type NegotiationKind, negotiationRef } from './model'
import { lessonsInput, mostLessons, type Technique } from './model-debriefs'
import { findNegotiation, mayLeadIt } from './queries-held'
import { hasBegun, techniquesNamed } from './rules-debriefs'

/** The debrief of a negotiation, or null. */
export async function findDebrief({ tx, actor }: Look, negotiationId: string) {
  const [row] = await tx
    .select()
    .from(negotiationDebriefs)
    .where(
      and(
        own(negotiationDebriefs, actor),
        eq(negotiationDebriefs.negotiationId, negotiationId),
        live(negotiationDebriefs),
      ),
    )
  return row ?? null
}

/** Debriefs with their negotiations, of accounts that the reader sees; the latest first. */
async function findLessons(look: Look, which: SQL | undefined, most: number) {
  const { tx, actor } = look
  const rows = await tx
    .select({
      debrief: negotiationDebriefs,
      title: negotiations.title,
      kind: negotiations.kind,
      account: { id: accounts.id, name: accounts.name },
    })
    .from(negotiationDebriefs)
    .innerJoin(negotiations, and(joined(negotiations, actor, negotiationDebriefs.negotiationId), live(negotiations)))
    .innerJoin(accounts, joined(accounts, actor, negotiationDebriefs.accountId))
    .where(and(own(negotiationDebriefs, actor), which, live(negotiationDebriefs), visibleAccounts(accounts, actor)))
    .orderBy(desc(negotiationDebriefs.createdAt), desc(negotiationDebriefs.id))
    .limit(most)
  const names = await findNamesOfMembers(
    look,
    rows.map(({ debrief }) => debrief.writtenBy),
  )
  return rows.map(({ debrief, title, kind, account }) => ({
    id: debrief.id,
    version: debrief.version,
    techniques: debrief.techniques as Technique[],
    worked: debrief.worked,
    failed: debrief.failed,
    lesson: debrief.lesson,
    reuse: debrief.reuse,
    by: names.get(debrief.writtenBy) ?? '',
    on: dayOf(debrief.createdAt, actor.timeZone),
    negotiation: { id: debrief.negotiationId, title, kind: kind as NegotiationKind },
    account,
  }))
}
export type LessonView = Awaited<ReturnType<typeof findLessons>>[number]

/** The debrief of one negotiation, and whether the reader may write it. */
export const debrief = query({
  name: 'negotiations.debrief',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const found = await findNegotiation(look, negotiationId)
    const [written] = await findLessons(look, eq(negotiationDebriefs.negotiationId, negotiationId), 1)
    const mayWrite = hasBegun(found.negotiation.state) && (await mayLeadIt(look, found, may.contribute))
    return { written: written ?? null, mayWrite }
  },
})

/** Debriefs that say this: in their own words, or by a technique that is called so. */
async function wordsIn(look: Look, text: string, most: number): Promise<SQL | undefined> {
  const hits = await searchIds(look, { kinds: ['negotiationLesson'], text, most })
  const named = techniquesNamed(text)
  const said = inArray(
    negotiationDebriefs.id,
    hits.map(({ id }) => id),
  )
  return named.length > 0 ? or(said, arrayOverlaps(negotiationDebriefs.techniques, named)) : said
}

/** What was learnt, by words (one Chinese character is enough; those of a technique count), kind and technique. */
export const lessons = query({
  name: 'negotiations.lessons',
  permission: may.see,
  input: lessonsInput,
  async run(look, { q, kind, technique }) {
    const found = await findLessons(
      look,
      and(
        q ? await wordsIn(look, q, 1000) : undefined,
        kind ? eq(negotiations.kind, kind) : undefined,
        technique ? arrayContains(negotiationDebriefs.techniques, [technique]) : undefined,
      ),
      mostLessons + 1,
    )
    return { lessons: found.slice(0, mostLessons), narrowed: found.length > mostLessons }
  },
})

/** What was learnt in other negotiations of the same kind or with the same account: for whoever prepares the next one. */
export const lessonsFor = query({
  name: 'negotiations.lessonsFor',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { negotiation } = await findNegotiation(look, negotiationId)
    const { id, kind, accountId } = negotiation
    return findLessons(
      look,
      and(ne(negotiations.id, id), or(eq(negotiations.kind, kind), eq(negotiations.accountId, accountId))),
      5,
    )
  },
})

/** Lessons for the palette. */
export const findLesson = query({
  name: 'negotiations.findLesson',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const found = q === null ? [] : await findLessons(look, await wordsIn(look, q, 20), 8)
    const items = found.map(({ id, lesson, negotiation, account }) => ({
      id,
      title: lesson.slice(0, 80),
      subtitle: `${account.name} · ${negotiation.title}`,
      href: `/negotiations/${negotiation.id}/results#debrief`,
    }))
    return {
      groups: items.length > 0 ? [{ label: translatorOf(lessonWords, look.actor.locale)('lessons'), items }] : [],
    }
  },
})
