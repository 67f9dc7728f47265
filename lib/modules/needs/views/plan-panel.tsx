'use client'
import { formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { TextField } from '@/lib/ui/text-field'
import { planMethod, removeStep, restoreStep, setAim, submitPlan } from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import type { OwnMethod } from '../queries-methods'
import type { PlanView } from '../queries-plans'
import type { PlanState } from '../rules-plans'
import { memberOptions, methodOptions, ownMethodOptions } from './words'

const tones: Readonly<Record<PlanState, Tone>> = {
  empty: 'plain',
  draft: 'plain',
  pending: 'info',
  approved: 'ok',
  returned: 'warn',
  changed: 'warn',
}

type PlanPanelProps = {
  plan: PlanView
  members: readonly { id: string; name: string }[]
  people: readonly { id: string; displayName: string }[]
  own: readonly OwnMethod[]
  me: string
}

/** How needs are meant to be found with the account, and how they were: planned beside used. */
export function PlanPanel({ plan, members, people, own, me }: PlanPanelProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  const called = (step: PlanView['steps'][number]) =>
    (locale === 'en' ? (step.methodEnglishName ?? step.methodName) : step.methodName) ?? word(`method_${step.method}`)
  return (
    <Card
      id="plan"
      title={t('plan')}
      action={plan.state !== 'empty' && <Chip tone={tones[plan.state]}>{t(`plan_${plan.state}`)}</Chip>}
    >
      {plan.aim && <p className="mb-3">{plan.aim}</p>}
      {plan.steps.length === 0 ? (
        <EmptyState icon="list-checks" title={t('planEmptyTitle')} text={t('planEmptyText')} />
      ) : (
        <RecordTable
          sentences
          caption={t('plan')}
          columns={[
            { label: t('howFound') },
            { label: t('why') },
            { label: t('whoOfUs') },
            { label: t('withWhom') },
            { label: t('byWhen') },
            { label: t('used'), numeric: true },
            ...(plan.mayPlan ? [{ label: t('removeStep') }] : []),
          ]}
          rows={plan.steps.map((step) => ({
            key: step.id,
            cells: [
              called(step),
              step.why,
              step.member,
              step.person,
              <span key="due">
                {day(step.dueOn)}
                {step.late && <span className="text-risk"> · {t('overdue')}</span>}
              </span>,
              step.times === 0 ? (
                t('notUsed')
              ) : (
                <a key="used" href={`/needs?account=${plan.accountId}`}>
                  {t('usedTimes', { times: step.times, day: step.lastOn ? day(step.lastOn) : '' })}
                </a>
              ),
              plan.mayPlan && (
                <Press
                  key="remove"
                  action={removeStep}
                  values={{ stepId: step.id }}
                  className="button quiet square small"
                  label={`${t('removeStep')}：${called(step)}`}
                  done={t('stepRemoved')}
                  undo={restoreStep}
                >
                  <Icon name="x" />
                </Press>
              ),
            ],
          }))}
        />
      )}
      {plan.beside.length > 0 && (
        <p className="mt-2 text-muted">
          {t('usedBeside', { methods: plan.beside.map((method) => word(`method_${method}`)).join('、') })}
        </p>
      )}
      {plan.mayPlan && (
        <div className="mt-3 flex flex-wrap items-start gap-2">
          <details>
            <summary className="button small">{t('planMethod')}</summary>
            <Form action={planMethod} submit={t('planMethod')} again warn={false} className="mt-3">
              <input type="hidden" name="accountId" defaultValue={plan.accountId} />
              <ChoiceField name="method" label={t('howFound')} required options={methodOptions(word)} />
              <div className="form-grid">
                {own.some((method) => !method.archived) && (
                  <SelectField
                    name="methodId"
                    label={t('ownMethod')}
                    empty={t('noOwnMethod')}
                    options={ownMethodOptions(own, locale)}
                  />
                )}
                <TextField name="why" label={t('why')} required maxLength={400} />
                <SelectField
                  name="memberId"
                  label={t('whoOfUs')}
                  empty={null}
                  defaultValue={me}
                  options={memberOptions(members)}
                />
                <SelectField
                  name="personId"
                  label={t('withWhom')}
                  empty={t('notSaid')}
                  options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
                />
                <DateField name="dueOn" label={t('byWhen')} required />
              </div>
            </Form>
          </details>
          <details>
            <summary className="button small">{t('aim')}</summary>
            <Form action={setAim} warn={false} className="mt-3">
              <input type="hidden" name="accountId" defaultValue={plan.accountId} />
              <TextField name="aim" label={t('aim')} maxLength={1000} defaultValue={plan.aim} />
            </Form>
          </details>
          {(plan.state === 'draft' || plan.state === 'changed' || plan.state === 'returned') && (
            <details>
              <summary className="button small">{t('submitPlan')}</summary>
              <Form action={submitPlan} submit={t('submitPlan')} warn={false} className="mt-3">
                <input type="hidden" name="accountId" defaultValue={plan.accountId} />
                <TextField name="reason" label={t('submitReason')} maxLength={1000} />
              </Form>
            </details>
          )}
        </div>
      )}
    </Card>
  )
}
