import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse, pulled } from '@/lib/kernel/download'
import { ask } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { chunkBytes } from './model'
import { byId, content } from './queries'

/** Pieces read at once: one megabyte. */
const piecesAtOnce = 4

/**
 * A file as a download, read piece by piece as fast as the reader takes it. What does not exist, what is malformed and
 * what one may not read are refused alike.
 */
export async function download(actor: Actor, fileId: string): Promise<Response> {
  const file = await ask(byId, actor, { fileId }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound') : error
  })
  const pieces = Math.ceil(file.size / chunkBytes)
  let from = 0
  const next = async () => {
    if (from >= pieces) return null
    const part = await ask(content, actor, { fileId, from, before: from + piecesAtOnce })
    from += piecesAtOnce
    return part.length === 0 ? null : Buffer.concat(part)
  }
  return downloadResponse({ ...file, body: pulled(next) })
}
