import { answerMember } from '@/lib/kernel/session'
import { pdfOfBrief, pdfOfDossier, zipOfDossier } from '@/lib/modules/negotiations/queries-papers'

/** The papers of a negotiation: its one-page brief, its dossier, or the dossier with its files. */
export async function GET(request: Request, { params }: RouteContext<'/api/dossiers/[negotiationId]'>) {
  const { negotiationId } = await params
  const wish = new URL(request.url).searchParams
  const language: 'en' | 'zh-TW' = wish.get('language') === 'en' ? 'en' : 'zh-TW'
  const wanted = { negotiationId, language, secret: wish.get('secret') === 'true' }
  return answerMember(request, 'dossier', (actor) => {
    if (wish.get('as') === 'brief') return pdfOfBrief(actor, { negotiationId, language })
    return wish.get('as') === 'zip' ? zipOfDossier(actor, wanted) : pdfOfDossier(actor, wanted)
  })
}
