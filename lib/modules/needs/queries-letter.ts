import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse } from '@/lib/kernel/download'
import { renderPdf } from '@/lib/kernel/pdf/render-pdf'
import { ask } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { consultationById } from './queries-consultation'

/** The letter of a consultation as PDF, for whoever may read it; anything else is refused alike. */
export async function downloadLetter(actor: Actor, consultationId: string): Promise<Response> {
  const { letter, contentHash, person } = await ask(consultationById, actor, { consultationId }).catch(
    (error: unknown) => {
      throw error instanceof Refusal ? new Refusal('notFound') : error
    },
  )
  const letterPdf = new Blob([new Uint8Array(await renderPdf(letter, contentHash))])
  const name = `${letter.title} ${person}.pdf`.replace(/[\\/:*?"<>|]/g, '_')
  return downloadResponse({ name, mediaType: 'application/pdf', size: letterPdf.size, body: letterPdf.stream() })
}
