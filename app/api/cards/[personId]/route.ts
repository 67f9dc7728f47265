import { refusedResponse } from '@/lib/kernel/http'
import { Refusal } from '@/lib/kernel/refusal'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { downloadCard } from '@/lib/modules/contacts/queries-card'

export async function GET(request: Request, { params }: RouteContext<'/api/cards/[personId]'>) {
  try {
    const actor = await actorOfRequest(request)
    if (!actor) throw new Refusal('signedOut')
    return await downloadCard(actor, (await params).personId)
  } catch (error) {
    return refusedResponse(error, 'card', await readerLocale())
  }
}
