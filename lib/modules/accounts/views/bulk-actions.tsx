'use client'
import { useState } from 'react'
import { idle } from '@/lib/kernel/form-state'
import { SelectField } from '@/lib/ui/choice-field'
import { ConfirmDialog, Dialog } from '@/lib/ui/dialog'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { showToast } from '@/lib/ui/toasts'
import { archiveAccounts, assignAccounts, restoreAccounts } from '../actions'
import { listPages } from '../messages'
import type { BulkResult } from '../model'

type BulkActionsProps = {
  ids: readonly string[]
  archived: boolean
  clear: () => void
  owners: readonly { value: string; label: string }[]
}

/** What can be done with selected accounts; afterwards every account that stayed as it was is listed with its reason. */
export function BulkActions({ ids, archived, clear, owners }: BulkActionsProps) {
  const t = useTranslator(listPages)
  const [open, setOpen] = useState<'assign' | 'archive' | null>(null)
  const [left, setLeft] = useState<BulkResult['left']>([])
  const finish = (result: BulkResult, undo?: () => Promise<void>) => {
    setOpen(null)
    setLeft(result.left)
    if (result.done.length > 0)
      showToast({ text: t('bulkDone', { count: result.done.length }), ...(undo ? { undo } : {}) })
    if (result.left.length === 0) clear()
  }
  const change = async (action: typeof archiveAccounts, accountIds: readonly string[]) => {
    const state = await action(idle, formOf(accountIds))
    if (state.status === 'done') return state.value
    if (state.status === 'refused') showToast({ text: state.sentence, tone: 'risk' })
    return null
  }
  const archive = async () => {
    const result = await change(archiveAccounts, ids)
    if (result) finish(result, async () => void (await change(restoreAccounts, result.done)))
  }
  const restore = async () => {
    const result = await change(restoreAccounts, ids)
    if (result) finish(result)
  }

  return (
    <>
      {archived ? (
        <button type="button" className="button small" onClick={restore}>
          <Icon name="archive-restore" />
          {t('restore')}
        </button>
      ) : (
        <>
          <button type="button" className="button small" onClick={() => setOpen('assign')}>
            <Icon name="user-plus" />
            {t('assign')}
          </button>
          <button type="button" className="button small" onClick={() => setOpen('archive')}>
            <Icon name="archive" />
            {t('archive')}
          </button>
        </>
      )}
      <Dialog open={open === 'assign'} onOpenChange={() => setOpen(null)} title={t('assign')}>
        <Form action={assignAccounts} submit={t('assign')} warn={false} onDone={(result) => finish(result)}>
          {ids.map((id) => (
            <input key={id} type="hidden" name="accountIds" defaultValue={id} />
          ))}
          <SelectField name="ownerId" label={t('assignTo')} required options={owners} />
        </Form>
      </Dialog>
      <ConfirmDialog
        open={open === 'archive'}
        onOpenChange={() => setOpen(null)}
        title={t('archiveCount', { count: ids.length })}
        text={t('archiveText')}
        verb={t('archive')}
        onConfirm={archive}
      />
      <Dialog open={left.length > 0} onOpenChange={() => setLeft([])} title={t('bulkLeft', { count: left.length })}>
        <ul className="rows">
          {left.map(({ id, name, reason }) => (
            <li key={id}>
              <span className="grow">{name ?? '—'}</span>
              <span className="text-muted">{t(`left_${reason}`)}</span>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}

function formOf(accountIds: readonly string[]): FormData {
  const form = new FormData()
  for (const id of accountIds) form.append('accountIds', id)
  return form
}
