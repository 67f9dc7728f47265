'use client'
import { useRouter } from 'next/navigation'
import { useId, useRef } from 'react'
import { CheckboxField } from '@/lib/ui/choice-field'
import { isComposing } from '@/lib/ui/composing'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { saveView } from '../actions'
import { viewMessages } from '../messages-views'
import { linkTo } from '../rules-views'

export type SaveViewProps = { list: string; path: string; selection: string }

/** Keeps what the list shows under a name. Escape and "cancel" go back to the list as it was. */
export function SaveViewForm({ list, path, selection }: SaveViewProps) {
  const t = useTranslator(viewMessages)
  const router = useRouter()
  const title = useId()
  const panel = useRef<HTMLDivElement>(null)
  const back = linkTo(path, selection)
  const named = () => panel.current?.querySelector<HTMLInputElement>('input[name="name"]')?.value.trim() ?? ''
  return (
    <div
      ref={panel}
      className="panel"
      role="dialog"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) router.replace(back, { scroll: false })
      }}
    >
      <h2 id={title} className="panel-title">
        {t('saveTitle')}
      </h2>
      <div className="px-2.5 pb-2">
        <Form
          action={saveView}
          cancelHref={back}
          after={back}
          onDone={() => showToast({ text: t('saved', { name: named() }) })}
        >
          <input type="hidden" name="list" defaultValue={list} />
          <input type="hidden" name="address" defaultValue={selection} />
          <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={60} required autoFocus />
          <CheckboxField name="shared" label={t('share')} hint={t('shareHint')} />
        </Form>
      </div>
    </div>
  )
}
