import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { downloadResponse } from '@/lib/kernel/download'
import { openedClientLink } from '@/lib/kernel/identity/client-link'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findBytes } from '@/lib/modules/files/queries'
import { holderOf } from '@/lib/modules/links/queries-client'
import { may } from './manifest'
import { adviceRef } from './model-advice'
import { signingRef } from './model-signing'
import { findAdvice } from './queries-advice'
import { findAgreement, findVersion } from './queries-held'
import { workingFile } from './queries-papers'
import { findByLink, findToSign } from './queries-signatories'
import { readsAdvice } from './rules-advising'

const which = z.enum(['frozen', 'final']).default('frozen')
type Which = z.output<typeof which>

/** A paper of a version, for those who may read the agreement. Refuses with `notFound`, also while there is none. */
const keptPaper = query({
  name: 'agreements.keptPaper',
  permission: may.see,
  input: signingRef.extend({ which }),
  async run(look, { agreementVersionId, which }) {
    return fileOf(look, (await findVersion(look, agreementVersionId)).version, which)
  },
})

/** The expert's answer as a file, for those who may read the advice: it hangs nowhere else. Refuses with `notFound`. */
const adviceFile = query({
  name: 'agreements.adviceFile',
  permission: may.see,
  input: adviceRef,
  async run(look, { adviceId }) {
    const advice = await findAdvice(look, adviceId)
    await findAgreement(look, advice.agreementId)
    const file = advice.fileId && readsAdvice(look.actor, advice) ? await findBytes(look, advice.fileId) : null
    if (!file) throw new Refusal('notFound')
    return file
  },
})

/** The expert's answer as a file. */
export async function downloadAdvice(actor: Actor, adviceId: string): Promise<Response> {
  const file = await ask(adviceFile, actor, { adviceId }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound') : error
  })
  return downloadOf(file)
}

/** The same for whoever holds the link to sign it. */
const paperOfSigner = query({
  name: 'agreements.paperOfSigner',
  permission: may.signByLink,
  input: z.strictObject({ which }),
  async run(look, { which }) {
    const one = await findByLink(look)
    if (!one || one.archivedAt !== null) throw new Refusal('notFound')
    return fileOf(look, (await findToSign(look, one.versionId)).version, which)
  },
})

type Kept = { frozenFileId: string | null; finalFileId: string | null }

async function fileOf(look: Look, { frozenFileId, finalFileId }: Kept, which: Which) {
  const fileId = which === 'final' ? finalFileId : frozenFileId
  const file = fileId ? await findBytes(look, fileId) : null
  if (!file) throw new Refusal('notFound')
  return file
}

/** The paper that everybody signs, the one with its certificate, or one to work with, as a file. */
export async function downloadPaper(actor: Actor, agreementVersionId: string, wish?: string | null): Promise<Response> {
  const found =
    wish === 'draft' || wish === 'word'
      ? ask(workingFile, actor, { agreementVersionId, which: wish })
      : ask(keptPaper, actor, { agreementVersionId, which: wish === 'final' ? 'final' : 'frozen' })
  const file = await found.catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound') : error
  })
  return downloadOf(file)
}

/** The same by the link that this browser has opened. */
export async function downloadByLink(linkId: string, wish: string | null, now = new Date()): Promise<Response> {
  const holder = await holderOf(await openedClientLink(linkId), now)
  if (!holder) throw new Refusal('notFound')
  return downloadOf(await ask(paperOfSigner, holder.client, { which: wish === 'final' ? 'final' : 'frozen' }, now))
}

type File = { name: string; mediaType: string; size: number; bytes: Uint8Array }

const downloadOf = ({ name, mediaType, size, bytes }: File): Response => {
  const body = new Response(bytes as BodyInit).body
  if (!body) throw new Error('a file without content')
  return downloadResponse({ name, mediaType, size, body })
}
