import { answerMember } from '@/lib/kernel/session'
import { pdfOfLink } from '@/lib/modules/links/queries-client'

export async function GET(request: Request, { params }: RouteContext<'/api/papers/[linkId]'>) {
  const { linkId } = await params
  return answerMember(request, 'paper', (actor) => pdfOfLink(actor, linkId))
}
