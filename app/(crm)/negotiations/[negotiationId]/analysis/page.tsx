import type { Metadata } from 'next'
import { calculated, TookTooLong } from '@/lib/kernel/calculate'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { analysisMessages } from '@/lib/modules/negotiations/messages-analysis'
import type { Studied, Study } from '@/lib/modules/negotiations/model-analysis'
import { analysis } from '@/lib/modules/negotiations/queries-analysis'
import { AnalysisGaps, AnalysisPage } from '@/lib/modules/negotiations/views/analysis-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(analysisMessages))('analysis'),
})

type Props = PageProps<'/negotiations/[negotiationId]/analysis'>

export default async function NegotiationAnalysisPage({ params, searchParams }: Props) {
  const [{ negotiationId }, { all }] = await Promise.all([params, searchParams])
  const [view, said, t] = await Promise.all([
    read(analysis, { negotiationId }),
    saidFor(),
    translator(analysisMessages),
  ])
  if (!view) return <p className="notice info">{t('forGroup')}</p>
  if (!view.studied) return <AnalysisGaps view={view} said={said} />
  const study = await studied(view.studied)
  return study ? (
    <AnalysisPage view={view} study={study} whole={typeof all === 'string' ? all : null} said={said} />
  ) : (
    <p className="notice warn">{t('tooLong')}</p>
  )
}

/** Worked out in a thread; null when it took longer than anybody waits. */
async function studied(given: Studied): Promise<Study | null> {
  try {
    return await calculated<Study>('negotiations.study', given)
  } catch (error) {
    if (error instanceof TookTooLong) return null
    throw error
  }
}
