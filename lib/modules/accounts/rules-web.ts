/** `https://…` for a website as people type it, or null when it is no web address: then it is shown as text. */
export function webAddressOf(typed: string | null): string | null {
  if (!typed || /\s/.test(typed)) return null
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d/.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(candidate)) return null
  const { protocol, hostname } = new URL(candidate)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? candidate : null
}
