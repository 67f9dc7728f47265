import 'server-only'
import type { z } from 'zod'
import type { Actor } from './actor'
import type { Command } from './command'
import { refusedResponse } from './http'
import type { Locale } from './messages'
import { perform } from './perform'
import { Refusal } from './refusal'
import { isOwnOrigin } from './request-guard'

/** The largest request of files, in bytes; a command decides how large one file may be. */
const mostBody = 54_000_000

/**
 * Receives files as `multipart/form-data`: performs `command` once for each, with `name` and `content` beside the other
 * fields and what `shared` says of so many files. Answers what was stored and, by name, what was refused and why; 422 when nothing was stored.
 */
export async function receiveFiles(
  request: Request,
  command: Command<z.ZodType, unknown> | undefined,
  actor: Actor | null,
  locale: Locale,
  shared: (files: number) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<Response> {
  try {
    if (!isOwnOrigin(request.headers)) throw new Refusal('foreignOrigin')
    if (!actor) throw new Refusal('signedOut')
    if (!command) throw new Refusal('notFound')
    const { given, fields } = await partsOf(request)
    const common = shared(given.length)
    const files: unknown[] = []
    const refused: { name: string; code: string; sentence: string }[] = []
    for (const file of given) {
      const input = {
        ...fields,
        ...common,
        name: file.name || 'file',
        content: new Uint8Array(await file.arrayBuffer()),
      }
      const result = await perform(command, actor, input)
      if (result.ok) files.push(result.value)
      else refused.push({ name: file.name, code: result.refusal.code, sentence: sentenceOf(result.refusal, locale) })
    }
    return Response.json(
      { files, refused },
      { status: files.length > 0 ? 200 : 422, headers: { 'cache-control': 'private, no-store' } },
    )
  } catch (error) {
    return refusedResponse(error, 'upload', locale)
  }
}

/** The refusal of the file itself says more than that a field is wrong. */
const sentenceOf = (refusal: Refusal, locale: Locale) =>
  refusal.code === 'invalid'
    ? (Object.values(refusal.fieldSentences(locale))[0] ?? refusal.sentence(locale))
    : refusal.sentence(locale)

async function partsOf(request: Request): Promise<{ given: File[]; fields: Record<string, string> }> {
  const form = await formOf(request)
  const given = form.getAll('file').filter((part): part is File => part instanceof File)
  if (given.length === 0) throw new Refusal('invalid', {}, { file: { code: 'required' } })
  const fields = Object.fromEntries(
    [...form].filter((part): part is [string, string] => part[0] !== 'file' && typeof part[1] === 'string'),
  )
  return { given, fields }
}

/** Reads no more than the largest request, whatever length it claims. */
async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) throw new Refusal('invalid')
  if (Number(request.headers.get('content-length')) > mostBody) throw new Refusal('requestTooLarge')
  let read = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength
        if (read > mostBody) controller.error(new Refusal('requestTooLarge'))
        else controller.enqueue(chunk)
      },
    }),
  )
  try {
    return await new Response(counted, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Refusal(read > mostBody ? 'requestTooLarge' : 'invalid')
  }
}
