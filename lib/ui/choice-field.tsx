'use client'
import type { ReactNode } from 'react'
import { Field, type FieldProps, FieldRefusal, RequiredMark, useControl, useInitial } from './field'
import { fieldMessages } from './field-messages'
import { useForm } from './form-context'
import { textsAt } from './form-paths'
import { useTranslator } from './locale'

export type Choice = { value: string; label: string; hint?: string }

type SelectFieldProps = FieldProps & {
  options: readonly Choice[]
  defaultValue?: string | null
  /** Word of the empty option; "Choose…" without it. Null leaves the empty option out. */
  empty?: string | null
}

/** One of several, in a list that opens. */
export function SelectField({ options, defaultValue, empty, ...field }: SelectFieldProps) {
  const t = useTranslator(fieldMessages)
  const initial = useInitial(field.name, defaultValue)
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="input select" defaultValue={initial}>
          {empty !== null && <option value="">{empty ?? t('choose')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type ChoiceFieldProps = FieldProps & {
  options: readonly Choice[]
  /** Several may be chosen; the form then sends the name once per choice. */
  multiple?: boolean
  defaultValue?: string | readonly string[] | null
}

/** A few options side by side as chips: one tap each. */
export function ChoiceField({ options, multiple = false, defaultValue, ...field }: ChoiceFieldProps) {
  const { name, label, hint, required = false, quiet = false, span } = field
  const { control, sentence } = useControl(name, required, hint !== undefined)
  const typed = textsAt(useForm().input, name)
  const chosen = typed ?? (defaultValue === null || defaultValue === undefined ? [] : [defaultValue].flat())
  return (
    <fieldset
      className={span === 2 ? 'field span-2' : 'field'}
      data-field={name}
      aria-describedby={control['aria-describedby']}
      aria-invalid={control['aria-invalid']}
    >
      <legend className={quiet ? 'hush' : 'label'}>
        {label}
        {required && <RequiredMark />}
      </legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice" title={option.hint}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p className="hint" id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldRefusal id={control.id} name={name} sentence={sentence} />
    </fieldset>
  )
}

type CheckboxFieldProps = Omit<FieldProps, 'quiet' | 'label'> & { label: ReactNode; defaultChecked?: boolean }

/** Yes or no. Unticked sends nothing. */
export function CheckboxField({
  name,
  label,
  hint,
  required = false,
  span,
  defaultChecked = false,
}: CheckboxFieldProps) {
  const { control, sentence } = useControl(name, required, hint !== undefined)
  const form = useForm()
  const initial = form.input === undefined ? defaultChecked : textsAt(form.input, name) !== undefined
  return (
    <div className={span === 2 ? 'field span-2' : 'field'} data-field={name}>
      <label className="tick" htmlFor={control.id}>
        <input {...control} type="checkbox" value="true" defaultChecked={initial} />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p className="hint indented" id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldRefusal id={control.id} name={name} sentence={sentence} />
    </div>
  )
}
