import { answerMember } from '@/lib/kernel/session'
import { download } from '@/lib/modules/files/queries-download'

export async function GET(request: Request, { params }: RouteContext<'/api/files/[fileId]'>) {
  const { fileId } = await params
  return answerMember(request, 'files', (actor) => download(actor, fileId))
}
