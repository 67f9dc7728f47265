import 'server-only'
import type { CanvasElement, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import { type Paper, type PaperBlock, widthsOf } from '../paper'
import { paperDay, paperMessages } from '../paper-messages'
import { translatorOf } from '../translate'

/**
 * The full TrueType fonts: the subsets that browsers use lack full-width signs and rare characters of names, and would
 * drop them from a contract without a word.
 */
const fontFolder = `${process.cwd()}/node_modules/@expo-google-fonts/noto-sans-tc/`
const regular = `${fontFolder}400Regular/NotoSansTC_400Regular.ttf`
const bold = `${fontFolder}700Bold/NotoSansTC_700Bold.ttf`

type Maker = typeof import('pdfmake')
let maker: Promise<Maker> | undefined

/** Loaded with the first paper. It may read our two fonts and nothing else, neither from disk nor from any address. */
const loaded = async (): Promise<Maker> => {
  const found = (await import('pdfmake')) as Maker & { default?: Maker }
  const pdfmake = found.default ?? found
  pdfmake.setFonts({ NotoSansTC: { normal: regular, bold, italics: regular, bolditalics: bold } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path: string) => path === regular || path === bold)
  return pdfmake
}

/** A contract is headed by its title alone and carries the whole hash on every page; a draft says so across each. */
export type PdfForm = { contract?: boolean; watermark?: string | null; drawings?: readonly Drawing[] }

/** A name that was drawn: moves and straight lines (`M10 20L30 40`) on a field of 600 by 200, printed behind the paper. */
export type Drawing = { label: string; path: string }

/**
 * A paper as PDF, with the same words as on its page. `digest` is the hash of what somebody confirms; its beginning stands
 * at the foot of every page.
 */
export async function renderPdf(paper: Paper, digest?: string, form: PdfForm = {}): Promise<Uint8Array> {
  maker ??= loaded()
  const pdfmake = await maker
  return new Uint8Array(await pdfmake.createPdf(documentOf(paper, digest, form)).getBuffer())
}

const ink = '#1c2321'
const hush = '#5b6661'
const line = '#c9d1cd'

function documentOf(paper: Paper, digest: string | undefined, form: PdfForm): TDocumentDefinitions {
  const { contract = false, watermark, drawings = [] } = form
  const t = translatorOf(paperMessages, paper.language)
  const { title, reference, on, from, to, blocks, closing } = paper
  const facts: (readonly [string, string])[] = [
    ...(reference ? [[t('reference'), reference] as const] : []),
    [t('date'), paperDay(on, paper.language)],
    [t('to'), partyOf(to)],
    [t('from'), partyOf(from)],
  ]
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: 'NotoSansTC', fontSize: 10.5, lineHeight: 1.35, color: ink },
    info: { title, author: from.company },
    language: paper.language,
    ...(watermark ? { watermark: { text: watermark, color: hush, opacity: 0.12, bold: true } } : {}),
    content: [
      ...(contract ? contractHead(title, reference) : letterHead(title, from.company, facts)),
      ...(to.salutation ? [{ text: to.salutation, margin: [0, 4, 0, 8] } as Content] : []),
      ...contentsOf(blocks),
      ...drawings.map(drawingOf),
      ...(closing ? [{ text: closing, margin: [0, 14, 0, 10] } as Content] : []),
      ...(closing ? [{ text: partyOf(from), alignment: 'right' } as Content] : []),
    ],
    footer: (page: number, pages: number): Content => ({
      columns: [
        { text: digest ? t('digest', { digest: contract ? digest : digest.slice(0, 16) }) : '' },
        { text: t('page', { page, pages }), alignment: 'right', width: 'auto' },
      ],
      margin: [56, 16, 56, 0],
      fontSize: 8,
      color: hush,
    }),
  }
}

const letterHead = (title: string, company: string, facts: readonly (readonly [string, string])[]): Content[] => [
  { text: company, fontSize: 9.5, color: hush },
  { text: title, fontSize: 17, bold: true, margin: [0, 4, 0, 10] },
  factsOf(facts),
]

const contractHead = (title: string, reference: string | null): Content[] => [
  { text: reference ?? '', fontSize: 9.5, color: hush, alignment: 'right' },
  { text: title, fontSize: 18, bold: true, alignment: 'center', margin: [0, 6, 0, 14] },
]

const partyOf = ({ company, person }: { company: string; person: string | null }) =>
  person ? `${company} ${person}` : company

const below: [number, number, number, number] = [0, 0, 0, 10]

function factsOf(rows: readonly (readonly [string, string])[]): Content {
  const body = rows.map(([label, value]) => [{ text: label, color: hush }, { text: value }])
  return { table: { widths: [96, '*'], body }, layout: 'noBorders', margin: below }
}

/** Printed at this share of the field that it was drawn on. */
const shrunk = 0.3

function drawingOf({ label, path }: Drawing): Content {
  const strokes = path.split('M').flatMap((stroke) => (stroke ? [stroke.split('L').map(pointOf)] : []))
  const canvas: CanvasElement[] = strokes.map((points) =>
    points.length > 1
      ? { type: 'polyline', points, lineWidth: 1.2, lineColor: ink, lineCap: 'round' }
      : { type: 'ellipse', ...(points[0] ?? { x: 0, y: 0 }), r1: 0.6, r2: 0.6, color: ink },
  )
  return { stack: [{ text: label, color: hush }, { canvas }], unbreakable: true, margin: below }
}

function pointOf(text: string): { x: number; y: number } {
  const [x = 0, y = 0] = text.split(' ').map(Number)
  return { x: x * shrunk, y: y * shrunk }
}

/** What a reader takes in at once: a paragraph, or the rows in which everybody signs. */
const isShort = (block: PaperBlock | undefined): block is PaperBlock =>
  (block?.kind === 'table' && block.rows.length <= 4) || (block?.kind === 'text' && block.text.length <= 300)

/** No heading stands alone at the foot of a page: it keeps together with what is short below it. */
const contentsOf = (blocks: readonly PaperBlock[]): Content[] =>
  blocks.flatMap((block, at) => {
    const [before, next] = [blocks[at - 1], blocks[at + 1]]
    if (block.kind === 'heading' && isShort(next))
      return [{ stack: [blockOf(block), blockOf(next)], unbreakable: true }]
    return before?.kind === 'heading' && isShort(block) ? [] : [blockOf(block)]
  })

function blockOf(block: PaperBlock): Content {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 12.5, bold: true, margin: [0, 8, 0, 4], headlineLevel: 1 }
    case 'text':
      return { text: block.text, margin: below }
    case 'facts':
      return factsOf(block.rows)
    case 'table':
      return tableOf(block)
  }
}

/** Every row has as many cells as the head: a paper that is short of one is printed with a blank, never refused. */
function tableOf({ head, rows, numeric = [], note }: Extract<PaperBlock, { kind: 'table' }>): Content {
  const cells = (row: readonly string[], heading: boolean): TableCell[] =>
    head.map((_, index) => ({
      text: row[index] ?? '',
      bold: heading,
      alignment: numeric.includes(index) ? 'right' : 'left',
    }))
  return {
    stack: [
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths:
            widthsOf({ head, numeric })?.map((width) => `${width}%`) ??
            head.map((_, index) => (numeric.includes(index) ? 'auto' : '*')),
          body: [cells(head, true), ...rows.map((row) => cells(row, false))],
        },
        layout: {
          hLineColor: () => line,
          hLineWidth: () => 0.6,
          vLineWidth: () => 0,
          paddingTop: () => 4,
          paddingBottom: () => 3,
        },
      },
      ...(note ? [{ text: note, fontSize: 9, color: hush, margin: [0, 4, 0, 0] } as Content] : []),
    ],
    margin: below,
  }
}
