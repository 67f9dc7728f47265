import { refusedResponse } from '@/lib/kernel/http'
import { Refusal } from '@/lib/kernel/refusal'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { pdfOfOutline } from '@/lib/modules/terms/queries-pdf'

export async function GET(request: Request, { params }: RouteContext<'/api/outlines/[versionId]'>) {
  try {
    const actor = await actorOfRequest(request)
    if (!actor) throw new Refusal('signedOut')
    const language = new URL(request.url).searchParams.get('language') === 'en' ? 'en' : 'zh-TW'
    return await pdfOfOutline(actor, (await params).versionId, language)
  } catch (error) {
    return refusedResponse(error, 'outline', await readerLocale())
  }
}
