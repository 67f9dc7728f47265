'use client'
import { type RefObject, useRef } from 'react'
import { formatDay } from '@/lib/kernel/day'
import { Icon } from '@/lib/ui/icon'
import { useKey } from '@/lib/ui/keys'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { completeStep, reopenStep } from '../actions'
import { timelineMessages } from '../messages-timeline'
import type { StepView } from '../model-views'

type StepRowsProps = {
  steps: readonly StepView[]
  today: string
  /** Names the account of each step, where they are of several. */
  withAccount?: boolean
  /** Names whose they are, where they are of several colleagues. */
  withAssignee?: boolean
  /** J, K and X move through the rows and tick off; on one list of a page only. */
  keys?: boolean
}

/** Next steps as rows; one press or key ticks one off, with a way back for ten seconds. */
export function StepRows({ steps, today, withAccount = false, withAssignee = false, keys = false }: StepRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  return (
    <>
      {keys && <StepKeys list={list} />}
      <ul ref={list} className="rows">
        {steps.map((step) => (
          <li key={step.id}>
            <Tick step={step} />
            <div className="grow">
              <span className={step.done ? 'text-muted line-through' : undefined}>{step.text}</span>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                <StepDue step={step} today={today} />
                {withAccount && step.accountId && <a href={`/accounts/${step.accountId}/timeline`}>{step.account}</a>}
                {withAssignee && <span>{step.assignee}</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The round mark at the left: empty while open, ticked when done. */
export function Tick({ step }: { step: StepView }) {
  const t = useTranslator(timelineMessages)
  const said = { text: step.text }
  return (
    <Press
      action={step.done ? reopenStep : completeStep}
      values={{ taskId: step.id }}
      className="button quiet square small"
      label={t(step.done ? 'reopenStep' : 'completeStep', said)}
      {...(step.done ? {} : { done: t('stepDone', said), undo: reopenStep })}
    >
      <Icon name={step.done ? 'circle-check' : 'circle-dashed'} />
    </Press>
  )
}

/** By when it was promised; late ones say so in words. */
export function StepDue({ step, today }: { step: StepView; today: string }) {
  const t = useTranslator(timelineMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = [formatDay(step.dueOn, locale, 'weekday', calendar, today), step.dueTime].filter(Boolean).join(' ')
  if (step.done) return <span>{t('done')}</span>
  return step.dueOn < today ? (
    <span className="font-medium text-risk">{t('overdue', { day })}</span>
  ) : (
    <span>{t('due', { day })}</span>
  )
}

function StepKeys({ list }: { list: RefObject<HTMLUListElement | null> }) {
  const t = useTranslator(timelineMessages)
  const group = t('keyGroup')
  const move = (by: 1 | -1) => {
    const marks = [...(list.current?.querySelectorAll<HTMLElement>('button[type=submit]') ?? [])]
    const at = marks.indexOf(document.activeElement as HTMLElement)
    marks[Math.min(marks.length - 1, Math.max(0, at + by))]?.focus()
  }
  const tick = () => {
    const here = document.activeElement
    if (here instanceof HTMLButtonElement && list.current?.contains(here)) here.click()
  }
  useKey('j', () => move(1), { label: t('keyNext'), group })
  useKey('k', () => move(-1), { label: t('keyPrevious'), group })
  useKey('x', tick, { label: t('keyComplete'), group })
  return null
}
