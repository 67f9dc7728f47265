import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { refusedFile } from '@/lib/modules/imports/queries-report'

export async function GET(request: Request, { params }: RouteContext<'/api/imports/[batchId]/[file]'>) {
  const { batchId, file } = await params
  return refusedFile(await actorOfRequest(request), batchId, file, await readerLocale())
}
