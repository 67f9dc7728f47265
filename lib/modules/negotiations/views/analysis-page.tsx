import { Card } from '@/lib/ui/card'
import type { Study } from '../model-analysis'
import type { AnalysisView } from '../queries-analysis'
import { HintsCard, WeightsCard, ZopaCard } from './analysis-beliefs'
import { EquivalentsCard } from './analysis-equivalents'
import { FirmnessCard, LogCard, OffersCard } from './analysis-offers'
import { LeftCard, PackagesCard, ProposalsCard } from './analysis-packages'
import { studySaid } from './analysis-said'
import { PlanCard } from './plan-card'
import type { Said } from './said'

type AnalysisPageProps = {
  view: AnalysisView
  study: Study
  /** Which part is shown whole: `offers`, `packages`, `hints`, `log` or `plan`. */
  whole: string | null
  said: Said
}

/** Everything that can be worked out, in the order in which it is used: where we stand, what is possible, what to do next. */
export function AnalysisPage({ view, study, whole, said: base }: AnalysisPageProps) {
  const said = studySaid(view.issues, base, whole)
  const { t } = said
  const part = { study, said }
  const roundsHref = `/negotiations/${view.negotiationId}/rounds`
  const offerHref = view.mayPlan ? roundsHref : null
  const offers = study.offers.filter(({ side }) => side === 'them').length
  return (
    <div className="grid gap-5">
      {study.space && (
        <p className="notice info">{t('basis', { confidence: t(`confidence_${study.space.confidence}`), offers })}</p>
      )}
      <LeftCard {...part} agreed={view.state === 'agreedInPrinciple'} offerHref={offerHref} />
      <OffersCard {...part} roundsHref={roundsHref} />
      <EquivalentsCard view={view} said={said} />
      <PackagesCard {...part} />
      <HintsCard {...part} />
      <ProposalsCard {...part} offerHref={offerHref} />
      <ZopaCard {...part} />
      <WeightsCard {...part} />
      <LogCard {...part} />
      <PlanCard {...part} view={view} />
      <FirmnessCard {...part} />
    </div>
  )
}

/** What is missing before anything can be scored, and what can be reckoned without it. */
export function AnalysisGaps({ view, said: base }: { view: AnalysisView; said: Said }) {
  const said = studySaid(view.issues, base)
  const { t } = said
  return (
    <div className="grid gap-5">
      <Card title={t('gapsTitle')}>
        <p>{t('gapsText')}</p>
        <ul className="my-3 grid list-disc gap-1 pl-5">
          {view.gaps.map(({ key, code }) => (
            <li key={`${key} ${code}`}>
              {key && <strong>{`${said.issue(key)}${said.colon}`}</strong>}
              {said.rule(code)}
            </li>
          ))}
        </ul>
        <a className="button primary" href={`/negotiations/${view.negotiationId}/issues`}>
          {t('toIssues')}
        </a>
      </Card>
      <EquivalentsCard view={view} said={said} />
    </div>
  )
}
