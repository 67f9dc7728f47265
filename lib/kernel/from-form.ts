const mostDepth = 4
const mostIndex = 500

/**
 * `phones.0.value=…` becomes `{ phones: [{ value: … }] }`; a name that comes twice becomes a list.
 * What is no form at all, as anybody may send to an action, has no fields.
 * Names that start with `$` belong to the framework; names that could reach a prototype, or are too deep, are left out.
 */
export function fromForm(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  if (!isForm(form)) return root
  for (const [path, value] of form) {
    const keys = path.split('.')
    if (path.startsWith('$') || keys.length > mostDepth || keys.some((key) => !isSafe(key))) continue
    const last = keys.pop() ?? path
    const node = keys.reduce((parent, key, i) => child(parent, key, keys[i + 1] ?? last), root)
    const before = node[last]
    node[last] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return root
}

/** Whether an action was really called with a form; its type is only a promise of our own pages. */
export const isForm = (sent: unknown): sent is FormData => sent instanceof FormData

const isSafe = (key: string) =>
  key !== '__proto__' && key !== 'constructor' && key !== 'prototype' && !(/^\d+$/.test(key) && Number(key) > mostIndex)

function child(node: Record<string, unknown>, key: string, next: string) {
  const existing = node[key]
  if (typeof existing !== 'object' || existing === null) node[key] = /^\d+$/.test(next) ? [] : {}
  return node[key] as Record<string, unknown>
}
