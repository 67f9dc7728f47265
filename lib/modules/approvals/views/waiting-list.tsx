'use client'
import { useRef, useState } from 'react'
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
import { seenOf } from '../model'
import type { WaitingRow } from '../model-desk'
import { waitedFor } from './waited'

type Props = { page: ListPage<WaitingRow>; now: string; openId: string | null; address: string }

/**
 * What waits for the reader: one line each with client, reason, cost and how long. Rows open beside the list; harmless ones
 * can be approved several at once. Keys: J and K move, Enter opens, A approves, S and Q open the decision, X selects.
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
  const current = () => rows[Math.max(at(), 0)]
  const toggle = (row: WaitingRow | undefined) => {
    if (!row?.harmless) return
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(row.id)) next.add(row.id)
      return next
    })
  }
  const approve = async (row: WaitingRow | undefined) => {
    if (!row) return
    const { runId, stepId, contentHash } = row
    const done = await press(decideRun, { runId, stepId, contentHash, decision: 'approve' })
    if (done) showToast({ text: t('approved') })
  }
  const open = (part: string) => {
    const row = current()
    if (row) window.location.assign(`/review/${row.runId}${part}`)
  }
  const group = t('keysGroup')
  const inList = openId === null
  useKey('j', () => move(1), { label: t('keyNext'), group })
  useKey('k', () => move(-1), { label: t('keyPrevious'), group })
  useKey('x', () => toggle(current()), { label: t('keySelect'), group })
  useKey('a', inList ? () => void approve(current()) : undefined, { label: t('approve'), group })
  useKey('s', inList ? () => open('#decide') : undefined, { label: t('sendBack'), group })
  useKey('q', inList ? () => open('#decide') : undefined, { label: t('ask'), group })
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
        const list = refused.map(({ title, reason }) => `${title}（${reason}）`).join('、')
        if (approved > 0) showToast({ text: t('approvedMany', { count: approved }) })
        else if (refused.length === 0) showToast({ text: t('nothingSelected') })
        if (refused.length > 0) showToast({ text: t('refusedMany', { list }), tone: 'risk' })
      }}
    >
      <ul ref={list} className="rows">
        {rows.map((row) => (
          <li key={row.id} className="flex-wrap" aria-current={row.runId === openId ? 'true' : undefined}>
            {row.harmless && (
              <input
                type="checkbox"
                name="seen"
                value={seenOf(row.runId, row.contentHash)}
                checked={chosen.has(row.id)}
                onChange={() => toggle(row)}
                aria-label={t('select', { title: row.title })}
                className="size-5"
              />
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
            <div className="text-right tabular-nums">
              <p className="font-medium">
                {row.costPerYear === null
                  ? t('costUnknown')
                  : t('perYear', {
                      amount: formatMoney({ amount: row.costPerYear, currency: row.currency ?? 'TWD' }),
                    })}
              </p>
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
