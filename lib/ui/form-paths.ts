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

/** Submits as a press of this button would, or of the form's primary one. */
export const pressSubmit = (form: HTMLFormElement, button: HTMLElement | null = null) =>
  form.requestSubmit(button?.isConnected ? button : form.querySelector<HTMLElement>('[type=submit]'))

/** The paths that have a field on screen, where their refusal can be said. */
export const housedIn = (form: HTMLFormElement): ReadonlySet<string> =>
  new Set([...form.querySelectorAll<HTMLElement>('[data-field]')].map((each) => each.dataset.field ?? ''))

/** The reader lands on the first refused field in reading order, or on the alert when no field is to blame. */
export function focusFirst(form: HTMLFormElement, paths: readonly string[]): void {
  const wanted = new Set(paths)
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')].filter((each) =>
    wanted.has(each.dataset.field ?? ''),
  )
  const control = fields[0]?.querySelector<HTMLElement>(':is(input:not([type=hidden]), select, textarea, button)')
  const target = control ?? form.querySelector<HTMLElement>('[role=alert]')
  target?.focus()
}
