'use client'
import { type ReactNode, useRef, useState } from 'react'
import { FieldRefusal, useControl } from './field'
import { fieldMessages } from './field-messages'
import { useForm } from './form-context'
import { valueAt } from './form-paths'
import { Icon } from './icon'
import { useTranslator } from './locale'

type RepeatedRowsProps<Row> = {
  /** The list's path; the fields of row 0 are `phones.0.value` and so on. */
  name: string
  label: string
  addLabel: string
  initial?: readonly Row[]
  /** What a new row starts with. */
  blank: Row
  /** How many rows there are at least on screen, so that typing can start at once. */
  least?: number
  most?: number
  /** Draws one row; `path` is the beginning of its fields' names. */
  children: (row: Row, path: string) => ReactNode
}

/** A list of small groups of fields: phones, addresses, e-mails. Rows keep their values when others come or go. */
export function RepeatedRows<Row>(props: RepeatedRowsProps<Row>) {
  const { name, label, addLabel, initial = [], blank, least = 0, most = 20, children } = props
  const t = useTranslator(fieldMessages)
  const { control, sentence } = useControl(name)
  const typed = valueAt(useForm().input, name)
  const [rows, setRows] = useState(() => {
    const count = Math.max(typed && typeof typed === 'object' ? Object.keys(typed).length : initial.length, least)
    return Array.from({ length: count }, (_, index) => ({ key: index, row: initial[index] ?? blank }))
  })
  const group = useRef<HTMLFieldSetElement>(null)
  const next = useRef(rows.length)

  const change = (update: () => void, focus: 'last' | 'add') => {
    update()
    requestAnimationFrame(() => {
      const last = group.current?.querySelector('.row:last-of-type :is(input:not([type=hidden]), select, textarea)')
      const target = focus === 'last' ? last : group.current?.querySelector('[data-add]')
      if (target instanceof HTMLElement) target.focus()
      group.current?.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
  const add = () => {
    next.current += 1
    const key = next.current
    change(() => setRows((before) => [...before, { key, row: blank }]), 'last')
  }
  const remove = (key: number) => change(() => setRows((before) => before.filter((each) => each.key !== key)), 'add')

  return (
    <fieldset ref={group} className="field span-2" data-field={name} aria-describedby={control['aria-describedby']}>
      <legend className="label">{label}</legend>
      <div className="rows-of-fields">
        {rows.map(({ key, row }, index) => (
          <div key={key} className="row">
            <div className="row-fields">{children(row, `${name}.${index}`)}</div>
            <button
              type="button"
              className="button quiet square"
              aria-label={t('removeNamed', { name: `${label} ${index + 1}` })}
              onClick={() => remove(key)}
            >
              <Icon name="trash" />
            </button>
          </div>
        ))}
      </div>
      {rows.length < most && (
        <button type="button" className="button small self-start" data-add="" onClick={add}>
          <Icon name="plus" />
          {addLabel}
        </button>
      )}
      <FieldRefusal id={control.id} name={name} sentence={sentence} />
    </fieldset>
  )
}
