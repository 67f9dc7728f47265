import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { standardTerms, termOverrides, termSheets, termTimeline, termVersions } from '@/db/schema/terms'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { standardRef } from './model'
import { type Direction, orderOf, termTypes } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { findDepartures, findStandard, findStandards, findTypeNames, valuesOf } from './queries-held'
import { standardKind } from './queries-state'
import { effectsOfStandard, isSameValue, laidOver } from './rules-difference'
import { nameOfType, valueInWords } from './rules-words'

type About = { segment: string; direction: Direction }
const ofSegment = (look: Look, { segment, direction }: About) =>
  and(own(standardTerms, look.actor), eq(standardTerms.direction, direction), eq(standardTerms.segment, segment))

export async function findOpenStandard(look: Look, about: About) {
  const [row] = await look.tx
    .select({ id: standardTerms.id })
    .from(standardTerms)
    .where(and(ofSegment(look, about), isNull(standardTerms.publishedAt), live(standardTerms)))
  return row ?? null
}

export async function findLastStandard(look: Look, about: About): Promise<number> {
  const [row] = await look.tx
    .select({ last: sql<number>`coalesce(max(${standardTerms.number}), 0)` })
    .from(standardTerms)
    .where(ofSegment(look, about))
  return Number(row?.last ?? 0)
}

export async function findOverride({ tx, actor }: Look, code: string) {
  const [row] = await tx
    .select({ id: termOverrides.id })
    .from(termOverrides)
    .where(and(own(termOverrides, actor), eq(termOverrides.code, code)))
  return row ?? null
}

export type StandardState = 'draft' | 'proposed' | 'approved' | 'coming' | 'inForce' | 'replaced'

/** Every standard, the segments in order and the latest first, with where it stands. */
export const standards = query({
  name: 'terms.standards',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { tx, actor, now } = look
    const rows = await tx
      .select({
        id: standardTerms.id,
        segment: standardTerms.segment,
        direction: standardTerms.direction,
        number: standardTerms.number,
        validFrom: standardTerms.validFrom,
        contentHash: standardTerms.contentHash,
        publishedAt: standardTerms.publishedAt,
        note: standardTerms.note,
        terms: sql<number>`(select count(*)::int from jsonb_object_keys(${standardTerms.content}))`,
        by: members.name,
      })
      .from(standardTerms)
      .innerJoin(members, joined(members, actor, standardTerms.draftedBy))
      .where(and(own(standardTerms, actor), live(standardTerms)))
      .orderBy(desc(standardTerms.direction), asc(standardTerms.segment), desc(standardTerms.number))
      .limit(200)
    const open = rows.filter(({ publishedAt }) => publishedAt === null).map(({ id }) => id)
    const runs = await findRuns(look, standardKind, open)
    const today = dayOf(now, actor.timeZone)
    const inForce = new Map<string, string>()
    for (const row of rows) {
      const key = `${row.direction} ${row.segment}`
      if (row.publishedAt && row.validFrom <= today && !inForce.has(key)) inForce.set(key, row.id)
    }
    return rows.map(({ publishedAt, contentHash, ...row }) => {
      const run = runs.get(row.id)
      const drafted = isApproved(run, contentHash) ? 'approved' : run?.state === 'pending' ? 'proposed' : 'draft'
      const held =
        inForce.get(`${row.direction} ${row.segment}`) === row.id
          ? 'inForce'
          : row.validFrom > today
            ? 'coming'
            : 'replaced'
      return { ...row, direction: row.direction as Direction, state: (publishedAt ? held : drafted) as StandardState }
    })
  },
})
export type StandardRow = Awaited<ReturnType<typeof standards.run>>[number]

/** One standard against the one before, with the clients whose terms it turns into departures, or out of them. */
export const standardById = query({
  name: 'terms.standardById',
  permission: may.see,
  input: standardRef,
  async run(look, { standardId }) {
    const { tx, actor, now } = look
    const [row] = await tx
      .select()
      .from(standardTerms)
      .where(and(ownRow(standardTerms, actor, standardId), live(standardTerms)))
    if (!row) throw new Refusal('notFound')
    const direction = row.direction as Direction
    const today = dayOf(now, actor.timeZone)
    const [names, runs, held] = await Promise.all([
      findTypeNames(look),
      findRuns(look, standardKind, [standardId]),
      findStandard(look, direction, row.segment, row.publishedAt ? row.validFrom : today),
    ])
    const run = runs.get(standardId)
    const before = held && held.id !== standardId ? held.content : {}
    const content = row.content as TermValues
    const say = (code: string, value: TermValue | undefined) =>
      value ? valueInWords(code, value, actor.locale, 'TWD') : null
    return {
      id: row.id,
      version: row.version,
      segment: row.segment,
      direction,
      number: row.number,
      validFrom: row.validFrom,
      note: row.note,
      published: row.publishedAt !== null,
      approved: isApproved(run, row.contentHash),
      waiting: run?.state === 'pending',
      mayEdit: may.setStandards.roles.some((role) => actor.roles.includes(role)),
      terms: termTypes
        .filter(({ code }) => content[code] || before[code] || !names.get(code)?.retired)
        .map(({ code, category, kind }) => ({
          code,
          category,
          kind,
          name: nameOfType(code, actor.locale, names),
          value: content[code] ?? null,
          said: say(code, content[code]),
          before: say(code, before[code]),
          changed: !isSameValue(content[code], before[code]),
        })),
      effects: row.publishedAt ? [] : await findEffects(look, { direction, segment: row.segment, before, content }),
    }
  },
})
export type StandardView = Awaited<ReturnType<typeof standardById.run>>

type Raised = About & { before: TermValues; content: TermValues }
const mostEffects = 500

/**
 * Which clients' terms in force become a departure under the new standard, or cease to be one: account, term and value.
 * For those who may see what clients agreed to; everybody else gets those of accounts that they see by right anyway.
 */
async function findEffects(look: Look, { direction, segment, before, content }: Raised) {
  const { tx, actor, now } = look
  if (!seesMargin(actor)) return []
  const today = dayOf(now, actor.timeZone)
  const rows = await tx
    .select({
      versionId: termTimeline.versionId,
      standardId: termVersions.standardId,
      accountId: accounts.id,
      account: accounts.name,
      currency: termSheets.currency,
    })
    .from(termTimeline)
    .innerJoin(termVersions, joined(termVersions, actor, termTimeline.versionId))
    .innerJoin(termSheets, joined(termSheets, actor, termTimeline.sheetId))
    .innerJoin(accounts, joined(accounts, actor, termSheets.accountId))
    .where(
      and(
        own(termTimeline, actor),
        eq(termSheets.direction, direction),
        segment === '' ? undefined : eq(accounts.segment, segment),
        sql`${termTimeline.fromDay} <= ${today}`,
        sql`(${termTimeline.untilDay} is null or ${termTimeline.untilDay} > ${today})`,
        live(accounts),
        visibleAccounts(accounts, actor),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(mostEffects)
  const [departures, pinned] = await Promise.all([
    findDepartures(
      look,
      rows.map(({ versionId }) => versionId),
    ),
    findStandards(
      look,
      rows.flatMap(({ standardId }) => (standardId ? [standardId] : [])),
    ),
  ])
  return rows.flatMap(({ versionId, standardId, accountId, account, currency }) => {
    const special = valuesOf(departures.filter((each) => each.versionId === versionId))
    const agreed = laidOver(pinned.get(standardId ?? '')?.content ?? {}, special)
    return effectsOfStandard(before, content, agreed)
      .sort((a, b) => orderOf(a.code) - orderOf(b.code))
      .map(({ code, effect, value }) => ({
        accountId,
        account,
        code,
        effect,
        said: valueInWords(code, value, actor.locale, currency),
      }))
  })
}
export type StandardEffect = StandardView['effects'][number]
