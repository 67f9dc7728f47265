import { formatMoney } from '@/lib/kernel/money'
import { Card, Facts } from '@/lib/ui/card'
import type { RunView } from '../model-desk'
import { AnswerForm, DecideForm, WithdrawButton, WordForm, WriteWord } from './decide-forms'
import { DifferenceTable } from './difference-table'
import { RunStateChip, RunSteps, RunStory } from './run-steps'
import type { Said } from './said'

/** All that is needed to decide, in the order in which it is read: what differs and costs, the decision, who else decides. */
export function RunDetail({ view, said, after }: { view: RunView; said: Said; after: string }) {
  const { t, word } = said
  return (
    <div className="grid gap-4">
      <Card
        title={view.title}
        action={
          <a className="button small" href={view.href}>
            {t('openRecord')}
          </a>
        }
      >
        <p className="pb-3">
          <RunStateChip state={view.state} said={said} />
        </p>
        <Facts
          facts={[
            {
              label: t('account'),
              value:
                view.accountId && view.accountName ? (
                  <a href={`/accounts/${view.accountId}`}>{view.accountName}</a>
                ) : null,
            },
            { label: t('title'), value: word(`kind_${view.subjectKind}`) },
            { label: t('reason'), value: view.reason, wide: true },
            { label: t('when'), value: `${view.submittedBy} · ${said.when(view.submittedAt)}` },
            {
              label: t('costPerYear'),
              value: view.costPerYear ? formatMoney(view.costPerYear) : t('costUnknown'),
            },
            ...(view.value ? [{ label: t('value'), value: formatMoney(view.value) }] : []),
            ...(view.marginPct === null ? [] : [{ label: t('marginTotal'), value: `${view.marginPct}%` }]),
          ]}
        />
      </Card>
      <Card title={t('differences')} flush>
        <DifferenceTable view={view} said={said} />
      </Card>
      {view.turn && (
        <Card title={t('decision')}>
          {view.turn.onBehalfOf && <p className="notice info">{t('decidingFor', { name: view.turn.onBehalfOf })}</p>}
          <DecideForm
            key={view.turn.stepId}
            runId={view.id}
            stepId={view.turn.stepId}
            contentHash={view.contentHash}
            after={after}
          />
        </Card>
      )}
      {view.word && (
        <Card title={t('wordHead')}>
          <WriteWord runId={view.id} stepId={view.word.stepId} contentHash={view.contentHash} />
        </Card>
      )}
      {view.mayAnswer && (
        <Card title={t('answer')}>
          <AnswerForm key={view.id} runId={view.id} />
        </Card>
      )}
      {view.checklist.length > 0 && (
        <Card title={t('checklist')}>
          <ul className="list-disc pl-5">
            {view.checklist.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('steps')}>
        <RunSteps steps={view.steps} said={said} />
        <div className="flex flex-wrap gap-2 pt-3">
          {view.mayWithdraw && <WithdrawButton runId={view.id} />}
          {view.sayable.length > 0 && (
            <WordForm
              key={view.id}
              runId={view.id}
              contentHash={view.contentHash}
              today={said.today}
              sayable={view.sayable}
            />
          )}
        </div>
      </Card>
      <Card title={t('story')} flush>
        <RunStory story={view.story} said={said} />
      </Card>
    </div>
  )
}
