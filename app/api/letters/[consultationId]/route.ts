import { refusedResponse } from '@/lib/kernel/http'
import { Refusal } from '@/lib/kernel/refusal'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { downloadLetter } from '@/lib/modules/needs/queries-letter'

export async function GET(request: Request, { params }: RouteContext<'/api/letters/[consultationId]'>) {
  try {
    const actor = await actorOfRequest(request)
    if (!actor) throw new Refusal('signedOut')
    return await downloadLetter(actor, (await params).consultationId)
  } catch (error) {
    return refusedResponse(error, 'letter', await readerLocale())
  }
}
