import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse, pulled } from '@/lib/kernel/download'
import { text } from '@/lib/kernel/export/cell'
import { csvWriter } from '@/lib/kernel/export/csv'
import { xlsxWriter } from '@/lib/kernel/export/xlsx'
import { refusedResponse } from '@/lib/kernel/http'
import type { Locale } from '@/lib/kernel/messages'
import { ask } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { translatorOf } from '@/lib/kernel/translate'
import { words } from './messages'
import type { Reason } from './model'
import { sayReason } from './model-said'
import { byId, refusedRows } from './queries'

const formats = { 'refused.csv': 'csv', 'refused.xlsx': 'xlsx' } as const

/**
 * The refused rows of an import as a file: their own columns, then the reason in the reader's language, so that they can
 * be mended and imported again. `name` is `refused.csv` or `refused.xlsx`.
 */
export async function refusedFile(
  actor: Actor | null,
  batchId: string,
  name: string,
  locale: Locale,
): Promise<Response> {
  try {
    if (!actor) throw new Refusal('signedOut')
    const format = name in formats ? formats[name as keyof typeof formats] : null
    if (!format) throw new Refusal('notFound')
    return await streamed(actor, batchId, format, locale)
  } catch (error) {
    const hidden = error instanceof Refusal && error.code === 'invalid' ? new Refusal('notFound') : error
    return refusedResponse(hidden, 'imports.refused', locale)
  }
}

async function streamed(actor: Actor, batchId: string, format: 'csv' | 'xlsx', locale: Locale): Promise<Response> {
  const t = translatorOf(words, locale)
  const { fileName } = await ask(byId, actor, { batchId })
  const title = t('refusedRows')
  const writer = format === 'csv' ? csvWriter(actor.timeZone) : xlsxWriter(title, actor.timeZone)
  let part: Part | null = await ask(refusedRows, actor, { batchId, after: 0 })
  const { header } = part
  let place: 'head' | 'rows' | 'foot' | 'end' = 'head'
  const next = async (): Promise<Uint8Array | null> => {
    if (place === 'head') {
      place = 'rows'
      return writer.begin([...header, t('report_reason')])
    }
    if (place === 'rows' && part) {
      const cells = part.rows.map((row) => cellsOf(row, header.length, locale))
      part = part.after === null ? null : await ask(refusedRows, actor, { batchId, after: part.after })
      if (!part) place = 'foot'
      return writer.rows(cells)
    }
    const isFoot = place === 'foot'
    place = 'end'
    return isFoot ? writer.end() : null
  }
  const stem = fileName.replace(/\.[^.]*$/, '')
  return downloadResponse({
    name: `${stem}-${title}.${writer.extension}`,
    mediaType: writer.mediaType,
    body: pulled(next),
  })
}

type Part = { header: readonly string[]; rows: readonly RefusedRow[]; after: number | null }
type RefusedRow = { number: number; raw: readonly string[]; reason: Reason | null }

const cellsOf = ({ raw, reason }: RefusedRow, width: number, locale: Locale) => [
  ...Array.from({ length: width }, (_, index) => text(raw[index])),
  text(reason && sayReason(reason, locale)),
]
