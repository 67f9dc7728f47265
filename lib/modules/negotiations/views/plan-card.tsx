import { exact, plain } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { Study } from '../model-analysis'
import type { AnalysisView } from '../queries-analysis'
import type { StudySaid } from './analysis-said'
import { PlanForm } from './plan-form'
import { ShowAll } from './show-all'

/** Of a long plan so many rounds before and after the last one are read at once. */
const [before, after] = [5, 3]

/** How we mean to concede, beside what we really offered. N07. */
export function PlanCard({ view, study, said }: { view: AnalysisView; study: Study; said: StudySaid }) {
  const { t, points } = said
  const { plan, negotiationId } = view
  const curve = study.curve ?? []
  const reached = curve.findLastIndex(({ actual }) => actual !== null)
  const shown =
    said.whole === 'plan' ? curve : curve.slice(Math.max(0, reached - before), Math.max(0, reached) + after + 1)
  const aheadSaid = (ahead: string | null) => {
    if (ahead === null) return '—'
    if (exact(points(ahead)).isZero()) return t('onPlan')
    const figure = { points: points(exact(ahead).abs().toFixed()) }
    return exact(ahead).gt(0) ? t('aheadOf', figure) : t('behindOf', figure)
  }
  return (
    <Card title={t('planTitle')} id="plan">
      <div className="grid gap-4">
        <ShowAll part="plan" count={curve.length} shown={shown.length} said={said} />
        {shown.length > 0 ? (
          <RecordTable
            caption={t('planTitle')}
            columns={[
              { label: t('round') },
              { label: t('planned'), numeric: true },
              { label: t('actual'), numeric: true },
              { label: t('ahead') },
            ]}
            rows={shown.map(({ round, planned, actual, ahead }) => ({
              key: String(round),
              cells: [round, points(planned), actual ? points(actual) : '—', aheadSaid(ahead)],
            }))}
          />
        ) : (
          <p className="text-muted">{t('planNone')}</p>
        )}
        {view.mayPlan && (
          <PlanForm
            negotiationId={negotiationId}
            plan={
              plan && {
                version: plan.version,
                reservation: plain(plan.reservation),
                atOnce: plain(exact(plan.first).times(100)),
                exponent: plain(plan.exponent),
                rounds: String(plan.rounds),
              }
            }
          />
        )}
      </div>
    </Card>
  )
}
