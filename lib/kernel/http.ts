import 'server-only'
import type { z } from 'zod'
import type { Actor } from './actor'
import type { Command } from './command'
import { kernelMessages } from './kernel-messages'
import { logBug } from './log'
import type { Locale } from './messages'
import { type Asked, ask, askTogether, perform } from './perform'
import type { Query } from './query'
import { Refusal } from './refusal'
import { isOwnOrigin } from './request-guard'
import { translatorOf } from './translate'
import { isUnavailable } from './unavailable'

/** What the adapter needs to know of the modules: their commands and queries by name, and what names their record. */
export type Catalogue = {
  commands: ReadonlyMap<string, Command<z.ZodType, unknown>>
  queries: ReadonlyMap<string, Query<z.ZodType, unknown>>
  records: ReadonlyMap<string, string>
}

const statuses: Readonly<Record<string, number>> = {
  invalid: 422,
  idempotencyMismatch: 422,
  signedOut: 401,
  notAllowed: 403,
  foreignOrigin: 403,
  notFound: 404,
  requestTooLarge: 413,
  unavailable: 503,
  unexpected: 500,
}
const mostBody = 1_000_000

/**
 * Entry point 2 of 3: HTTP. `POST /accounts/{id}/archive` performs `accounts.archive` with the id as the module's
 * record; `GET /accounts/{id}/timeline` asks `accounts.timeline`. Refusals are `{ code, sentence, fields }`.
 */
export async function answer(
  request: Request,
  path: readonly string[],
  catalogue: Catalogue,
  actor: Actor | null,
  locale: Locale,
): Promise<Response> {
  try {
    if (!actor) throw new Refusal('signedOut')
    const [module = '', ...rest] = path
    const verb = rest.pop() ?? ''
    const record = catalogue.records.get(module)
    const given = rest.length === 1 && record ? { [record]: rest[0] } : {}
    if (rest.length > 1 || (rest.length === 1 && !record)) throw new Refusal('notFound')
    const name = `${module}.${verb}`
    return request.method === 'GET'
      ? await answerQuery(request, catalogue.queries.get(name), actor, given)
      : await answerCommand(request, catalogue.commands.get(name), actor, given)
  } catch (error) {
    return refusedResponse(error, path.join('/'), locale)
  }
}

async function answerQuery(
  request: Request,
  query: Query<z.ZodType, unknown> | undefined,
  actor: Actor,
  given: object,
) {
  if (!query) throw new Refusal('notFound')
  const params = Object.fromEntries(new URL(request.url).searchParams)
  return json(await ask(query, actor, { ...params, ...given }))
}

async function answerCommand(
  request: Request,
  command: Command<z.ZodType, unknown> | undefined,
  actor: Actor,
  given: object,
) {
  if (!isOwnOrigin(request.headers)) throw new Refusal('foreignOrigin')
  if (!command || command.internal) throw new Refusal('notFound')
  const key = request.headers.get('idempotency-key')?.slice(0, 100) || undefined
  const result = await perform(command, actor, { ...(await bodyOf(request)), ...given }, { key })
  if (!result.ok) throw result.refusal
  return json(result.value ?? null)
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text.length > mostBody) throw new Refusal('invalid')
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    // Falls through: text that is no JSON is refused like JSON that is no object.
  }
  throw new Refusal('invalid')
}

/** Any failure as an answer that reveals nothing: a refusal's sentences, a retry hint, or a reference. */
export function refusedResponse(error: unknown, where: string, locale: Locale): Response {
  const refusal =
    error instanceof Refusal
      ? error
      : isUnavailable(error)
        ? new Refusal('unavailable')
        : new Refusal('unexpected', { reference: logBug(error, where) })
  const status = statuses[refusal.code] ?? 409
  return json(
    { code: refusal.code, sentence: refusal.sentence(locale), fields: refusal.fieldSentences(locale) },
    status,
    status === 503 ? { 'retry-after': '2' } : {},
  )
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store', ...headers } })

/**
 * Answers of several queries in one, read together, for route handlers that compose modules; what one of them refuses is
 * left out, and failures are answered like everywhere.
 */
export async function answerTogether<O>(
  where: string,
  actor: Actor | null,
  locale: Locale,
  asked: readonly { query: Query<z.ZodType, O>; raw: unknown }[],
  compose: (found: readonly O[]) => unknown,
): Promise<Response> {
  try {
    if (!actor) throw new Refusal('signedOut')
    const results = await askTogether(actor, asked as readonly Asked[])
    return json(compose(results.flatMap((result) => (result.ok ? [result.value as O] : []))))
  } catch (error) {
    return refusedResponse(error, where, locale)
  }
}

/** The retry hint in the reader's language, for pages that could not be read. */
export const unavailableSentence = (locale: Locale) => translatorOf(kernelMessages, locale)('unavailable')
