'use client'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextField } from '@/lib/ui/text-field'
import { checkTogether, runTogether, undoTogether } from '../actions'
import { words } from '../messages'
import { togetherWords } from '../messages-together'

type CheckProps = { togetherId: string; source: string; currency: string; again: boolean }

/** What holds for all files, and the button that tries them; nothing is written yet. */
export function CheckForm({ togetherId, source, currency, again }: CheckProps) {
  const t = useTranslator(words)
  const own = useTranslator(togetherWords)
  return (
    <Form
      action={checkTogether}
      submit={own(again ? 'checkAgain' : 'checkAll')}
      secondary={again}
      warn={false}
      label={own('checkAll')}
    >
      <input type="hidden" name="togetherId" defaultValue={togetherId} />
      <div className="form-grid">
        <TextField
          name="source"
          label={t('source')}
          hint={t('sourceHint')}
          maxLength={60}
          defaultValue={source}
          required
        />
        <TextField
          name="currency"
          label={t('labelled', { label: t('defaults'), value: t('field_currency') })}
          maxLength={3}
          defaultValue={currency}
          required
        />
      </div>
      <p className="hint">{own('checkAllHint')}</p>
    </Form>
  )
}

/** Lets happen what the dry run showed, or goes on where the run stopped. */
export function RunAll({ togetherId, seen, count }: { togetherId: string; seen?: number; count?: number }) {
  const own = useTranslator(togetherWords)
  const values = { togetherId, ...(seen === undefined ? {} : { seen: String(seen) }) }
  return (
    <Press action={runTogether} values={values} className="button primary">
      {count === undefined ? own('goOnAll') : own('runAll', { count })}
    </Press>
  )
}

/** Takes all files back. The question is part of the page, so that it is asked without JavaScript too. */
export function UndoAll({ togetherId, until }: { togetherId: string; until: string }) {
  const t = useTranslator(words)
  const own = useTranslator(togetherWords)
  return (
    <details className="w-full">
      <summary className="button">
        <Icon name="undo-2" />
        {own('undoAll')}
      </summary>
      <div className="mt-3 flex flex-col gap-3">
        <p>{t('undoHint', { day: until })}</p>
        <p>{own('undoAllHint')}</p>
        <p className="font-medium">{own('undoAllSure')}</p>
        <Press action={undoTogether} values={{ togetherId }} className="button danger">
          {own('undoAll')}
        </Press>
      </div>
    </details>
  )
}
