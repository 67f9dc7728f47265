import { Card } from '@/lib/ui/card'
import type { OpenPlan } from '../model-today'
import { PlanButtons } from './contact-buttons'
import type { TodaySaid } from './today-said'

/** Plans whose moment has passed: one press says what became of each. */
export function OpenPlans({ plans, said: { t, word, when } }: { plans: readonly OpenPlan[]; said: TodaySaid }) {
  if (plans.length === 0) return null
  return (
    <Card title={t('openPlans')} flush>
      <ul className="rows">
        {plans.map((plan) => (
          <li key={plan.id} className="flex-wrap">
            <div className="grow basis-64">
              <a className="font-medium" href={`/accounts/${plan.accountId}/timeline`}>
                {plan.account}
              </a>
              <p className="text-sm text-muted">
                {t('openPlan', { day: when(plan), channel: word(plan.channel), summary: plan.summary })}
              </p>
            </div>
            <div className="flex gap-2">
              <PlanButtons interactionId={plan.id} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
