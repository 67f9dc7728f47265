'use client'
import { useEffect, useRef, useState } from 'react'
import type { ListPage } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { Chip } from '@/lib/ui/chip'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useKey } from '@/lib/ui/keys'
import { useTranslator } from '@/lib/ui/locale'
import { press } from '@/lib/ui/press'
import { showToast } from '@/lib/ui/toasts'
import { decideManyRuns, decideRun } from '../actions'
import { messages } from '../messages'
import { deskMessages } from '../messages-desk'
import { type Decision, seenOf } from '../model'
import type { WaitingRow } from '../model-desk'
import { waitedFor } from './waited'

type Props = { page: ListPage<WaitingRow>; now: string; openId: string | null; address: string }

/**
 * What waits for the reader: one line each with client, reason, cost and how long. Rows open beside the list; harmless ones
 * can be approved several at once. Keys: J and K move, Enter opens, A approves, S and Q open the decision, X selects. A key
 * that acts on a row acts on the one in focus or open; without one it only goes to the first.
 */
export function WaitingList({ page, now, openId, address }: Props) {
  const t = useTranslator(deskMessages)
  const word = useTranslator(messages)
  const list = useRef<HTMLUListElement>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { rows } = page
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-run]') ?? [])]
  const at = () => {
    const focused = links().findIndex((link) => link.closest('li')?.contains(document.activeElement))
    return focused >= 0 ? focused : rows.findIndex(({ runId }) => runId === openId)
  }
  const move = (by: 1 | -1) => links()[Math.min(Math.max(at() + by, 0), rows.length - 1)]?.focus()
  const onCurrent = (act: (row: WaitingRow) => void) => () => {
    const row = rows[at()]
    if (row) act(row)
    else move(1)
  }
  const goOnAt = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the approved row is gone, the reader goes on at the one after it.
  useEffect(() => {
    if (goOnAt.current === null) return
    links()[Math.min(goOnAt.current, rows.length - 1)]?.focus()
    goOnAt.current = null
  }, [rows])
  const toggle = (row: WaitingRow) => {
    if (!row.harmless) return
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(row.id)) next.add(row.id)
      return next
    })
  }
  const approve = async ({ runId, stepId, contentHash }: WaitingRow) => {
    goOnAt.current = at()
    const done = await press(decideRun, { runId, stepId, contentHash, decision: 'approve' })
    if (done) showToast({ text: t('done_approve') })
    else goOnAt.current = null
  }
  const openFor = (decision: Decision) =>
    onCurrent(({ runId }) => window.location.assign(`/review?${address}run=${runId}#${decision}`))
  const group = t('keysGroup')
  const inList = openId === null
  useKey('j', () => move(1), { label: t('keyNext'), group })
  useKey('k', () => move(-1), { label: t('keyPrevious'), group })
  useKey('x', onCurrent(toggle), { label: t('keySelect'), group })
  useKey('a', inList ? onCurrent((row) => void approve(row)) : undefined, { label: t('approve'), group })
  useKey('s', inList ? openFor('sendBack') : undefined, { label: t('sendBack'), group })
  useKey('q', inList ? openFor('ask') : undefined, { label: t('ask'), group })
  useKey('shift+a', () => list.current?.closest('form')?.requestSubmit(), { label: t('approveSelected'), group })

  const hasHarmless = rows.some(({ harmless }) => harmless)
  return (
    <Form
      action={decideManyRuns}
      foot="none"
      warn={false}
      className="gap-0"
      label={t('approveSelected')}
      onDone={({ approved, refused }) => {
        setChosen(new Set())
        const list = refused.map((each) => t('refusedOne', each)).join(' · ')
        if (approved > 0) showToast({ text: t('approvedMany', { count: approved }) })
        else if (refused.length === 0) showToast({ text: t('nothingSelected') })
        if (refused.length > 0) showToast({ text: t('refusedMany', { list }), tone: 'risk' })
      }}
    >
      <ul ref={list} className="rows">
        {rows.map((row) => (
          <li key={row.id} className="flex-wrap" aria-current={row.runId === openId ? 'true' : undefined}>
            {row.harmless && (
              <label className="-m-3 grid p-3">
                <input
                  type="checkbox"
                  name="seen"
                  value={seenOf(row.runId, row.contentHash)}
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row)}
                  aria-label={t('select', { title: row.title })}
                  className="size-5"
                />
              </label>
            )}
            <div className="grow basis-56">
              <p>
                <a data-run={row.runId} className="font-medium" href={`/review?${address}run=${row.runId}`}>
                  {row.title}
                </a>{' '}
                <Chip>{word(`kind_${row.subjectKind}`)}</Chip> {row.harmless && <Chip tone="ok">{t('harmless')}</Chip>}{' '}
                {row.changed && <Chip tone="info">{t('changedBefore')}</Chip>}{' '}
                {row.onBehalfOf && <Chip tone="brand">{t('forSomebody', { name: row.onBehalfOf })}</Chip>}
              </p>
              <p className="text-sm text-muted">
                {row.accountName && <>{row.accountName} · </>}
                {t('submittedBy', { name: row.submittedBy })} · {row.reason ?? t('noReason')}
              </p>
              <p className="text-sm text-muted">
                {t('waitingFor', { time: waitedFor(t, row.since, now) })}{' '}
                {row.dueAt !== null && row.dueAt < now && (
                  <Chip tone="risk" icon="clock">
                    {t('overdue')}
                  </Chip>
                )}
              </p>
            </div>
            <div className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
              {row.costPerYear !== null ? (
                <p className="font-medium">
                  {t('perYear', { amount: formatMoney({ amount: row.costPerYear, currency: row.currency ?? 'TWD' }) })}
                </p>
              ) : (
                !row.harmless && <p className="font-medium">{t('costUnknown')}</p>
              )}
              {row.marginPct !== null && (
                <p className="text-sm text-muted">{t('margin', { percent: row.marginPct })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {hasHarmless && (
        <div className="border-t border-line px-4 py-3">
          <button type="submit" className="button min-h-11">
            <Icon name="check" />
            {t('approveSelected')}
          </button>
        </div>
      )}
    </Form>
  )
}
