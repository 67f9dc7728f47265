import { refusedResponse } from '@/lib/kernel/http'
import { Refusal } from '@/lib/kernel/refusal'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { pdfOfLink } from '@/lib/modules/links/queries-client'

export async function GET(request: Request, { params }: RouteContext<'/api/papers/[linkId]'>) {
  try {
    const actor = await actorOfRequest(request)
    if (!actor) throw new Refusal('signedOut')
    return await pdfOfLink(actor, (await params).linkId)
  } catch (error) {
    return refusedResponse(error, 'paper', await readerLocale())
  }
}
