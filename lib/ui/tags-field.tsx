'use client'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { isComposing } from './composing'
import { Field, type FieldProps } from './field'
import { fieldMessages } from './field-messages'
import { useForm } from './form-context'
import { textsAt } from './form-paths'
import { Icon } from './icon'
import { useTranslator } from './locale'

type TagsFieldProps = FieldProps & { defaultValue?: readonly string[]; suggestions?: readonly string[] }

/** Several short words. Enter or a comma adds one, Backspace in the empty box takes the last away; each is sent under the name. */
export function TagsField({ defaultValue = [], suggestions = [], ...field }: TagsFieldProps) {
  const t = useTranslator(fieldMessages)
  const typed = textsAt(useForm().input, field.name)
  const [tags, setTags] = useState<readonly string[]>(() => typed ?? [...defaultValue])
  const box = useRef<HTMLInputElement>(null)
  const list = useId()

  const change = (next: readonly string[]) => {
    setTags(next)
    queueMicrotask(() => box.current?.dispatchEvent(new Event('input', { bubbles: true })))
  }
  const add = () => {
    const words = (box.current?.value ?? '').split(/[,，、\n]/).map((word) => word.trim())
    const fresh = words.filter((word, index) => word !== '' && words.indexOf(word) === index && !tags.includes(word))
    if (box.current) box.current.value = ''
    if (fresh.length > 0) change([...tags, ...fresh])
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    const isEmpty = event.currentTarget.value === ''
    if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey && !isEmpty) || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && isEmpty && tags.length > 0) change(tags.slice(0, -1))
  }

  return (
    <Field {...field} hint={field.hint ?? t('tagAdd')}>
      {({ name, ...control }) => (
        <div className="input tags">
          {tags.map((tag) => (
            <span key={tag} className="chip bordered">
              {tag}
              <input type="hidden" name={name} value={tag} />
              <button
                type="button"
                aria-label={t('removeNamed', { name: tag })}
                onClick={() => change(tags.filter((each) => each !== tag))}
              >
                <Icon name="x" />
              </button>
            </span>
          ))}
          <input
            {...control}
            ref={box}
            name={tags.length === 0 ? name : undefined}
            list={list}
            onKeyDown={onKeyDown}
            onBlur={add}
            autoComplete="off"
          />
          <datalist id={list}>
            {suggestions.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </div>
      )}
    </Field>
  )
}
