import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type Cell, plainOf, text, typed } from '@/lib/kernel/export/cell'
import { csvWriter } from '@/lib/kernel/export/csv'
import type { SheetWriter } from '@/lib/kernel/export/writer'
import { xlsxWriter } from '@/lib/kernel/export/xlsx'

const taipei = 'Asia/Taipei'
const written = (writer: SheetWriter, header: string[], rows: Cell[][]) =>
  Buffer.concat([writer.begin(header), writer.rows(rows), writer.end() ?? new Uint8Array()])

const dangerous = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  ' =1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\ttab',
  '\rreturn',
  '\u00a0=1',
  '\u3000=1',
  '\u200b=1',
  '\ufeff=1',
  '\u202e=1',
  '\u0001=1',
  `=cmd|' /C calc'!A0`,
  '=HYPERLINK("http://evil","x")',
  '=DDE("cmd";"/C calc";"x")',
  '+886-2-2345-6789',
  '-5.00',
]
const harmless = ['大安食品', 'École', 'a=b', '3-2', "O'Neill", '"quoted"', 'a,b;c', 'two\nlines', '100%', '…=1']

describe('a cell of text', () => {
  it.each(dangerous)('%j is disarmed in CSV', (value) => {
    expect(plainOf(text(value), taipei)).toBe(`'${value}`)
  })

  it.each(harmless)('%j stays as it is', (value) => {
    expect(plainOf(text(value), taipei)).toBe(value)
  })

  it.each([
    ['number', '-5.00'],
    ['number', '1234567.89'],
    ['phone', '+886 2 2345 6789'],
    ['phone', '+886912345678'],
  ] as const)('typed as %s, %s stays usable', (kind, value) => {
    expect(plainOf(typed(kind, value), taipei)).toBe(value)
  })

  it.each([
    ['number', '-5+cmd|x'],
    ['number', '=5'],
    ['phone', '+cmd|calc'],
    ['phone', '@1234'],
  ] as const)('typed as %s, %s is text all the same', (kind, value) => {
    expect(plainOf(typed(kind, value), taipei)).toBe(`'${value}`)
  })
})

const rows: Cell[][] = [...dangerous, ...harmless].map((value) => [
  text(value),
  typed('number', '-5.00'),
  typed('phone', '+886912345678'),
  { kind: 'day', day: '2026-11-21' },
  { kind: 'moment', at: new Date('2026-11-20T16:30:00Z') },
  null,
])
const header = ['名稱', 'Amount', 'Phone', 'Day', 'Moment', 'ID']

describe('CSV', () => {
  it('opens in Excel: a mark, commas, quotes, and no cell that begins a formula', () => {
    const bytes = written(csvWriter(taipei), header, rows)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const back = parse(bytes, { bom: true }) as string[][]
    expect(back[0]).toEqual(header)
    expect(back[1]?.slice(1)).toEqual(['-5.00', '+886912345678', '2026-11-21', '2026-11-21 00:30', ''])
    expect(back.slice(1).map(([name]) => name)).toEqual([...dangerous.map((each) => `'${each}`), ...harmless])
  })
})

describe('XLSX', () => {
  it('keeps every value as it is, numbers and days as such, and holds no formula', async () => {
    const bytes = written(xlsxWriter('客戶', taipei), header, rows)
    const sheet = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    const [first] = await readXlsxFile(bytes)
    const back = first?.data ?? []
    expect(back[0]).toEqual(header)
    expect(back[1]?.slice(1, 3)).toEqual([-5, '+886912345678'])
    expect(back[1]?.[3]).toEqual(new Date('2026-11-21T00:00:00Z'))
    expect(back[1]?.[4]).toEqual(new Date('2026-11-21T00:30:00Z'))
    const names = back.slice(1).map(([name]) => name)
    const readable = [...dangerous, ...harmless].map((each) => each.replace('\u0001', '').trim())
    expect(names.map((each) => String(each).trim())).toEqual(readable)
  })

  it('leaves out what XML cannot hold', async () => {
    const bytes = written(xlsxWriter('客戶', taipei), ['名稱'], [[text('a\u0000b\ud800c<&>"')]])
    const [first] = await readXlsxFile(bytes)
    expect(first?.data[1]).toEqual(['ab\ufffdc<&>"'])
  })
})
