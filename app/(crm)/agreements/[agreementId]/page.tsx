import { read } from '@/lib/kernel/read'
import { riskFacts } from '@/lib/modules/agreements/queries-risk'
import { Overview } from '@/lib/modules/agreements/views/overview'
import { RiskCard } from '@/lib/modules/agreements/views/risk-card'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { resultsOf } from '@/lib/modules/kpis/queries-results'
import { readAgreement } from './read-agreement'

export default async function AgreementPage({ params }: PageProps<'/agreements/[agreementId]'>) {
  const { agreementId } = await params
  const [agreement, said, facts, { red, measured }] = await Promise.all([
    readAgreement(agreementId),
    saidFor(),
    read(riskFacts, { agreementId }),
    read(resultsOf, { agreementId }),
  ])
  return (
    <div className="grid gap-5">
      <Overview agreement={agreement} said={said} />
      {facts && <RiskCard facts={facts} kpis={measured > 0 ? { red, measured } : null} said={said} />}
    </div>
  )
}
