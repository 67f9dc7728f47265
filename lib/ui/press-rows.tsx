'use client'
import { type ReactNode, useId, useRef } from 'react'
import type { FormAction } from '@/lib/kernel/form-state'
import { Form } from './form'
import { type PressValues, press } from './press'
import { showToast } from './toasts'

type RowsPress<Value, Undone> = {
  action: FormAction<Value>
  /** Under which name a row's button sends which row it is. */
  name: string
  /** What every row's button sends besides. */
  values?: PressValues
  /** A way back for ten seconds. */
  undo?: FormAction<Undone>
}

export type RowButton = (row: { id: string; label: string; done?: string; className?: string }) => {
  type: 'submit'
  form: string
  name: string
  value: string
  className: string
  'aria-label': string
  onClick: () => void
}

/**
 * The same one press for every row of a list, without a form for every row: one empty form, and buttons that belong to it
 * and say which row they mean. `done` is what is said when it is done; where nothing is, what changed is seen.
 */
export function usePressRows<Value, Undone>(spec: RowsPress<Value, Undone>): { form: ReactNode; button: RowButton } {
  const { action, name, values = {}, undo } = spec
  const form = useId()
  const pressed = useRef({ id: '', done: '' })
  const onDone = () => {
    const { id, done } = pressed.current
    if (!done) return
    showToast({ text: done, ...(undo ? { undo: async () => void (await press(undo, { [name]: id })) } : {}) })
  }
  const button: RowButton = ({ id, label, done = '', className = 'button small' }) => ({
    type: 'submit',
    form,
    name,
    value: id,
    className,
    'aria-label': label,
    onClick: () => {
      pressed.current = { id, done }
    },
  })
  return {
    form: (
      <Form action={action} id={form} foot="none" warn={false} onDone={onDone}>
        {Object.entries(values).map(([field, value]) => (
          <input key={field} type="hidden" name={field} defaultValue={value} />
        ))}
      </Form>
    ),
    button,
  }
}
