import { answerMember } from '@/lib/kernel/session'
import { downloadLetter } from '@/lib/modules/needs/queries-letter'

export async function GET(request: Request, { params }: RouteContext<'/api/letters/[consultationId]'>) {
  const { consultationId } = await params
  return answerMember(request, 'letter', (actor) => downloadLetter(actor, consultationId))
}
