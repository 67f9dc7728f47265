import type { Look } from '@/lib/kernel/command'
import { readTable, type Table } from '@/lib/kernel/spreadsheet/read'
import type { ReadingWish } from '@/lib/kernel/spreadsheet/reading'
import { chunkBytes } from '@/lib/modules/files/model'
import { byId, content } from '@/lib/modules/files/queries'
import { mostRows } from './model'

/** Pieces of a file that are read at once: eight megabytes. */
const piecesAtOnce = 32

/** The whole file, for whoever may read it. */
export async function bytesOf(look: Look, fileId: string): Promise<{ name: string; bytes: Buffer }> {
  const { name, size } = await byId.run(look, { fileId })
  const pieces: Buffer[] = []
  for (let from = 0; from < Math.ceil(size / chunkBytes); from += piecesAtOnce)
    pieces.push(...(await content.run(look, { fileId, from, before: from + piecesAtOnce })))
  return { name, bytes: Buffer.concat(pieces) }
}

/** Rows of the beginning that are enough to see how a file is to be read. */
const previewRows = 60

/** How a file begins, read as wished or as it seems to be. */
export const readPreview = (bytes: Buffer, wish: ReadingWish): Promise<Table> =>
  readTable(bytes, wish, { rows: mostRows, only: previewRows })
