import { answerMember } from '@/lib/kernel/session'
import { downloadPaper } from '@/lib/modules/agreements/queries-downloads'

/** The paper of a version that everybody signs; when they have, the one with its certificate; or one to work with. */
export async function GET(request: Request, { params }: RouteContext<'/api/agreements/[agreementVersionId]'>) {
  const { agreementVersionId } = await params
  const which = new URL(request.url).searchParams.get('which')
  return answerMember(request, 'agreement', (actor) => downloadPaper(actor, agreementVersionId, which))
}
