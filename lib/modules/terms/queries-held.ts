import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import {
  standardTerms,
  termDepartures,
  termOutlines,
  termOverrides,
  termSheets,
  termTimeline,
  termVersions,
} from '@/db/schema/terms'
import type { Recorded, Stretch } from '@/lib/kernel/as-of'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import type { VersionKind } from './model'
import type { Direction } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import type { Departure } from './rules-ready'

const accountPart = {
  id: accounts.id,
  name: accounts.name,
  englishName: accounts.englishName,
  segment: accounts.segment,
  ownerId: accounts.ownerId,
  archivedAt: accounts.archivedAt,
}

/** A version with its sheet and account, for those who may see the account. Refuses with `notFound`. */
export async function findVersion({ tx, actor }: Look, versionId: string) {
  const [row] = await tx
    .select({ version: termVersions, sheet: termSheets, account: accountPart, onTeam: isOnTeam(accounts, actor) })
    .from(termVersions)
    .innerJoin(termSheets, joined(termSheets, actor, termVersions.sheetId))
    .innerJoin(accounts, joined(accounts, actor, termVersions.accountId))
    .where(and(ownRow(termVersions, actor, versionId), live(termVersions), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  const { version, sheet, account, onTeam } = row
  return {
    version: { ...version, kind: version.kind as VersionKind },
    sheet: { ...sheet, direction: sheet.direction as Direction },
    account: { ...account, onTeam },
  }
}
export type FoundVersion = Awaited<ReturnType<typeof findVersion>>

/** A sheet with its account. Refuses with `notFound`. */
export async function findSheet({ tx, actor }: Look, sheetId: string) {
  const [row] = await tx
    .select({ sheet: termSheets, account: accountPart, onTeam: isOnTeam(accounts, actor) })
    .from(termSheets)
    .innerJoin(accounts, joined(accounts, actor, termSheets.accountId))
    .where(and(ownRow(termSheets, actor, sheetId), live(termSheets), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  return {
    sheet: { ...row.sheet, direction: row.sheet.direction as Direction },
    account: { ...row.account, onTeam: row.onTeam },
  }
}

/** The account with what decides who may draft its terms. Refuses with `notFound`. */
export async function findAccountPart({ tx, actor }: Look, accountId: string) {
  const [row] = await tx
    .select({ ...accountPart, onTeam: isOnTeam(accounts, actor) })
    .from(accounts)
    .where(and(ownRow(accounts, actor, accountId), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  return row
}

/** The live sheets of an account: what we sell first, everything before its parts. */
export const findSheetsOf = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select()
    .from(termSheets)
    .where(and(own(termSheets, actor), eq(termSheets.accountId, accountId), live(termSheets)))
    .orderBy(desc(termSheets.direction), asc(termSheets.scope), asc(termSheets.scopeName), asc(termSheets.id))
    .limit(20)

/** The versions of a sheet that were not discarded, the latest first. */
export const findVersionsOf = ({ tx, actor }: Look, sheetIds: readonly string[]) =>
  tx
    .select()
    .from(termVersions)
    .where(and(own(termVersions, actor), inArray(termVersions.sheetId, [...sheetIds]), live(termVersions)))
    .orderBy(desc(termVersions.number))
    .limit(200)
export type VersionRow = Awaited<ReturnType<typeof findVersionsOf>>[number]

export type DepartureRow = Omit<typeof termDepartures.$inferSelect, 'value'> & Departure

/** The departures of these versions. */
export async function findDepartures({ tx, actor }: Look, versionIds: readonly string[]): Promise<DepartureRow[]> {
  if (versionIds.length === 0) return []
  const rows = await tx
    .select()
    .from(termDepartures)
    .where(and(own(termDepartures, actor), inArray(termDepartures.versionId, [...versionIds]), live(termDepartures)))
    .orderBy(asc(termDepartures.id))
    .limit(2000)
  return rows.map((row) => ({ ...row, value: row.value as TermValue }))
}

export const valuesOf = (departures: readonly Pick<Departure, 'code' | 'value'>[]): TermValues =>
  Object.fromEntries(departures.map(({ code, value }) => [code, value]))

/** The timeline of a sheet, in order. */
export const findTimeline = (
  { tx, actor }: Look,
  sheetIds: readonly string[],
): Promise<(Stretch & { sheetId: string })[]> =>
  tx
    .select({
      sheetId: termTimeline.sheetId,
      versionId: termTimeline.versionId,
      fromDay: termTimeline.fromDay,
      untilDay: termTimeline.untilDay,
    })
    .from(termTimeline)
    .where(and(own(termTimeline, actor), inArray(termTimeline.sheetId, [...sheetIds])))
    .orderBy(asc(termTimeline.fromDay))
    .limit(500)

/** A recorded version as the as-of rules read it. */
export const asRecorded = (row: VersionRow, timeZone: string): Recorded[] =>
  row.recordedAt
    ? [
        {
          id: row.id,
          number: row.number,
          validFrom: row.validFrom,
          validTo: row.validTo,
          recordedOn: dayOf(row.recordedAt, timeZone),
          order: row.recordedAt.toISOString(),
        },
      ]
    : []

const standardPart = {
  id: standardTerms.id,
  segment: standardTerms.segment,
  number: standardTerms.number,
  validFrom: standardTerms.validFrom,
  content: standardTerms.content,
  contentHash: standardTerms.contentHash,
}
export type StandardPart = {
  id: string
  segment: string
  number: number
  validFrom: Day
  content: TermValues
  contentHash: string
}

const asStandard = (row: Omit<StandardPart, 'content'> & { content: Record<string, unknown> }): StandardPart => ({
  ...row,
  content: row.content as TermValues,
})

/** The standard of a segment on a day: the latest published one that holds by then; a segment without one has the general one. */
export async function findStandard(
  { tx, actor }: Look,
  direction: Direction,
  segment: string | null,
  day: Day,
): Promise<StandardPart | null> {
  const rows = await tx
    .select(standardPart)
    .from(standardTerms)
    .where(
      and(
        own(standardTerms, actor),
        eq(standardTerms.direction, direction),
        inArray(standardTerms.segment, [...new Set(['', segment ?? ''])]),
        lte(standardTerms.validFrom, day),
        isNotNull(standardTerms.publishedAt),
        live(standardTerms),
      ),
    )
    .orderBy(desc(standardTerms.segment), desc(standardTerms.number))
    .limit(1)
  return rows[0] ? asStandard(rows[0]) : null
}

export async function findStandards({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, StandardPart>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select(standardPart)
    .from(standardTerms)
    .where(and(own(standardTerms, actor), inArray(standardTerms.id, [...new Set(ids)])))
  return new Map(rows.map((row) => [row.id, asStandard(row)]))
}

type OwnWords = { name: string | null; englishName: string | null; help: string | null; retired: boolean }

/** What the workspace calls its kinds of terms, and which it does not use. */
export async function findTypeNames({ tx, actor }: Look): Promise<ReadonlyMap<string, OwnWords>> {
  const rows = await tx
    .select({
      code: termOverrides.code,
      name: termOverrides.name,
      englishName: termOverrides.englishName,
      help: termOverrides.help,
      retired: termOverrides.retired,
    })
    .from(termOverrides)
    .where(own(termOverrides, actor))
    .limit(100)
  return new Map(rows.map(({ code, ...rest }) => [code, rest]))
}

/** Which contents of the version the outlines showed, by the hash of their paper. */
export async function findOutlines({ tx, actor }: Look, versionIds: readonly string[]) {
  if (versionIds.length === 0) return []
  return tx
    .select({
      id: termOutlines.id,
      versionId: termOutlines.versionId,
      language: termOutlines.language,
      createdAt: termOutlines.createdAt,
      paperHash: termOutlines.paperHash,
      contentHash: termOutlines.contentHash,
    })
    .from(termOutlines)
    .where(and(own(termOutlines, actor), inArray(termOutlines.versionId, [...versionIds])))
    .orderBy(desc(termOutlines.id))
    .limit(200)
}

/** The live sheet of this direction and scope, should there be one. */
export async function findSameScope(
  { tx, actor }: Look,
  {
    accountId,
    direction,
    scope,
    scopeName,
  }: { accountId: string; direction: string; scope: string; scopeName: string },
) {
  const [row] = await tx
    .select({ id: termSheets.id })
    .from(termSheets)
    .where(
      and(
        own(termSheets, actor),
        eq(termSheets.accountId, accountId),
        eq(termSheets.direction, direction),
        eq(termSheets.scope, scope),
        eq(termSheets.scopeName, scopeName),
        live(termSheets),
      ),
    )
  return row ?? null
}

/** The version of a sheet that both sides have not agreed on yet; the only one that may change. */
export async function findOpenVersion({ tx, actor }: Look, sheetId: string) {
  const [row] = await tx
    .select()
    .from(termVersions)
    .where(
      and(
        own(termVersions, actor),
        eq(termVersions.sheetId, sheetId),
        isNull(termVersions.recordedAt),
        live(termVersions),
      ),
    )
  return row ?? null
}

/** The highest number a sheet has given, discarded versions included. */
export async function findLastNumber({ tx, actor }: Look, sheetId: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${termVersions.number}), 0)` })
    .from(termVersions)
    .where(and(own(termVersions, actor), eq(termVersions.sheetId, sheetId)))
  return Number(row?.last ?? 0)
}

/** How many other clients have agreed to exactly this value, by code. For those who may see what others agreed. */
export async function countSame(
  { tx, actor }: Look,
  {
    accountId,
    direction,
    keys,
    day,
  }: { accountId: string; direction: Direction; keys: ReadonlyMap<string, string>; day: Day },
): Promise<ReadonlyMap<string, number>> {
  if (keys.size === 0) return new Map()
  const rows = await tx
    .select({
      code: termDepartures.code,
      valueKey: termDepartures.valueKey,
      count: sql<number>`count(distinct ${termDepartures.accountId})::int`,
    })
    .from(termDepartures)
    .innerJoin(termVersions, joined(termVersions, actor, termDepartures.versionId))
    .innerJoin(termSheets, joined(termSheets, actor, termVersions.sheetId))
    .innerJoin(
      termTimeline,
      and(
        own(termTimeline, actor),
        eq(termTimeline.versionId, termDepartures.versionId),
        lte(termTimeline.fromDay, day),
        sql`(${isNull(termTimeline.untilDay)} or ${gt(termTimeline.untilDay, day)})`,
      ),
    )
    .where(
      and(
        own(termDepartures, actor),
        inArray(termDepartures.code, [...keys.keys()]),
        inArray(termDepartures.valueKey, [...keys.values()]),
        ne(termDepartures.accountId, accountId),
        eq(termSheets.direction, direction),
        live(termDepartures),
      ),
    )
    .groupBy(termDepartures.code, termDepartures.valueKey)
  return new Map(rows.flatMap((row) => (keys.get(row.code) === row.valueKey ? [[row.code, row.count] as const] : [])))
}
