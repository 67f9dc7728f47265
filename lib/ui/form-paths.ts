import { kernelMessages } from '@/lib/kernel/kernel-messages'
import type { Locale } from '@/lib/kernel/messages'

/** The value at a form path (`phones.0.value`) of what was typed, or undefined when it is not there. */
export function valueAt(input: unknown, path: string): unknown {
  let value = input
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** The value at a path as text for an input; files and nested values have none. */
export function textAt(input: unknown, path: string): string | undefined {
  const value = valueAt(input, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** The values at a path as a list: forms send one value as itself and several as a list. */
export function textsAt(input: unknown, path: string): string[] | undefined {
  const value = valueAt(input, path)
  if (value === undefined) return undefined
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string')
}

/**
 * The other person's value, read from the kernel's sentence "meanwhile changed to …", or null when the sentence says
 * something else. A dash stands for an emptied field.
 */
export function theirsIn(sentence: string, locale: Locale): string | null {
  const [head = '', tail = ''] = kernelMessages[locale].changedTo.split('{theirs}')
  if (!sentence.startsWith(head) || !sentence.endsWith(tail)) return null
  const theirs = sentence.slice(head.length, sentence.length - tail.length)
  return theirs === '—' ? '' : theirs
}

/** Where a finished form leads: `/accounts/{id}` with the values of what the action answered. */
export function addressOf(template: string, value: unknown): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (_, key: string) => encodeURIComponent(textAt(value, key) ?? ''))
}

/** Puts a value into a control as if the reader had typed it, so that everything that listens hears it. */
export function setControl(control: Element | RadioNodeList | null, value: string): void {
  if (control instanceof RadioNodeList) {
    control.value = value
    for (const each of control) each.dispatchEvent(new Event('input', { bubbles: true }))
    return
  }
  if (
    !(
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
  )
    return
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set
  setter?.call(control, value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
