import { and, arrayContains, asc, desc, eq, inArray, max } from 'drizzle-orm'
import { z } from 'zod'
import { agreementTemplates, libraryClauses } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { libraryCodeRef, libraryFilter } from './model-library'
import type { AgreementAspect, ClauseTag } from './model-values'

const most = 500

type Row = typeof libraryClauses.$inferSelect
const asRead = (row: Row) => ({ ...row, aspect: row.aspect as AgreementAspect, tags: row.tags as ClauseTag[] })
export type LibraryClause = ReturnType<typeof asRead>

/** The clauses of the library that are in use, by code. */
export async function findInUse({ tx, actor }: Look, codes?: readonly string[]): Promise<LibraryClause[]> {
  if (codes?.length === 0) return []
  const rows = await tx
    .select()
    .from(libraryClauses)
    .where(
      and(
        own(libraryClauses, actor),
        live(libraryClauses),
        codes ? inArray(libraryClauses.code, [...codes]) : undefined,
      ),
    )
    .orderBy(asc(libraryClauses.code))
    .limit(most)
  return rows.map(asRead)
}

/** The very edition that a clause of a paper came from; null where it came from none. */
export async function findEdition(
  { tx, actor }: Look,
  { libraryCode, libraryEdition }: { libraryCode: string | null; libraryEdition: number | null },
): Promise<LibraryClause | null> {
  if (libraryCode === null || libraryEdition === null) return null
  const [row] = await tx
    .select()
    .from(libraryClauses)
    .where(
      and(own(libraryClauses, actor), eq(libraryClauses.code, libraryCode), eq(libraryClauses.edition, libraryEdition)),
    )
  return row ? asRead(row) : null
}

/** All editions of these codes, for papers whose clauses came from different ones. */
export async function findEditions({ tx, actor }: Look, codes: readonly string[]): Promise<LibraryClause[]> {
  if (codes.length === 0) return []
  const rows = await tx
    .select()
    .from(libraryClauses)
    .where(and(own(libraryClauses, actor), inArray(libraryClauses.code, [...new Set(codes)])))
    .limit(2000)
  return rows.map(asRead)
}

/** The last edition of each code, whether it is in use or not. */
export async function findLastEditions({ tx, actor }: Look): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ code: libraryClauses.code, edition: max(libraryClauses.edition) })
    .from(libraryClauses)
    .where(own(libraryClauses, actor))
    .groupBy(libraryClauses.code)
  return new Map(rows.map(({ code, edition }) => [code, edition ?? 0]))
}

/** The library, by aspect and tag. */
export const library = query({
  name: 'agreements.library',
  permission: may.see,
  input: libraryFilter,
  async run(look, { aspect, tag }) {
    const { tx, actor } = look
    const rows = await tx
      .select()
      .from(libraryClauses)
      .where(
        and(
          own(libraryClauses, actor),
          live(libraryClauses),
          aspect ? eq(libraryClauses.aspect, aspect) : undefined,
          tag ? arrayContains(libraryClauses.tags, [tag]) : undefined,
        ),
      )
      .orderBy(asc(libraryClauses.aspect), asc(libraryClauses.code))
      .limit(most)
    return {
      mayConfigure: isGranted(may.configure, actor),
      filtered: aspect !== null || tag !== null,
      clauses: rows
        .map(asRead)
        .map(({ code, edition, heading, englishHeading, aspect, tags, standard, englishStandard, fallback }) => ({
          ...{ code, edition, heading, englishHeading, aspect, tags, standard, englishStandard },
          hasFallback: fallback !== null,
        })),
    }
  },
})
export type LibraryView = Awaited<ReturnType<typeof library.run>>

/** A clause of the library with its editions, the newest first, and the templates that use it. */
export const libraryClause = query({
  name: 'agreements.libraryClause',
  permission: may.see,
  input: libraryCodeRef,
  async run(look, { libraryCode }) {
    const { tx, actor } = look
    const rows = await tx
      .select()
      .from(libraryClauses)
      .where(and(own(libraryClauses, actor), eq(libraryClauses.code, libraryCode)))
      .orderBy(desc(libraryClauses.edition))
      .limit(100)
    if (rows.length === 0) throw new Refusal('notFound')
    const [names, templates] = await Promise.all([
      findNamesOfMembers(
        look,
        rows.map(({ writtenBy }) => writtenBy),
      ),
      tx
        .select({
          id: agreementTemplates.id,
          name: agreementTemplates.name,
          englishName: agreementTemplates.englishName,
        })
        .from(agreementTemplates)
        .where(
          and(
            own(agreementTemplates, actor),
            live(agreementTemplates),
            arrayContains(agreementTemplates.clauseCodes, [libraryCode]),
          ),
        )
        .orderBy(asc(agreementTemplates.name))
        .limit(50),
    ])
    return {
      mayConfigure: isGranted(may.configure, actor),
      code: libraryCode,
      templates,
      editions: rows.map(asRead).map(({ workspaceId: _, createdAt, archivedAt, writtenBy, ...said }) => ({
        ...said,
        inUse: archivedAt === null,
        by: names.get(writtenBy) ?? '—',
        at: createdAt,
      })),
    }
  },
})
export type LibraryClauseView = Awaited<ReturnType<typeof libraryClause.run>>
export type LibraryEdition = LibraryClauseView['editions'][number]

export const libraryCodes = query({
  name: 'agreements.libraryCodes',
  permission: may.see,
  input: z.strictObject({}),
  run: async (look) =>
    (await findInUse(look)).map(({ code, heading, englishHeading }) => ({ code, heading, englishHeading })),
})
export type LibraryCode = Awaited<ReturnType<typeof libraryCodes.run>>[number]
