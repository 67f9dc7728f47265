import { crc32, deflateSync } from 'node:zlib'

export type Paper = { name: string; content: Uint8Array }

/** The files that hang on contacts: small, real, and made here, so that none has to be shipped. */
export function paperOf(name: string): Paper {
  const make = papers[name]
  if (!make) throw new Error(`there is no paper called ${name}`)
  return make()
}

const papers: Readonly<Record<string, () => Paper>> = {
  comparison: () => ({ name: '年度條件第一輪差異表.csv', content: text(comparison) }),
  quotation: () => ({ name: 'T-48 報價單 HX-Q-0317.pdf', content: page(quotation) }),
  signed: () => ({ name: '年度供貨合約 簽署頁掃描.pdf', content: page(signed) }),
  shelf: () => ({ name: '忠孝店端架.png', content: picture(320, 200, shelfAt) }),
}

/** With a byte order mark, so that spreadsheets read the Chinese. */
const text = (rows: readonly string[]) => new TextEncoder().encode(`\ufeff${rows.join('\r\n')}\r\n`)

const comparison = [
  '項目,現行,我方提案,大安提案,差距',
  '後扣,2.0%,2.3%,3.0%,0.7%',
  '成長獎勵,無,1.0%（成長 8% 以上）,以含退貨淨額計算,計算基礎',
  '付款天數,60 天,60 天,75 天,15 天',
  '端架檔期,1 檔,2 檔,2 檔,無',
  '端架費（每檔）,"NT$45,000","NT$45,000","NT$45,000",無',
]

const signed = ['SUPPLY AGREEMENT - SIGNATURE PAGE (SCAN)', '', 'Sealed by both companies, two copies.']

const quotation = [
  'HEXIU INDUSTRIAL - QUOTATION HX-Q-0317',
  'To: Jingyue Electronics Corp., attn. Sylvia Peng',
  '',
  'T-48 antistatic tray, 30% glass fibre, 48 cavities',
  '  3,000 pcs   NT$ 58.5',
  '  5,000 pcs   NT$ 57.0',
  '  10,000 pcs  NT$ 55.8',
  '',
  'Surface resistance 10E6 - 10E9 ohm, report per lot',
  'Lead time 18 days, FOB Zhubei plant, valid for 30 days',
]

/** One page of lines in a typeface that every reader has. */
function page(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
  const content = `BT /F1 13 Tf 20 TL 72 760 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, index) => {
    const start = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(start).padStart(10, '0')} 00000 n `
  })
  const count = objects.length + 1
  const places = ['0000000000 65535 f ', ...starts].join('\n')
  return new TextEncoder().encode(
    `${body}xref\n0 ${count}\n${places}\ntrailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

type Colour = readonly [red: number, green: number, blue: number]

const packs: readonly Colour[] = [
  [196, 78, 60],
  [222, 170, 66],
  [92, 132, 86],
  [74, 108, 150],
]

/** An end-cap as a telephone sees it: four shelves, drinks above, our row half empty. */
function shelfAt(x: number, y: number): Colour {
  const [shelf, height] = [Math.floor(y / 50), y % 50]
  if (height > 43) return [120, 112, 102]
  const [pack, inside] = [Math.floor(x / 26), x % 26]
  const isEmpty = shelf === 2 && pack > 4
  if (isEmpty || inside < 3 || height < 8) return [233, 228, 219]
  return packs[(shelf * 3 + (shelf === 2 ? 1 : Math.floor(pack / 3))) % packs.length] ?? [0, 0, 0]
}

/** A picture in true colour without interlacing. */
function picture(width: number, height: number, at: (x: number, y: number) => Colour): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(at(x, y), y * (1 + width * 3) + 1 + x * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
