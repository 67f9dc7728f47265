import { refusedResponse } from '@/lib/kernel/http'
import { Refusal } from '@/lib/kernel/refusal'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { download } from '@/lib/modules/files/queries-download'

export async function GET(request: Request, { params }: RouteContext<'/api/files/[fileId]'>) {
  try {
    const actor = await actorOfRequest(request)
    if (!actor) throw new Refusal('signedOut')
    return await download(actor, (await params).fileId)
  } catch (error) {
    return refusedResponse(error, 'files', await readerLocale())
  }
}
