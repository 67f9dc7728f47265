'use client'
import type { ReactNode } from 'react'
import { type FormAction, idle } from '@/lib/kernel/form-state'
import { Form } from './form'
import { showToast } from './toasts'

export type PressValues = Readonly<Record<string, string>>

/** Sends values to an action without a form on screen; a refusal is said in a notice. */
export async function press<Value>(action: FormAction<Value>, values: PressValues): Promise<Value | null> {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  const state = await action(idle, form)
  if (state.status === 'refused') showToast({ text: state.sentence, tone: 'risk' })
  return state.status === 'done' ? state.value : null
}

type PressProps<Value, Undone> = {
  action: FormAction<Value>
  values: PressValues
  className?: string
  /** Name for screen readers, where the button shows an icon alone or its word says too little. */
  label?: string
  /** Said when it is done … */
  done?: string
  /** … with a way back for ten seconds. */
  undo?: FormAction<Undone>
  /** Where to go when done. */
  after?: string
  children: ReactNode
}

/** One press that does one thing: a form without fields, so it works without JavaScript. */
export function Press<Value, Undone>(props: PressProps<Value, Undone>) {
  const { action, values, className = 'button small', label, done, undo, after, children } = props
  return (
    <Form
      action={action}
      foot="none"
      warn={false}
      {...(label ? { label } : {})}
      {...(after ? { after } : {})}
      onDone={() =>
        done && showToast({ text: done, ...(undo ? { undo: async () => void (await press(undo, values)) } : {}) })
      }
    >
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      <button type="submit" className={`self-start ${className}`} aria-label={label}>
        {children}
      </button>
    </Form>
  )
}
