import 'server-only'
import { z } from 'zod'
import { openedClientLink } from '@/lib/kernel/identity/client-link'
import { ask, perform } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { holderOf, type Opened, readByLink } from '@/lib/modules/links/queries-client'
import { noteOpened } from './commands-electronic'
import { may } from './manifest'
import { findPaperToSign } from './queries-paper'
import { findByLink, findSignatories, findToSign } from './queries-signatories'
import { turnOf } from './rules-signing'

/** What whoever holds a link is shown: the paper while it is to be signed, and how far its signing is. */
const forSigner = query({
  name: 'agreements.forSigner',
  permission: may.signByLink,
  input: z.strictObject({}),
  async run(look) {
    const one = await findByLink(look)
    if (!one) throw new Refusal('notFound')
    const { agreement, version } = await findToSign(look, one.versionId)
    const isOver = one.archivedAt !== null
    const signatories = isOver ? [] : await findSignatories(look, version.id)
    const isOurPaper = agreement.paper === 'ours'
    return {
      name: one.name,
      title: agreement.title,
      code: agreement.code,
      state: one.state,
      isOver,
      isTurn: turnOf(signatories).includes(one.id),
      onPaper: one.method !== 'electronic',
      signedOn: one.signedOn,
      hasFinal: version.finalFileId !== null,
      isExecuted: version.state === 'executed',
      frozenHash: version.frozenHash,
      paper: isOver || !isOurPaper ? null : await findPaperToSign(look, version.id),
    }
  },
})
export type SignerView = Awaited<ReturnType<typeof forSigner.run>>

/** What this browser may sign by the link that it opened; that it was opened is noted with the link and with the signature. */
export async function readToSign(linkId: string, now = new Date()) {
  const opened: Opened = await readByLink(linkId, now)
  if (!opened || 'wait' in opened) return opened
  const holder = await holderOf(await openedClientLink(linkId), now)
  if (!holder) return null
  try {
    const signer = await ask(forSigner, holder.client, {}, now)
    await perform(noteOpened, holder.client, {}, { now })
    return { signer, linkId, contact: opened.view.contact }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
