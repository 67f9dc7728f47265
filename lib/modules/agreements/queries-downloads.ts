import 'server-only'
import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse } from '@/lib/kernel/download'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findBytes } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { adviceRef } from './model-advice'
import { signingRef } from './model-signing'
import { findAdvice } from './queries-advice'
import { findAgreement, findVersion } from './queries-held'
import { readsAdvice } from './rules-advising'

/** The paper that everybody signs, for those who may read the agreement. Refuses with `notFound`, also while there is none. */
const frozenPaper = query({
  name: 'agreements.frozenPaper',
  permission: may.see,
  input: signingRef,
  async run(look, { agreementVersionId }) {
    const { version } = await findVersion(look, agreementVersionId)
    const file = version.frozenFileId ? await findBytes(look, version.frozenFileId) : null
    if (!file) throw new Refusal('notFound')
    return file
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

/** The paper that everybody signs, as a file. */
export async function downloadPaper(actor: Actor, agreementVersionId: string): Promise<Response> {
  const file = await ask(frozenPaper, actor, { agreementVersionId }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound') : error
  })
  return downloadOf(file)
}

type File = { name: string; mediaType: string; size: number; bytes: Uint8Array }

const downloadOf = ({ name, mediaType, size, bytes }: File): Response => {
  const body = new Response(bytes as BodyInit).body
  if (!body) throw new Error('a file without content')
  return downloadResponse({ name, mediaType, size, body })
}
