import 'server-only'
import type { FileChild, ISectionOptions, ITableBordersOptions, TableRow } from 'docx'
import { type Paper, type PaperBlock, widthsOf } from '../paper'
import { paperMessages } from '../paper-messages'
import { translatorOf } from '../translate'

type Maker = typeof import('docx')
let maker: Promise<Maker> | undefined

/** `mark` stands at the head of every page: a draft says so wherever it is opened. */
export type WordForm = { mark?: string | null }

/**
 * A contract for Word, with the same words as its PDF: headings, tables whose heads repeat, and at the foot of every page
 * the whole hash of its content and the page's number.
 */
export async function renderWord(paper: Paper, digest: string, { mark = null }: WordForm = {}): Promise<Uint8Array> {
  maker ??= import('docx')
  const docx = await maker
  const document = new docx.Document({
    title: paper.title,
    creator: paper.from.company,
    styles: stylesOf(),
    sections: [{ ...pageOf(docx, paper, digest, mark), children: bodyOf(docx, paper) }],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

const ink = '1C2321'
const hush = '5B6661'
const line = 'C9D1CD'
/** The width of an A4 page between its margins, in twentieths of a point; a label's share of it. */
const [margin, width, label] = [1120, 9666, 1920]

function stylesOf() {
  const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft JhengHei' }
  const run = { font, color: ink, language: { value: 'en-US', eastAsia: 'zh-TW' } }
  return {
    default: {
      document: { run: { ...run, size: 21 }, paragraph: { spacing: { line: 320, after: 120 } } },
      title: { run: { ...run, size: 36, bold: true }, paragraph: { spacing: { before: 120, after: 280 } } },
      heading1: { run: { ...run, size: 25, bold: true }, paragraph: { spacing: { before: 200, after: 80 } } },
    },
  }
}

type Page = Pick<ISectionOptions, 'properties' | 'headers' | 'footers'>

function pageOf(docx: Maker, { language }: Paper, digest: string, mark: string | null): Page {
  const { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } = docx
  const t = translatorOf(paperMessages, language)
  const [here, all] = ['\u2460', '\u2461']
  const numbered = t('page', { page: here, pages: all })
    .split(/([\u2460\u2461])/)
    .map((text) => (text === here ? PageNumber.CURRENT : text === all ? PageNumber.TOTAL_PAGES : text))
  const small = { size: 14, color: hush }
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838 },
        margin: { top: margin, right: margin, bottom: margin, left: margin },
      },
    },
    ...(mark && {
      headers: {
        default: new Header({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: mark, bold: true, size: 40, color: line })],
            }),
          ],
        }),
      },
    }),
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ children: [new TextRun({ ...small, text: t('digest', { digest }) })] }),
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ ...small, children: numbered })],
          }),
        ],
      }),
    },
  }
}

function bodyOf(docx: Maker, { title, reference, blocks }: Paper): FileChild[] {
  const { AlignmentType, HeadingLevel, Paragraph } = docx
  return [
    new Paragraph({ alignment: AlignmentType.RIGHT, children: runsOf(docx, reference ?? '', { color: hush }) }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: runsOf(docx, title),
    }),
    ...blocks.flatMap((block) => blockOf(docx, block)),
  ]
}

/** A text with its line breaks, without the signs that no document may hold. */
function runsOf({ TextRun }: Maker, text: string, look: { bold?: boolean; color?: string } = {}) {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')
    .split('\n')
  return lines.map((each, index) => new TextRun({ ...look, text: each, ...(index > 0 && { break: 1 }) }))
}

function blockOf(docx: Maker, block: PaperBlock): FileChild[] {
  const { HeadingLevel, Paragraph } = docx
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: runsOf(docx, block.text) })]
    case 'text':
      return [new Paragraph({ children: runsOf(docx, block.text) })]
    case 'facts':
      return [
        tableOf(docx, {
          widths: [label, width - label],
          rows: block.rows.map(([name, value]) => rowOf(docx, [name, value], { labelled: true })),
          ruled: false,
        }),
        new Paragraph({}),
      ]
    case 'table': {
      const { head, rows, numeric = [], note } = block
      const shares = widthsOf({ head, numeric }) ?? head.map(() => 100 / head.length)
      const full = (row: readonly string[]) => head.map((_, index) => row[index] ?? '')
      return [
        tableOf(docx, {
          widths: shares.map((share) => Math.floor((width * share) / 100)),
          rows: [rowOf(docx, head, { head: true, numeric }), ...rows.map((row) => rowOf(docx, full(row), { numeric }))],
          ruled: true,
        }),
        new Paragraph({ children: runsOf(docx, note ?? '', { color: hush }) }),
      ]
    }
  }
}

type RowLook = { head?: boolean; labelled?: boolean; numeric?: readonly number[] }

function rowOf(docx: Maker, cells: readonly string[], { head = false, labelled = false, numeric = [] }: RowLook) {
  const { AlignmentType, Paragraph, TableCell, TableRow } = docx
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (text, index) =>
        new TableCell({
          children: [
            new Paragraph({
              alignment: numeric.includes(index) ? AlignmentType.RIGHT : AlignmentType.LEFT,
              spacing: { after: 40 },
              children: runsOf(docx, text, { bold: head, ...(labelled && index === 0 && { color: hush }) }),
            }),
          ],
        }),
    ),
  })
}

type TableLook = { widths: readonly number[]; rows: TableRow[]; ruled: boolean }

function tableOf(docx: Maker, { widths, rows, ruled }: TableLook) {
  const { BorderStyle, Table, TableLayoutType, WidthType } = docx
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rule = ruled ? { style: BorderStyle.SINGLE, size: 4, color: line } : none
  const borders: ITableBordersOptions = {
    ...{ top: rule, bottom: rule, insideHorizontal: rule },
    ...{ left: none, right: none, insideVertical: none },
  }
  return new Table({
    rows,
    borders,
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: width, type: WidthType.DXA },
  })
}
