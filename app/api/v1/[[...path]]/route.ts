import { answer, refusedResponse } from '@/lib/kernel/http'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { catalogue } from '@/lib/modules/registry'

async function respond(request: Request, { params }: RouteContext<'/api/v1/[[...path]]'>) {
  const locale = await readerLocale()
  try {
    const { path = [] } = await params
    return await answer(request, path, catalogue, await actorOfRequest(request), locale)
  } catch (error) {
    return refusedResponse(error, 'api', locale)
  }
}

export { respond as GET, respond as POST }
