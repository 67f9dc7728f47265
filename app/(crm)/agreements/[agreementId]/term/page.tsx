import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { lifecycleMessages } from '@/lib/modules/agreements/messages-lifecycle'
import { term } from '@/lib/modules/agreements/queries-term'
import { termSaid } from '@/lib/modules/agreements/views/said-term'
import { TermPage } from '@/lib/modules/agreements/views/term-page'
import { resultsOf } from '@/lib/modules/kpis/queries-results'
import { resultsSaid } from '@/lib/modules/kpis/views/results-said'

export const generateMetadata = async () => ({ title: (await translator(lifecycleMessages))('termTab') })

export default async function AgreementTermPage({ params }: PageProps<'/agreements/[agreementId]/term'>) {
  const { agreementId } = await params
  const [view, results, said] = await Promise.all([
    read(term, { agreementId }),
    read(resultsOf, { agreementId }),
    termSaid(),
  ])
  return <TermPage view={view} brought={resultsSaid(results, said.locale)} said={said} />
}
