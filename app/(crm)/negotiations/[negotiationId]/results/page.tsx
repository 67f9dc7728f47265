import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { resultWords } from '@/lib/modules/negotiations/messages-results'
import { debrief } from '@/lib/modules/negotiations/queries-lessons'
import { results } from '@/lib/modules/negotiations/queries-results'
import { DebriefCard } from '@/lib/modules/negotiations/views/lessons-panel'
import { ResultsPage } from '@/lib/modules/negotiations/views/results-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async () => ({ title: (await translator(resultWords))('results') })

export default async function NegotiationResultsPage({ params }: PageProps<'/negotiations/[negotiationId]/results'>) {
  const { negotiationId } = await params
  const [view, written, said] = await Promise.all([
    read(results, { negotiationId }),
    read(debrief, { negotiationId }),
    saidFor(),
  ])
  return (
    <div className="grid gap-5">
      <ResultsPage negotiationId={negotiationId} view={view} said={said} />
      <DebriefCard negotiationId={negotiationId} debrief={written} said={said} />
    </div>
  )
}
