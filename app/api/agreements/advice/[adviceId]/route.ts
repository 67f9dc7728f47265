import { answerMember } from '@/lib/kernel/session'
import { downloadAdvice } from '@/lib/modules/agreements/queries-downloads'

/** The expert's answer as a file, for those who may read it. */
export async function GET(request: Request, { params }: RouteContext<'/api/agreements/advice/[adviceId]'>) {
  const { adviceId } = await params
  return answerMember(request, 'advice', (actor) => downloadAdvice(actor, adviceId))
}
