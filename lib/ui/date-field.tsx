'use client'
import { useEffect, useRef, useState } from 'react'
import { formatDay, parseDay } from '@/lib/kernel/day'
import { Field, type FieldProps, useInitial } from './field'
import { fieldMessages } from './field-messages'
import { setControl } from './form-paths'
import { Icon } from './icon'
import { useCalendar, useLocale, useTranslator } from './locale'

type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD. */
  defaultValue?: string | null
  /** The earliest and latest day that the picker offers. */
  min?: string
  max?: string
}

/**
 * A day. It can be typed as people write it (2026/11/21, 115/11/21, 民國115年11月21日; the server reads it), picked from the
 * browser's own calendar, and on phones it is the phone's own date control. What was understood is said beside it.
 */
export function DateField({ defaultValue, min, max, hint, ...field }: DateFieldProps) {
  const t = useTranslator(fieldMessages)
  const locale = useLocale()
  const calendar = useCalendar()
  const initial = useInitial(field.name, defaultValue)
  const [typed, setTyped] = useState(initial)
  const [touch, setTouch] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const isDay = (box.current?.value ?? '') === '' || parseDay(box.current?.value ?? '') === box.current?.value
    setTouch(isDay && window.matchMedia('(pointer: coarse)').matches)
  }, [])
  const day = parseDay(typed)
  const understood =
    day && day !== typed.trim()
      ? formatDay(day, locale, 'long')
      : day && calendar === 'roc'
        ? formatDay(day, locale, 'long', 'roc')
        : null

  return (
    <Field {...field} hint={understood ?? hint ?? (touch ? undefined : t('dayHint'))}>
      {(control) => (
        <span className="with-button">
          <input
            {...control}
            ref={box}
            type={touch ? 'date' : 'text'}
            className="input"
            defaultValue={initial}
            min={min}
            max={max}
            autoComplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          {!touch && (
            <>
              <button
                type="button"
                className="button quiet square small"
                aria-label={`${t('pickDay')}: ${field.label}`}
                onClick={() => picker.current?.showPicker()}
              >
                <Icon name="calendar" />
              </button>
              <input
                ref={picker}
                type="date"
                className="picker"
                tabIndex={-1}
                aria-hidden="true"
                value={day ?? ''}
                min={min}
                max={max}
                onChange={(event) => setControl(box.current, event.currentTarget.value)}
              />
            </>
          )}
        </span>
      )}
    </Field>
  )
}
