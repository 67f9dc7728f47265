'use client'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { runImport, undoImport } from '../actions'
import { words } from '../messages'

/** Lets happen what the dry run showed. */
export function RunButton({ batchId, version, count }: { batchId: string; version: number; count: number }) {
  const t = useTranslator(words)
  return (
    <Form action={runImport} foot="none" warn={false}>
      <input type="hidden" name="batchId" defaultValue={batchId} />
      <input type="hidden" name="version" defaultValue={version} />
      <button type="submit" className="button primary">
        {t('run', { count })}
      </button>
    </Form>
  )
}

/** Goes on where a run stopped. */
export function ResumeButton({ batchId }: { batchId: string }) {
  const t = useTranslator(words)
  return (
    <Form action={runImport} foot="none" warn={false}>
      <input type="hidden" name="batchId" defaultValue={batchId} />
      <button type="submit" className="button primary">
        {t('resumeRun')}
      </button>
    </Form>
  )
}

/** Takes the import back. The question is part of the page, so that it is asked without JavaScript too. */
export function UndoButton({ batchId, until }: { batchId: string; until: string }) {
  const t = useTranslator(words)
  return (
    <details className="w-full">
      <summary className="button">
        <Icon name="undo-2" />
        {t('undo')}
      </summary>
      <div className="mt-3 flex flex-col gap-3">
        <p>{t('undoHint', { day: until })}</p>
        <Form action={undoImport} foot="none" warn={false}>
          <input type="hidden" name="batchId" defaultValue={batchId} />
          <p className="font-medium">{t('undoSure')}</p>
          <div>
            <button type="submit" className="button danger">
              {t('undo')}
            </button>
          </div>
        </Form>
      </div>
    </details>
  )
}
