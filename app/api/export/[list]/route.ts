import { exportResponse } from '@/lib/kernel/export/respond'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { exportable } from '@/lib/modules/registry'

export async function GET(request: Request, { params }: RouteContext<'/api/export/[list]'>) {
  const { list } = await params
  return exportResponse(request, list, exportable, await actorOfRequest(request), await readerLocale())
}
