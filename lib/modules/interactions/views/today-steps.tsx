import { Card } from '@/lib/ui/card'
import type { StepView } from '../model-views'
import { StepRows } from './step-rows'
import type { TodaySaid } from './today-said'

/** What one has promised and must keep within a week; late ones first. */
export function StepsDue({ steps, said: { t, today } }: { steps: readonly StepView[]; said: TodaySaid }) {
  return (
    <Card title={t('steps')} action={<a href="/interactions/tasks">{t('allSteps')}</a>} flush>
      {steps.length === 0 ? (
        <p className="px-4 py-4 text-muted">{t('noSteps')}</p>
      ) : (
        <StepRows steps={steps} today={today} withAccount keys />
      )}
    </Card>
  )
}
