'use client'
import { Suspense } from 'react'
import { Field, type FieldProps, useInitial } from './field'
import { useForm } from './form-context'
import { textAt } from './form-paths'
import { later } from './later'

const RecordBox = later(() => import('./overlay/record-box').then((each) => each.RecordBox))

export type RecordChoice = { id: string; title: string; subtitle?: string }

type RecordFieldProps = FieldProps & {
  /** Answers `{ groups: [{ label, items: [{ id, title, subtitle }] }] }`; `q` is added. */
  search: string
  defaultValue?: RecordChoice | null
  /** Also sends what was typed under this name, where the server can make something of a name without an id. */
  textName?: string
  placeholder?: string
  onChoose?: (record: RecordChoice | null) => void
}

/** Another record, found by typing. The form sends its id under the field's name. */
export function RecordField({
  search,
  defaultValue = null,
  textName,
  placeholder,
  onChoose,
  ...field
}: RecordFieldProps) {
  const form = useForm()
  const id = useInitial(field.name, defaultValue?.id)
  const typedText = textName ? textAt(form.input, textName) : undefined
  const known = defaultValue && defaultValue.id === id ? defaultValue : null
  const initial = { id, text: typedText ?? known?.title ?? '' }
  return (
    <Field {...field}>
      {(control) => (
        <Suspense
          fallback={
            <>
              <input type="hidden" name={control.name} defaultValue={initial.id} />
              <input
                {...control}
                name={textName}
                className="input"
                defaultValue={initial.text}
                placeholder={placeholder}
              />
            </>
          }
        >
          <RecordBox
            control={control}
            search={search}
            initial={initial}
            textName={textName}
            placeholder={placeholder}
            onChoose={onChoose}
          />
        </Suspense>
      )}
    </Field>
  )
}
