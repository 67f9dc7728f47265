/** What became of an attempt to save. */
export type Sent<Value> =
  | { state: 'saved'; value: Value }
  | { state: 'refused'; code: string; sentence: string; fields: Readonly<Record<string, string>> }
  /** Nobody answered: it is kept and goes out by itself. */
  | { state: 'waiting' }
  /** The server could not: everything stays as it is, to try again. */
  | { state: 'failed'; sentence: string }

/** Posts to a command under a key of the caller's, so that however often it is sent it is done once. */
export async function sendOnce<Value>(address: string, key: string, payload: object): Promise<Sent<Value>> {
  let response: Response
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(payload),
    })
  } catch {
    return { state: 'waiting' }
  }
  const body = await readBody(response)
  if (response.ok) return { state: 'saved', value: body as Value }
  const sentence = typeof body.sentence === 'string' ? body.sentence : ''
  if (response.status >= 500) return { state: 'failed', sentence }
  const fields = (body.fields ?? {}) as Record<string, string>
  return { state: 'refused', code: String(body.code ?? ''), sentence, fields }
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>
  } catch {
    return {}
  }
}
