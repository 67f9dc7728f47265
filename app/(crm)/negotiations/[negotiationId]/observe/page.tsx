import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { observationWords } from '@/lib/modules/negotiations/messages-observations'
import { observations } from '@/lib/modules/negotiations/queries-observations'
import { ObservePage } from '@/lib/modules/negotiations/views/observe-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async () => ({ title: (await translator(observationWords))('observe') })

export default async function NegotiationObservePage({ params }: PageProps<'/negotiations/[negotiationId]/observe'>) {
  const { negotiationId } = await params
  const [view, said] = await Promise.all([read(observations, { negotiationId }), saidFor()])
  return <ObservePage negotiationId={negotiationId} view={view} said={said} />
}
