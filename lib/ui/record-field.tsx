'use client'
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type ControlProps, Field, type FieldProps, useInitial } from './field'
import { useForm } from './form-context'
import { textAt } from './form-paths'
import type { RecordBoxProps } from './overlay/record-box'

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
export function RecordField({ defaultValue = null, textName, ...props }: RecordFieldProps) {
  const { search, placeholder, onChoose, ...field } = props
  const form = useForm()
  const id = useInitial(field.name, defaultValue?.id)
  const typedText = textName ? textAt(form.input, textName) : undefined
  const known = defaultValue && defaultValue.id === id ? defaultValue : null
  const initial = { id, text: typedText ?? known?.title ?? '' }
  return (
    <Field {...field}>
      {(control) => <Waking {...{ control, search, initial, textName, placeholder, onChoose }} />}
    </Field>
  )
}

type Awake = { Box: ComponentType<RecordBoxProps>; text: string; isFocused: boolean }

/**
 * A plain input until the reader begins with the form; then the list under it is loaded and takes its place, with text and
 * focus as they are: at once, so that no key falls between the two. A word that is being composed is finished first. Without
 * scripts, or when loading fails, it stays plain.
 */
function Waking(props: Omit<RecordBoxProps, 'isFocused'>) {
  const { control, initial, textName, placeholder } = props
  const plain = useRef<HTMLInputElement>(null)
  const [awake, setAwake] = useState<Awake | null>(null)
  useEffect(() => {
    const input = plain.current
    const place = input?.closest('form') ?? input
    if (!input || !place) return
    let composing = false
    const start = () => {
      composing = true
    }
    const end = () => {
      composing = false
    }
    const swap = (Box: Awake['Box']) => {
      if (composing) input.addEventListener('compositionend', () => swap(Box), { once: true })
      else flushSync(() => setAwake({ Box, text: input.value, isFocused: document.activeElement === input }))
    }
    const wake = () =>
      void import('./overlay/record-box').then(
        (each) => swap(each.RecordBox),
        () => undefined,
      )
    input.addEventListener('compositionstart', start)
    input.addEventListener('compositionend', end)
    place.addEventListener('focusin', wake, { once: true })
    if (place.contains(document.activeElement)) wake()
    return () => {
      input.removeEventListener('compositionstart', start)
      input.removeEventListener('compositionend', end)
      place.removeEventListener('focusin', wake)
    }
  }, [])
  if (awake) {
    const { Box, text, isFocused } = awake
    const id = text === initial.text ? initial.id : ''
    return <Box {...props} initial={{ id, text }} isFocused={isFocused} />
  }
  return <Plain {...{ control, initial, textName, placeholder }} input={plain} />
}

type PlainProps = Pick<RecordBoxProps, 'initial' | 'textName' | 'placeholder'> & {
  control: ControlProps
  input: RefObject<HTMLInputElement | null>
}

function Plain({ control, initial, textName, placeholder, input }: PlainProps) {
  return (
    <>
      <input type="hidden" name={control.name} defaultValue={initial.id} />
      <input
        {...control}
        ref={input}
        name={textName}
        className="input"
        defaultValue={initial.text}
        placeholder={placeholder}
        autoComplete="off"
      />
    </>
  )
}
