import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import type { RunView } from '../model-desk'
import { WithdrawButton } from './decide-forms'
import { RunStateChip, RunSteps } from './run-steps'
import type { Said } from './said'

/** On the page of a record: where its approval stands, who decides, and the way to the review desk. The page reads `runOfSubject`. */
export function ApprovalCard({ view, said }: { view: RunView | null; said: Said }) {
  const { t } = said
  if (!view)
    return (
      <Card title={t('approval')}>
        <p className="text-muted">{t('notSubmitted')}</p>
      </Card>
    )
  const unwritten = view.steps.some(({ seats }) => seats.some(({ state }) => state === 'byWord'))
  return (
    <Card
      title={t('approval')}
      action={
        <a className="button small" href={`/review/${view.id}`}>
          {t('openRun')}
        </a>
      }
    >
      <p className="flex flex-wrap gap-2 pb-3">
        <RunStateChip state={view.state} said={said} />
        {unwritten && <Chip tone="warn">{t('unwrittenMark')}</Chip>}
        <span className="text-sm text-muted">
          {t('submittedBy', { name: view.submittedBy })} · {said.when(view.submittedAt)}
        </span>
      </p>
      <RunSteps steps={view.steps} said={said} />
      {view.mayWithdraw && <WithdrawButton runId={view.id} />}
    </Card>
  )
}
