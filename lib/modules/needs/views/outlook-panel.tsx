'use client'
import { formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  anticipate,
  leaveAnticipation,
  pursueAnticipation,
  reachObjective,
  removeAnticipation,
  removeObjective,
  scoreAnticipation,
  setObjective,
} from '../actions'
import { pageMessages } from '../messages-pages'
import type { HitRate } from '../model-anticipated'
import type { Outlook } from '../queries-anticipated'
import { memberOptions } from './words'

type Members = { members: readonly { id: string; name: string }[]; me: string }
type OutlookProps = Members & { accountId: string; outlook: Outlook; hitRate: HitRate; mayPlan: boolean }

const useDay = () => {
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (value: string) => formatDay(value, locale, 'short', calendar)
}

/** What the account may need next: how likely, by when; asked about when its day has come. */
export function AnticipatedPanel({ accountId, outlook, hitRate, mayPlan, members, me }: OutlookProps) {
  const t = useTranslator(pageMessages)
  const day = useDay()
  return (
    <Card id="anticipated" title={t('anticipated')}>
      {hitRate.scored > 0 && (
        <p className="mb-3 text-muted">
          {t('hitRate', {
            happened: hitRate.happened,
            scored: hitRate.scored,
            mean: hitRate.meanProbability ?? 0,
          })}
        </p>
      )}
      {outlook.anticipated.length === 0 && (
        <EmptyState icon="calendar-clock" title={t('anticipatedEmpty')} text={t('anticipatedEmptyText')} />
      )}
      <ul className="grid gap-4">
        {outlook.anticipated.map((each) => (
          <li key={each.id}>
            <p className="flex flex-wrap items-center gap-2">
              <strong>{each.title}</strong>
              <Chip>{t('chance', { probability: each.probability, day: day(each.horizonOn) })}</Chip>
              {each.happened !== null && (
                <Chip tone={each.happened ? 'ok' : 'plain'}>{t(each.happened ? 'happened' : 'didNotHappen')}</Chip>
              )}
              {each.pursued && <Chip tone="brand">{t('pursued')}</Chip>}
            </p>
            <p className="text-muted">
              {[
                each.author,
                each.trigger && t('triggerSaid', { text: each.trigger }),
                each.signal && t('signalSaid', { text: each.signal }),
                each.response && t('responseSaid', { text: each.response }),
                each.notPursuedBecause && t('notPursuedSaid', { text: each.notPursuedBecause }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {each.asks && (
              <div className="notice info mt-2 flex flex-wrap items-center gap-2">
                <span className="grow">{t('didItHappenHere')}</span>
                <Press
                  action={scoreAnticipation}
                  values={{ anticipatedId: each.id, happened: 'yes' }}
                  label={`${t('itHappened')}：${each.title}`}
                >
                  {t('itHappened')}
                </Press>
                <Press
                  action={scoreAnticipation}
                  values={{ anticipatedId: each.id, happened: 'no' }}
                  label={`${t('itDidNot')}：${each.title}`}
                >
                  {t('itDidNot')}
                </Press>
              </div>
            )}
            {mayPlan && !each.pursued && each.notPursuedBecause === null && (
              <div className="mt-2 flex flex-wrap items-start gap-2">
                <details>
                  <summary className="button small">{t('pursue')}</summary>
                  <Form action={pursueAnticipation} submit={t('pursue')} warn={false} className="mt-3">
                    <input type="hidden" name="anticipatedId" defaultValue={each.id} />
                    <ObjectiveFields title={each.title} members={members} me={me} />
                  </Form>
                </details>
                <details>
                  <summary className="button small quiet">{t('leave')}</summary>
                  <Form action={leaveAnticipation} submit={t('leave')} warn={false} className="mt-3">
                    <input type="hidden" name="anticipatedId" defaultValue={each.id} />
                    <TextField name="because" label={t('because')} required maxLength={1000} />
                  </Form>
                </details>
                {each.happened === null && (
                  <Press
                    action={removeAnticipation}
                    values={{ anticipatedId: each.id }}
                    className="button small quiet"
                    label={`${t('removeObjective')}：${each.title}`}
                  >
                    {t('removeObjective')}
                  </Press>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayPlan && (
        <details className="mt-3">
          <summary className="button small">{t('anticipate')}</summary>
          <Form action={anticipate} submit={t('anticipate')} again warn={false} className="mt-3">
            <input type="hidden" name="accountId" defaultValue={accountId} />
            <TextField name="title" label={t('whatExpected')} required maxLength={200} />
            <div className="form-grid">
              <DateField name="horizonOn" label={t('horizon')} required />
              <TextField name="probability" label={t('probability')} inputMode="numeric" unit="%" required />
              <TextField name="trigger" label={t('trigger')} maxLength={1000} />
              <TextField name="signal" label={t('signal')} maxLength={1000} />
              <DateField name="signalOn" label={t('signalOn')} />
            </div>
            <TextAreaField name="response" label={t('response')} rows={2} />
          </Form>
        </details>
      )}
    </Card>
  )
}

function ObjectiveFields({ title, members, me }: Members & { title?: string }) {
  const t = useTranslator(pageMessages)
  return (
    <div className="form-grid">
      <TextField name="title" label={t('objective')} required maxLength={200} defaultValue={title ?? null} />
      <TextField name="measure" label={t('objectiveMeasure')} required maxLength={400} />
      <SelectField
        name="ownerId"
        label={t('objectiveOwner')}
        empty={null}
        defaultValue={me}
        options={memberOptions(members)}
      />
      <DateField name="dueOn" label={t('objectiveDue')} required />
    </div>
  )
}

/** The account's plan begins here: what we mean to reach, by which measure, who, by when. */
export function ObjectivesPanel({ accountId, outlook, mayPlan, members, me }: Omit<OutlookProps, 'hitRate'>) {
  const t = useTranslator(pageMessages)
  const day = useDay()
  return (
    <Card
      id="objectives"
      title={t('objectives')}
      action={
        <a className="button small quiet" href={`/accounts/${accountId}/needs/history`}>
          {t('history')}
        </a>
      }
    >
      {outlook.objectives.length === 0 && (
        <EmptyState icon="circle-dot" title={t('objectivesEmpty')} text={t('objectivesEmptyText')} />
      )}
      <ul className="grid gap-4">
        {outlook.objectives.map((each) => (
          <li key={each.id}>
            <p className="flex flex-wrap items-center gap-2">
              <strong>{each.title}</strong>
              {each.reachedOn ? (
                <Chip tone="ok" icon="check">
                  {t('reachedOn', { day: day(each.reachedOn) })}
                </Chip>
              ) : (
                <Chip tone={each.late ? 'risk' : 'plain'}>{t('dueBy', { day: day(each.dueOn) })}</Chip>
              )}
              {each.anticipated && <Chip tone="info">{t('fromAnticipated')}</Chip>}
            </p>
            <p className="text-muted">
              {[each.owner, each.measure, each.result].filter(Boolean).join(' · ')}
              {each.needId && (
                <>
                  {' · '}
                  <a href={`/needs/${each.needId}`}>{t('theNeed')}</a>
                </>
              )}
            </p>
            {mayPlan && each.reachedOn === null && (
              <div className="mt-2 flex flex-wrap items-start gap-2">
                <details>
                  <summary className="button small">{t('reach')}</summary>
                  <Form action={reachObjective} submit={t('reach')} warn={false} className="mt-3">
                    <input type="hidden" name="objectiveId" defaultValue={each.id} />
                    <TextField name="result" label={t('result')} required maxLength={1000} />
                  </Form>
                </details>
                <Press
                  action={removeObjective}
                  values={{ objectiveId: each.id }}
                  className="button small quiet"
                  label={`${t('removeObjective')}：${each.title}`}
                >
                  {t('removeObjective')}
                </Press>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayPlan && (
        <details className="mt-3">
          <summary className="button small">{t('setObjective')}</summary>
          <Form action={setObjective} submit={t('setObjective')} again warn={false} className="mt-3">
            <input type="hidden" name="accountId" defaultValue={accountId} />
            <ObjectiveFields members={members} me={me} />
          </Form>
        </details>
      )}
    </Card>
  )
}
