import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { fileChunks, fileLinks, files } from '@/db/schema/files'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { id } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith, seesEverything, seesMargin } from '@/lib/kernel/rights'
import { findHold, ofVisibleAccount } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type FileName, fileRef, type LinkedFile, type LinkKind } from './model'

const names = { id: files.id, name: files.name, mediaType: files.mediaType, size: files.size }

/**
 * Which files the actor may read: those of an account that they may see, those of a record without account, and their
 * own as long as they belong to nothing. Files of imports and reports may hold costs: they are read by who made them, and by
 * who sees everything, margins too.
 */
export function visibleFiles(actor: Actor): SQL | undefined {
  const links = (also: SQL | undefined) =>
    sql`exists (select from ${fileLinks} where ${and(
      eq(fileLinks.workspaceId, actor.workspaceId),
      eq(fileLinks.fileId, files.id),
      isNull(fileLinks.archivedAt),
      also,
    )})`
  const ofAccount = ofVisibleAccount(fileLinks.accountId, actor, fileLinks.restricted)
  const readable = links(ofAccount ? or(isNull(fileLinks.accountId), ofAccount) : undefined)
  const unattached = and(eq(files.uploadedBy, actor.id), sql`not ${links(undefined)}`)
  const ofProduct = seesEverything(actor) && seesMargin(actor) ? undefined : eq(files.uploadedBy, actor.id)
  return or(
    and(eq(files.purpose, 'attachment'), or(readable, unattached)),
    and(ne(files.purpose, 'attachment'), ofProduct),
  )
}

/** What a download needs; refuses with `notFound` alike what does not exist and what one may not read. */
export const byId = query({
  name: 'files.byId',
  permission: may.see,
  input: fileRef,
  async run({ tx, actor }, { fileId }): Promise<FileName & { hash: string }> {
    const [row] = await tx
      .select({ ...names, hash: files.hash })
      .from(files)
      .where(and(ownRow(files, actor, fileId), live(files), visibleFiles(actor)))
    if (!row) throw new Refusal('notFound')
    return row
  },
})

/** Pieces of a file's content from one number to before another; the right to read is asked every time. */
export const content = query({
  name: 'files.content',
  permission: may.see,
  input: z.strictObject({ fileId: id, from: z.coerce.number().int().min(0), before: z.coerce.number().int().min(1) }),
  async run({ tx, actor }, { fileId, from, before }): Promise<Buffer[]> {
    const rows = await tx
      .select({ content: fileChunks.content })
      .from(fileChunks)
      .innerJoin(files, and(joined(files, actor, fileChunks.fileId), live(files), visibleFiles(actor)))
      .where(
        and(
          own(fileChunks, actor),
          eq(fileChunks.fileId, fileId),
          gte(fileChunks.number, from),
          lt(fileChunks.number, Math.min(before, from + 32)),
        ),
      )
      .orderBy(asc(fileChunks.number))
    return rows.map((row) => row.content)
  },
})

/** A whole file with its name, for a neighbour that has checked that it may be read; null when there is none. */
export async function findBytes({ tx, actor }: Look, fileId: string) {
  const [file] = await tx
    .select({ ...names, hash: files.hash })
    .from(files)
    .where(and(ownRow(files, actor, fileId), live(files)))
  if (!file) return null
  const pieces = await tx
    .select({ content: fileChunks.content })
    .from(fileChunks)
    .where(and(own(fileChunks, actor), eq(fileChunks.fileId, fileId)))
    .orderBy(asc(fileChunks.number))
  return { ...file, bytes: Buffer.concat(pieces.map(({ content: piece }) => piece)) }
}

/** The files of an account, those of its contacts and people included, newest first; removed ones apart. */
export const filesOf = query({
  name: 'files.ofAccount',
  permission: may.see,
  input: z.strictObject({ accountId: id }),
  async run(look, { accountId }): Promise<{ mayEdit: boolean; files: LinkedFile[]; removed: LinkedFile[] }> {
    const hold = await findHold(look, accountId)
    if (!hold) throw new Refusal('notFound')
    const mayEdit = mayWorkWith(look.actor, hold)
    const present = await findLinked(look, and(eq(fileLinks.accountId, accountId), live(fileLinks)))
    const removed = mayEdit
      ? await findLinked(
          look,
          and(eq(fileLinks.accountId, accountId), eq(fileLinks.kind, 'account'), isNotNull(fileLinks.archivedAt)),
        )
      : []
    return { mayEdit, files: present, removed }
  },
})

const mostFiles = 500

async function findLinked({ tx, actor }: Look, which: SQL | undefined): Promise<LinkedFile[]> {
  const rows = await tx
    .select({
      ...names,
      linkId: fileLinks.id,
      kind: fileLinks.kind,
      subjectId: fileLinks.subjectId,
      by: members.name,
      at: fileLinks.createdAt,
      archivedAt: fileLinks.archivedAt,
    })
    .from(fileLinks)
    .innerJoin(files, and(joined(files, actor, fileLinks.fileId), live(files)))
    .innerJoin(members, joined(members, actor, files.uploadedBy))
    .where(and(own(fileLinks, actor), which, ofVisibleAccount(fileLinks.accountId, actor, fileLinks.restricted)))
    .orderBy(desc(fileLinks.id))
    .limit(mostFiles)
  return rows.map(({ at, archivedAt, kind, ...row }) => ({
    ...row,
    kind: kind as LinkKind,
    at: at.toISOString(),
    archived: archivedAt !== null,
  }))
}

/** Those of the actor's own uploads that they may still read: what they may attach to a record. */
export async function findOwnUploads({ tx, actor }: Look, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const mine = and(own(files, actor), inArray(files.id, [...new Set(ids)]), eq(files.uploadedBy, actor.id), live(files))
  const rows = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(mine, eq(files.purpose, 'attachment'), visibleFiles(actor)))
  return rows.map((row) => row.id)
}

/** What these files are called; those that the actor may not read, or that are gone, are left out. */
export async function findFileNames({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(and(own(files, actor), inArray(files.id, [...new Set(ids)]), live(files), visibleFiles(actor)))
  return new Map(rows.map(({ id: fileId, name }) => [fileId, name]))
}

/** How files hang on these records, removed ones included. */
export async function findLinksOf({ tx, actor }: Look, kind: LinkKind, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  const rows = await tx
    .select({ id: fileLinks.id })
    .from(fileLinks)
    .where(and(own(fileLinks, actor), eq(fileLinks.kind, kind), inArray(fileLinks.subjectId, [...subjectIds])))
  return rows.map((row) => row.id)
}

/** The links that a record already has to these files, removed ones included. */
export const findLinks = ({ tx, actor }: Look, kind: LinkKind, subjectId: string, fileIds: readonly string[]) =>
  tx
    .select({ id: fileLinks.id, fileId: fileLinks.fileId, archivedAt: fileLinks.archivedAt })
    .from(fileLinks)
    .where(
      and(
        own(fileLinks, actor),
        eq(fileLinks.kind, kind),
        eq(fileLinks.subjectId, subjectId),
        inArray(fileLinks.fileId, [...fileIds]),
      ),
    )
