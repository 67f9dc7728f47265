import 'server-only'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { dayOf, timeOf } from '../day'
import { type Cell, looksLikeFormula } from './cell'
import type { SheetWriter } from './writer'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the cell formats below: plain, bold, day, moment, text that must never become a formula. */
const format = { plain: 0, bold: 1, day: 2, moment: 3, inert: 4 } as const

/** The parts of a workbook with one sheet; the sheet itself is written as its rows come. */
const parts = (sheetName: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`,
})

const columnWidth = 18
const sheetHead = (columns: number) =>
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns}" width="${columnWidth}" customWidth="1"/></cols><sheetData>`
const sheetFoot = '</sheetData></worksheet>'

/**
 * An Excel workbook as a stream: the zip's parts are deflated as rows come, so that a hundred thousand rows cost no more
 * memory than five hundred. Text is written as text, never as a formula, and stays inert when somebody edits the cell.
 */
export function xlsxWriter(sheetName: string, timeZone: string): SheetWriter {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  const taken = () => Buffer.concat(ready.splice(0))
  let line = 0
  const row = (cells: readonly ((place: string) => string)[]) => {
    line += 1
    return `<row r="${line}">${cells.map((cell, index) => cell(`${lettersOf(index)}${line}`)).join('')}</row>`
  }
  return {
    mediaType: `${sheetType}.sheet`,
    extension: 'xlsx',
    begin(header) {
      for (const [path, content] of Object.entries(parts(sheetName))) {
        const part = new ZipDeflate(path, { level: 6 })
        zip.add(part)
        part.push(strToU8(content), true)
      }
      zip.add(sheet)
      sheet.push(strToU8(sheetHead(header.length) + row(header.map((word) => inline(word, format.bold)))))
      return taken()
    },
    rows(cells) {
      const written = cells.map((each) => row(each.map((cell) => cellXml(cell, timeZone))))
      sheet.push(strToU8(written.join('')))
      return taken()
    },
    end() {
      sheet.push(strToU8(sheetFoot), true)
      zip.end()
      return taken()
    },
  }
}

/** A cell, as a function of its place in the sheet. */
function cellXml(cell: Cell, timeZone: string): (place: string) => string {
  if (cell === null) return () => ''
  if (cell.kind === 'number') return value(cell.text, format.plain)
  if (cell.kind === 'day') return value(String(serialOf(cell.day)), format.day)
  if (cell.kind === 'moment') {
    const [hours = 0, minutes = 0] = timeOf(cell.at, timeZone).split(':').map(Number)
    return value(String(serialOf(dayOf(cell.at, timeZone)) + (hours * 60 + minutes) / 1440), format.moment)
  }
  return inline(cell.text, cell.kind === 'phone' || looksLikeFormula(cell.text) ? format.inert : format.plain)
}

const value = (number: string, style: number) => (place: string) => `<c r="${place}" s="${style}"><v>${number}</v></c>`

const inline = (words: string, style: number) => (place: string) =>
  `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`

/** A, B … Z, AA, AB … for the columns from 0. */
const lettersOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : lettersOf(Math.floor(index / 26) - 1) + lettersOf(index % 26)

/** Days since the 30th of December 1899, as spreadsheets count. */
const serialOf = (day: string) => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)

/** Signs that XML cannot hold are left out. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const escaped = (value: string) =>
  value
    .toWellFormed()
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
