import { createHash } from 'node:crypto'
import { fileChunks, fileLinks, files } from '@/db/schema/files'
import { command, type Work } from '@/lib/kernel/command'
import { insertContent } from '@/lib/kernel/content'
import { Refusal } from '@/lib/kernel/refusal'
import { findHold } from '@/lib/kernel/visibility'
import { changeRow, changeRows, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import {
  attachInput,
  chunkBytes,
  type FileName,
  type LinkKind,
  linkInput,
  madeInput,
  type Purpose,
  reportInput,
  restrictInput,
  storeInput,
} from './model'
import { findLinks, findLinksOf, findOwnUploads } from './queries'
import { fileNameOf, mustFit, mustMayAttach, no, refusedType } from './rules'
import { mediaOf } from './rules-media'

/** As many pieces travel to the database in one statement: four megabytes. */
const piecesAtOnce = 16

/**
 * Stores a file: what it is is read from its content, its name is only for showing. It belongs to nothing, and is seen
 * by its uploader alone, until it is attached; with an account it is attached at once.
 */
export const store = command({
  name: 'files.store',
  permission: may.upload,
  input: storeInput,
  messages,
  hides: ['content'],
  refreshes: ['/accounts/[accountId]/files'],
  async run(work, { name, content, purpose, accountId }): Promise<FileName> {
    if (accountId) mustMayAttach(work.actor, await findHold(work, accountId))
    const file = await keep(work, { name, content, purpose, uploadedBy: work.actor.id })
    if (accountId) await link(work, { kind: 'account', subjectId: accountId, accountId, restricted: false }, [file.id])
    return { id: file.id, name: file.name, mediaType: file.mediaType, size: file.size }
  },
})

/**
 * Stores what the product itself made for a record of a neighbour, in the name of a member, and attaches it there. Answers
 * the hash of its content too.
 */
export const keepMade = command({
  name: 'files.keepMade',
  permission: may.upload,
  input: madeInput,
  messages,
  internal: true,
  hides: ['content'],
  async run(work, { name, content, madeFor, ...record }): Promise<{ fileId: string; hash: string }> {
    const { id: fileId, hash } = await keep(work, { name, content, purpose: 'attachment', uploadedBy: madeFor })
    await link(work, record, [fileId])
    return { fileId, hash }
  },
})

/**
 * Stores what the product itself made of a neighbour's record, attached to nothing: the neighbour decides who reads it, and
 * it is among nobody's files.
 */
export const keepReport = command({
  name: 'files.keepReport',
  permission: may.upload,
  input: reportInput,
  messages,
  internal: true,
  hides: ['content'],
  async run(work, { name, content, madeFor }): Promise<{ fileId: string }> {
    const { id: fileId } = await keep(work, { name, content, purpose: 'report', uploadedBy: madeFor })
    return { fileId }
  },
})

type Kept = { name: string; content: Uint8Array; purpose: Purpose; uploadedBy: string }

async function keep(work: Work, { name, content, purpose, uploadedBy }: Kept) {
  mustFit(content.byteLength, purpose)
  const { media, refused } = await mediaOf(content, name)
  if (!media) throw refusedType(refused)
  const file = await insertRow(work, files, {
    name: fileNameOf(name, media.extensions),
    mediaType: media.mediaType,
    size: content.byteLength,
    hash: createHash('sha256').update(content).digest('hex'),
    purpose,
    uploadedBy,
  })
  await keepContent(work, file.id, content)
  return file
}

async function keepContent(work: Work, fileId: string, content: Uint8Array) {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const pieces = Math.ceil(bytes.length / chunkBytes)
  for (let from = 0; from < pieces; from += piecesAtOnce) {
    const numbers = Array.from({ length: Math.min(piecesAtOnce, pieces - from) }, (_, index) => from + index)
    const rows = numbers.map((number) => ({
      fileId,
      number,
      content: bytes.subarray(number * chunkBytes, (number + 1) * chunkBytes),
    }))
    await insertContent(work, fileChunks, rows)
  }
}

/**
 * Attaches the actor's own uploads to a record of a neighbour, which has checked that the actor may change it. Attaching
 * twice changes nothing. Refuses the whole when one of the files is not the actor's to attach.
 */
export const attach = command({
  name: 'files.attach',
  permission: may.upload,
  input: attachInput,
  messages,
  internal: true,
  async run(work, { fileIds, ...record }) {
    const mine = new Set(await findOwnUploads(work, fileIds))
    if (fileIds.some((fileId) => !mine.has(fileId))) throw no('fileUnknown', {}, { fileIds: { code: 'fileUnknown' } })
    await link(work, record, [...mine])
  },
})

/** Closes the files of these records to all but those who serve their accounts, or opens them again. */
export const restrict = command({
  name: 'files.restrict',
  permission: may.upload,
  input: restrictInput,
  messages,
  internal: true,
  async run(work, { kind, subjectIds, restricted }) {
    await changeRows(work, fileLinks, await findLinksOf(work, kind, subjectIds), { restricted })
  },
})

type LinkedRecord = { kind: LinkKind; subjectId: string; accountId: string | null; restricted: boolean }

async function link(work: Work, record: LinkedRecord, fileIds: readonly string[]) {
  if (fileIds.length === 0) return
  const { kind, subjectId, accountId, restricted } = record
  const known = await findLinks(work, kind, subjectId, fileIds)
  const removed = known.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id)
  await changeRows(work, fileLinks, removed, { archivedAt: null, accountId, restricted })
  const linked = new Set(known.map(({ fileId }) => fileId))
  const added = fileIds.filter((fileId) => !linked.has(fileId))
  await insertRows(
    work,
    fileLinks,
    added.map((fileId) => ({ fileId, ...record })),
  )
}

const changes = {
  permission: may.change,
  input: linkInput,
  messages,
  refreshes: ['/accounts/[accountId]/files'],
}

/** Removes a file from an account; it can be restored. */
export const archive = command({
  name: 'files.archive',
  ...changes,
  run: (work, ref) => put(work, ref, work.now),
})

export const restore = command({
  name: 'files.restore',
  ...changes,
  run: (work, ref) => put(work, ref, null),
})

async function put(work: Work, { accountId, linkId }: { accountId: string; linkId: string }, archivedAt: Date | null) {
  mustMayAttach(work.actor, await findHold(work, accountId))
  const linked = await lockRow(work, fileLinks, linkId)
  if (linked.accountId !== accountId) throw new Refusal('notFound')
  if (linked.kind !== 'account') throw no('notInAccount')
  if ((linked.archivedAt === null) !== (archivedAt === null))
    await changeRow(work, fileLinks, { id: linkId }, { archivedAt })
  return { linkId, accountId }
}
