'use client'
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { Field, type FieldProps, useInitial } from './field'

type TextFieldProps = FieldProps & {
  defaultValue?: string | number | null
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'time' | 'email' | 'tel' | 'url' | 'password' | 'search'>
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url'
  placeholder?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  maxLength?: number
  autoFocus?: boolean
  /** A word or sign after the value: NT$, %, days. */
  unit?: string
}

/** One line of text, a number, an address. */
export function TextField({ defaultValue, type = 'text', unit, ...props }: TextFieldProps) {
  const { inputMode, placeholder, autoComplete = 'off', maxLength, autoFocus, ...field } = props
  const initial = useInitial(field.name, type === 'password' ? '' : defaultValue)
  return (
    <Field {...field}>
      {(control) => {
        const input = (
          <input
            {...control}
            type={type}
            className="input"
            defaultValue={type === 'password' ? '' : initial}
            inputMode={inputMode}
            placeholder={placeholder}
            autoComplete={autoComplete}
            maxLength={maxLength}
            // biome-ignore lint/a11y/noAutofocus: only where a page has one purpose (sign-in, search, a dialog's first field).
            autoFocus={autoFocus}
          />
        )
        if (!unit) return input
        return (
          <span className="with-unit">
            {input}
            <span className="unit">{unit}</span>
          </span>
        )
      }}
    </Field>
  )
}

type TextAreaFieldProps = FieldProps & {
  defaultValue?: string | null
  rows?: number
  placeholder?: string
  maxLength?: number
}

/** Several lines; grows with what is typed. */
export function TextAreaField({ defaultValue, rows = 3, placeholder, maxLength, ...field }: TextAreaFieldProps) {
  const initial = useInitial(field.name, defaultValue)
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className="input area"
          defaultValue={initial}
          rows={rows}
          placeholder={placeholder}
          maxLength={maxLength}
        />
      )}
    </Field>
  )
}
