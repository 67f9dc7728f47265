import 'server-only'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Actor } from '@/lib/kernel/actor'
import { calculated, TookTooLong } from '@/lib/kernel/calculate'
import { downloadResponse } from '@/lib/kernel/download'
import { text } from '@/lib/kernel/export/cell'
import { csvWriter } from '@/lib/kernel/export/csv'
import type { Locale } from '@/lib/kernel/messages'
import { renderPdf } from '@/lib/kernel/pdf/render-pdf'
import { ask } from '@/lib/kernel/perform'
import { chunkBytes, megabyte } from '@/lib/modules/files/model'
import { content, byId as fileById } from '@/lib/modules/files/queries'
import type { Study } from './model-analysis'
import { brief } from './queries-brief'
import { type Dossier, dossier } from './queries-dossier'
import { analysisBlocks, scoreTable } from './rules-dossier-analysis'
import { headingOf, paperSaid, textOf } from './rules-paper'

/** More than this is not packed: whoever wants such files takes them from the account one by one. */
const mostPacked = 40 * megabyte
const piecesAtOnce = 16

type Wanted = { negotiationId: string; language: Locale }

/** The one-page brief as PDF, with the same words as its page. Refuses with `notFound` what one may not see. */
export async function pdfOfBrief(actor: Actor, wanted: Wanted): Promise<Response> {
  const paper = await ask(brief, actor, wanted)
  return saved(`${paper.title}.pdf`, 'application/pdf', await renderPdf(paper))
}

/** The dossier as PDF. */
export async function pdfOfDossier(actor: Actor, wanted: Wanted & { secret: boolean }): Promise<Response> {
  const { paper } = await dossierOf(actor, wanted)
  return saved(`${paper.title}.pdf`, 'application/pdf', await renderPdf(paper))
}

/** The dossier as ZIP: the same PDF, every table as a sheet, and the files of the evidence. */
export async function zipOfDossier(actor: Actor, wanted: Wanted & { secret: boolean }): Promise<Response> {
  const found = await dossierOf(actor, wanted)
  const packed: Zippable = { [`${fileNameOf(found.paper.title)}.pdf`]: await renderPdf(found.paper) }
  found.tables.forEach((table, index) => {
    packed[pathOf(table.folder, `${numbered(index)} ${table.name}.csv`)] = sheetOf(table, actor.timeZone)
  })
  await packFiles(actor, found, packed)
  return saved(`${found.paper.title}.zip`, 'application/zip', zipSync(packed, { level: 6 }))
}

/** The dossier, with the analysis worked out in a thread of its own where it may be told. */
async function dossierOf(actor: Actor, wanted: Wanted & { secret: boolean }): Promise<Dossier> {
  const found = await ask(dossier, actor, wanted)
  if (!found.analysed) return found
  const said = paperSaid(wanted.language)
  const { studied, issues } = found.analysed
  const study = await calculated<Study>('negotiations.study', studied).catch((error: unknown) => {
    if (error instanceof TookTooLong) return null
    throw error
  })
  const analysis = study
    ? analysisBlocks(study, found.analysed, said)
    : [headingOf(said.d('analysis')), textOf(said.study('tooLong'))]
  const scores = study && { folder: null, name: said.d('analysisFile'), ...scoreTable(study, issues, said) }
  return {
    ...found,
    paper: { ...found.paper, blocks: [...found.paper.blocks, ...analysis] },
    tables: [...found.tables, ...(scores && scores.rows.length > 0 ? [scores] : [])],
  }
}

const saved = (name: string, mediaType: string, bytes: Uint8Array) =>
  downloadResponse({
    name: fileNameOf(name),
    mediaType,
    size: bytes.byteLength,
    body: new ReadableStream({
      start(controller) {
        controller.enqueue(bytes)
        controller.close()
      },
    }),
  })

const numbered = (index: number) => String(index + 1).padStart(2, '0')
const pathOf = (folder: string | null, name: string) => [folder, fileNameOf(name)].filter(Boolean).join('/')

/** A name that is one part of a path on every system: no separators, no control signs, not too long. */
const fileNameOf = (name: string) => {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|：]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const dot = plain.lastIndexOf('.')
  return dot > 0 && plain.length - dot <= 6
    ? plain.slice(0, Math.min(dot, 120)) + plain.slice(dot)
    : plain.slice(0, 120)
}

function sheetOf({ head, rows }: Dossier['tables'][number], timeZone: string): Uint8Array {
  const writer = csvWriter(timeZone)
  return Buffer.concat([writer.begin(head), writer.rows(rows.map((row) => row.map(text)))])
}

/** Packs the files of the evidence as they are, as many as fit; the others are named in a note beside them. */
async function packFiles(actor: Actor, { files, words }: Dossier, packed: Zippable): Promise<void> {
  const leftOut: string[] = []
  let room = mostPacked
  for (const [index, { id: fileId, name }] of [...new Map(files.map((file) => [file.id, file])).values()].entries()) {
    const { size } = await ask(fileById, actor, { fileId })
    if (size > room) leftOut.push(name)
    else {
      room -= size
      packed[pathOf(words.evidence, `F${numbered(index)} ${name}`)] = [await bytesOf(actor, fileId, size), { level: 0 }]
    }
  }
  if (leftOut.length > 0) packed[`${words.readMe}.txt`] = strToU8([words.leftOut, ...leftOut].join('\r\n'))
}

async function bytesOf(actor: Actor, fileId: string, size: number): Promise<Uint8Array> {
  const pieces = Math.ceil(size / chunkBytes)
  const parts: Buffer[] = []
  for (let from = 0; from < pieces; from += piecesAtOnce)
    parts.push(...(await ask(content, actor, { fileId, from, before: Math.min(from + piecesAtOnce, pieces) })))
  return Buffer.concat(parts)
}
