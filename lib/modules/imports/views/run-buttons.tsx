'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { runImport, undoImport } from '../actions'
import { words } from '../messages'

/** Lets happen what the dry run showed. */
export function RunButton({ batchId, version, count }: { batchId: string; version: number; count: number }) {
  const t = useTranslator(words)
  return (
    <Press action={runImport} values={{ batchId, version: String(version) }} className="button primary">
      {t('run', { count })}
    </Press>
  )
}

/** Goes on where a run stopped. */
export function ResumeButton({ batchId }: { batchId: string }) {
  const t = useTranslator(words)
  return (
    <Press action={runImport} values={{ batchId }} className="button primary">
      {t('resumeRun')}
    </Press>
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
        <p className="font-medium">{t('undoSure')}</p>
        <Press action={undoImport} values={{ batchId }} className="button danger">
          {t('undo')}
        </Press>
      </div>
    </details>
  )
}
