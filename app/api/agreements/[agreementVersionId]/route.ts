import { answerMember } from '@/lib/kernel/session'
import { downloadPaper } from '@/lib/modules/agreements/queries-downloads'

/** The paper of a version that everybody signs. */
export async function GET(request: Request, { params }: RouteContext<'/api/agreements/[agreementVersionId]'>) {
  const { agreementVersionId } = await params
  return answerMember(request, 'agreement', (actor) => downloadPaper(actor, agreementVersionId))
}
