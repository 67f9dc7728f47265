import { answerMember } from '@/lib/kernel/session'
import { pdfOfOutline } from '@/lib/modules/terms/queries-pdf'

export async function GET(request: Request, { params }: RouteContext<'/api/outlines/[versionId]'>) {
  const { versionId } = await params
  const language = new URL(request.url).searchParams.get('language') === 'en' ? 'en' : 'zh-TW'
  return answerMember(request, 'outline', (actor) => pdfOfOutline(actor, versionId, language))
}
