'use client'
import type { ReactNode } from 'react'
import { useForm } from './form-context'
import { textAt } from './form-paths'
import { useTranslator } from './locale'
import { uiMessages } from './messages'

/** What a control needs to belong to its field: put it on the input. */
export type ControlProps = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

export type FieldProps = {
  /** The path of the value in the action's input: `title`, `phones.0.value`. */
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  /** Hides the label from sight, not from screen readers. */
  quiet?: boolean
  /** `2` spans two columns of a form grid. */
  span?: 1 | 2
}

/** Label, control, hint and refusal of one value, tied together for every reader. */
export function Field({ children, ...field }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { name, label, hint, required = false, quiet = false, span = 1 } = field
  const { control, sentence } = useControl(name, required, hint !== undefined)
  return (
    <div className={span === 2 ? 'field span-2' : 'field'} data-field={name}>
      <label htmlFor={control.id} className={quiet ? 'hush' : 'label'}>
        {label}
        {required && <RequiredMark />}
      </label>
      {children(control)}
      {hint !== undefined && (
        <p className="hint" id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldRefusal id={control.id} name={name} sentence={sentence} />
    </div>
  )
}

/** The word "required", where a value must be given. */
export function RequiredMark() {
  const t = useTranslator(uiMessages)
  return <span className="required">{t('required')}</span>
}

/** The refusal of one field. After a conflict it offers the other person's value. */
export function FieldRefusal({ id, name, sentence }: { id: string; name: string; sentence: string | undefined }) {
  const t = useTranslator(uiMessages)
  const { theirs, take } = useForm()
  const other = theirs[name]
  if (!sentence) return null
  return (
    <p className="refusal" id={`${id}-refusal`}>
      <span>{sentence}</span>
      {other !== undefined && (
        <button type="button" className="button small" onClick={() => take(name, other)}>
          {t('takeTheirs')}
        </button>
      )}
    </p>
  )
}

/** The properties that tie a control to its field, and the field's refusal. For controls that lay themselves out. */
export function useControl(name: string, required = false, hasHint = false) {
  const form = useForm()
  const sentence = form.sentences[name]
  const id = `${form.id}${name}`
  const described = [hasHint && `${id}-hint`, sentence && `${id}-refusal`].filter(Boolean).join(' ')
  const control: ControlProps = {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': sentence ? true : undefined,
    'aria-required': required || undefined,
  }
  return { control, sentence }
}

/** What a field shows first: what was typed before, else its default. */
export function useInitial(name: string, otherwise: string | number | null | undefined): string {
  const typed = textAt(useForm().input, name)
  return typed ?? (otherwise === null || otherwise === undefined ? '' : String(otherwise))
}
