'use client'
import { type RefObject, useRef } from 'react'
import { formatDay } from '@/lib/kernel/day'
import { Icon } from '@/lib/ui/icon'
import { useKey } from '@/lib/ui/keys'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { type RowButton, usePressRows } from '@/lib/ui/press-rows'
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
  const { form, button } = usePressRows({ action: completeStep, name: 'taskId', undo: reopenStep })
  return (
    <>
      {keys && <StepKeys list={list} />}
      {form}
      <ul ref={list} className="rows">
        {steps.map((step) => (
          <li key={step.id}>
            <Tick step={step} button={button} />
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
function Tick({ step, button }: { step: StepView; button: RowButton }) {
  const t = useTranslator(timelineMessages)
  const said = { text: step.text }
  const className = 'button quiet square small'
  if (step.done)
    return (
      <Press action={reopenStep} values={{ taskId: step.id }} className={className} label={t('reopenStep', said)}>
        <Icon name="circle-check" />
      </Press>
    )
  return (
    <button {...button({ id: step.id, label: t('completeStep', said), done: t('stepDone', said), className })}>
      <Icon name="circle-dashed" />
    </button>
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
