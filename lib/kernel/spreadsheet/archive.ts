import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable'

/** One file of a zip archive, as the archive's directory lists it; sizes in bytes. */
export type ArchiveEntry = { path: string; method: number; packed: number; size: number; offset: number }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const longestComment = 65_535
const mostEntries = 10_000
const stored = 0
const deflated = 8

const broken = () => new Unreadable('archiveBroken')

/** The archive's own list of its files, read without unpacking anything. Archives in several parts or above 4 GB are refused. */
export function archiveEntries(bytes: Buffer): ArchiveEntry[] {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > mostEntries) throw broken()
  const entries: ArchiveEntry[] = []
  for (let read = 0; read < count; read++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw broken()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    entries.push({
      path: bytes.toString('utf8', at + entryLength, at + entryLength + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += entryLength + nameLength + extraLength + commentLength
  }
  return entries
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= first; at--) if (bytes.readUInt32LE(at) === endMark) return at
  throw broken()
}

/** How many bytes an archive would unpack to, by its own account. */
export const unpackedSize = (entries: readonly ArchiveEntry[]) => entries.reduce((sum, { size }) => sum + size, 0)

/** Refuses an archive that would unpack to more than `most` bytes by its own account. Nothing is unpacked to find out. */
export function mustUnpackWithin(entries: readonly ArchiveEntry[], most: number): void {
  if (unpackedSize(entries) > most) throw new Unreadable('archiveTooLarge', { max: Math.round(most / 1_048_576) })
}

function packedBytes(bytes: Buffer, entry: ArchiveEntry): Buffer {
  const { offset, packed } = entry
  if (offset + localLength > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw broken()
  const start = offset + localLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packed > bytes.length) throw broken()
  return bytes.subarray(start, start + packed)
}

/** One small file of the archive as text; never more of it than the directory says. */
export function unpackedText(bytes: Buffer, entry: ArchiveEntry): string {
  const content = packedBytes(bytes, entry)
  if (entry.method === stored) return content.toString('utf8')
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, entry.size) }).toString('utf8')
  } catch {
    throw broken()
  }
}

/**
 * Unpacks one file piece by piece and hands the pieces on, keeping none. Refuses a file that turns out larger than the
 * directory says: a directory that lies is the mark of an archive made to fill the memory.
 */
export async function unpackPieces(bytes: Buffer, entry: ArchiveEntry, each: (piece: Buffer) => void): Promise<void> {
  const content = packedBytes(bytes, entry)
  if (entry.method === stored) return each(content)
  if (entry.method !== deflated) throw broken()
  let size = 0
  const inflate = createInflateRaw()
  inflate.end(content)
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > entry.size) throw broken()
      each(piece)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : broken()
  }
}
