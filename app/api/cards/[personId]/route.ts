import { answerMember } from '@/lib/kernel/session'
import { downloadCard } from '@/lib/modules/contacts/queries-card'

export async function GET(request: Request, { params }: RouteContext<'/api/cards/[personId]'>) {
  const { personId } = await params
  return answerMember(request, 'card', (actor) => downloadCard(actor, personId))
}
