import 'server-only'
import { z } from 'zod'
import type { Actor } from '../actor'
import { command } from '../command'
import { dayOf } from '../day'
import { downloadResponse, pulled } from '../download'
import { refusedResponse } from '../http'
import type { Locale } from '../messages'
import { ask, perform } from '../perform'
import type { Permission } from '../permission'
import { query } from '../query'
import { Refusal } from '../refusal'
import { csvWriter } from './csv'
import type { ExportStep, ListExport } from './list-export'
import type { SheetWriter } from './writer'
import { xlsxWriter } from './xlsx'

/** Rows that are read, written and forgotten at a time. */
const stepSize = 500

const formats = ['csv', 'xlsx'] as const
type Format = (typeof formats)[number]

const started = z.strictObject({ list: z.string(), format: z.enum(formats), address: z.record(z.string(), z.string()) })
const finished = started.extend({ rows: z.number().int(), complete: z.boolean() })

/** Two entries of the log stand for one export: that it was asked for, and how many rows left. */
const begins = (permission: Permission) =>
  command({ name: 'lists.export', permission, input: started, run: async () => null })
const ends = (permission: Permission) =>
  command({ name: 'lists.exported', permission, input: finished, run: async () => null })

/**
 * `GET /api/export/{list}.csv?{the list's own query}`: exactly what the list shows, all of its pages, streamed in steps.
 * `format=csv|xlsx` says the same where the name has no ending.
 */
export async function exportResponse(
  request: Request,
  name: string,
  exports: ReadonlyMap<string, ListExport>,
  actor: Actor | null,
  locale: Locale,
): Promise<Response> {
  try {
    if (!actor) throw new Refusal('signedOut')
    if (request.headers.get('sec-fetch-site') === 'cross-site') throw new Refusal('foreignOrigin')
    const [, list = '', ending] = /^([a-z-]+)(?:\.([a-z]+))?$/.exec(name) ?? []
    const address = Object.fromEntries(new URL(request.url).searchParams)
    const format = formats.find((each) => each === (ending ?? address.format ?? 'csv'))
    const what = exports.get(list)
    if (!what || !format) throw new Refusal('notFound')
    return await streamed(what, format, address, { ...actor, locale })
  } catch (error) {
    return refusedResponse(error, 'export', locale)
  }
}

async function streamed(
  what: ListExport,
  format: Format,
  given: Record<string, string>,
  actor: Actor,
): Promise<Response> {
  const { format: _, after: __, before: ___, ...address } = given
  const entry = { list: what.name, format, address }
  const begun = await perform(begins(what.permission), actor, entry)
  if (!begun.ok) throw begun.refusal
  const writer = writerOf(format, what.title(actor.locale), actor.timeZone)
  const columns = what.columns(address.columns)
  const start = what.request(address, actor.locale)
  let rows = 0
  let closed = false
  const close = async (complete: boolean) => {
    if (closed) return
    closed = true
    await perform(ends(what.permission), actor, { ...entry, rows, complete })
  }
  const step = (after: string | null) => ask(stepOf(what, { ...start, after, before: null }, columns), actor, {})

  let last: ExportStep = await step(null)
  let place: 'head' | 'rows' | 'foot' | 'done' = 'head'
  const next = async (): Promise<Uint8Array | null> => {
    if (place === 'head') {
      place = 'rows'
      return writer.begin(what.header(columns, actor.locale))
    }
    if (place === 'rows') {
      const { after } = last
      const bytes = writer.rows(last.rows)
      rows += last.rows.length
      if (after === null) place = 'foot'
      else last = await step(after)
      return bytes
    }
    const bytes = place === 'foot' ? writer.end() : null
    place = 'done'
    if (bytes === null) await close(true)
    return bytes
  }
  const guarded = async () => {
    try {
      return await next()
    } catch (error) {
      await close(false)
      throw error
    }
  }
  const file = `${what.title(actor.locale)}-${dayOf(new Date(), actor.timeZone)}.${writer.extension}`
  return downloadResponse({ name: file, mediaType: writer.mediaType, body: pulled(guarded, () => close(false)) })
}

type Columns = ReturnType<ListExport['columns']>

const stepOf = (what: ListExport, request: ReturnType<ListExport['request']>, columns: Columns) =>
  query({
    name: 'lists.step',
    permission: what.permission,
    input: z.strictObject({}),
    run: (look) => what.step(look, request, columns, stepSize),
  })

const writerOf = (format: Format, title: string, timeZone: string): SheetWriter =>
  format === 'csv' ? csvWriter(timeZone) : xlsxWriter(title, timeZone)
