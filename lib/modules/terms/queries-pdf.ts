import 'server-only'
import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse } from '@/lib/kernel/download'
import { renderPdf } from '@/lib/kernel/pdf/render-pdf'
import { ask } from '@/lib/kernel/perform'
import { outline } from './queries-outline'

/** The outline of a version as PDF, with the same words as its page. Refuses with `notFound` what one may not see. */
export async function pdfOfOutline(actor: Actor, versionId: string, language: 'zh-TW' | 'en'): Promise<Response> {
  const { paper, paperHash } = await ask(outline, actor, { versionId, language })
  const bytes = await renderPdf(paper, paperHash)
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const name = `${paper.title} ${paper.reference ?? ''}.pdf`.replace(/\s+\./, '.')
  return downloadResponse({ name, mediaType: 'application/pdf', size: bytes.byteLength, body })
}
