/** JSON with keys in code-point order, no spaces, integers as integers (H01): equal values give equal text. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === undefined || value === null) return 'null'
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  return typeof value === 'object' ? ofObject(value as Readonly<Record<string, unknown>>) : JSON.stringify(value)
}

/** Every change of every row goes through here: the keys are sorted without a comparison of ours. */
function ofObject(value: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const each = value[key]
    if (each !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(each)}`
  }
  return `{${text}}`
}
