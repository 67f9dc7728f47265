'use client'
import type { ReactNode } from 'react'
import { type FormAction, idle } from '@/lib/kernel/form-state'
import { Form } from '@/lib/ui/form'
import { showToast } from '@/lib/ui/toasts'

type Values = Readonly<Record<string, string>>
type PressProps<Value, Undone> = {
  action: FormAction<Value>
  values: Values
  className?: string
  label?: string
  /** Said when it is done, with a way back for ten seconds. */
  done?: string
  undo?: FormAction<Undone>
  children: ReactNode
}

/** One press that does one thing: works without JavaScript, and offers the way back where there is one. */
export function Press<Value, Undone>({
  action,
  values,
  className = 'button small',
  label,
  done,
  undo,
  children,
}: PressProps<Value, Undone>) {
  return (
    <Form
      action={action}
      foot="none"
      warn={false}
      label={label}
      onDone={() => done && showToast({ text: done, ...(undo ? { undo: () => send(undo, values) } : {}) })}
    >
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      <button type="submit" className={className} aria-label={label}>
        {children}
      </button>
    </Form>
  )
}

/** Sends values to an action without a form on screen. */
export async function send<Value>(action: FormAction<Value>, values: Values): Promise<void> {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  const state = await action(idle, data)
  if (state.status === 'refused') showToast({ text: state.sentence, tone: 'risk' })
}
