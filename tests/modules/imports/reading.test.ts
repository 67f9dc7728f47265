import { describe, expect, it } from 'vitest'
import { type Cell, text } from '@/lib/kernel/export/cell'
import { xlsxWriter } from '@/lib/kernel/export/xlsx'
import { readTable } from '@/lib/kernel/spreadsheet/read'
import type { ReadingWish } from '@/lib/kernel/spreadsheet/reading'
import { accountKindOf, columnsOf, headerRowOf, subjectOf, titlesOf } from '@/lib/modules/imports/rules-columns'
import { mappedColumns, readRow } from '@/lib/modules/imports/rules-rows'
import { momentOf, timeOf } from '@/lib/modules/imports/rules-values'
import { zipped } from '@/tests/kernel/zip-archive'
import { northwind } from './scene'

const nothingSaid: ReadingWish = { encoding: null, delimiter: null, sheet: null }
const read = (bytes: Buffer, wish: Partial<ReadingWish> = {}, rows = 100_000) =>
  readTable(bytes, { ...nothingSaid, ...wish }, { rows })
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: { code?: string }) => error.code,
  )

/** 客戶,電話 / 大安食品,02-2345 in Big5. */
const big5 = Buffer.from([
  0xab, 0xc8, 0xa4, 0xe1, 0x2c, 0xb9, 0x71, 0xb8, 0xdc, 0x0a, 0xa4, 0x6a, 0xa6, 0x77, 0xad, 0xb9, 0xab, 0x7e, 0x2c,
  0x30, 0x32, 0x2d, 0x32, 0x33, 0x34, 0x35,
])

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from('客戶,電話\n大安食品,02-2345'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\uFEFF客戶,電話\n大安食品,02-2345'), 'utf-8'],
    ['Big5', big5, 'big5'],
    ['UTF-16', Buffer.from('\uFEFF客戶,電話\n大安食品,02-2345', 'utf16le'), 'utf-16le'],
  ])('in %s is read by itself', async (_, bytes, encoding) => {
    const { rows, reading } = await read(bytes)
    expect(reading.encoding).toBe(encoding)
    expect(rows).toEqual([
      ['客戶', '電話'],
      ['大安食品', '02-2345'],
    ])
  })

  it('in no encoding that fits asks, and is read as it is told', async () => {
    const latin = Buffer.from('name,city\nBergl\xF8\xFFs,\xFF\xFFx', 'latin1')
    expect(await codeOf(read(latin))).toBe('encodingUnknown')
    expect((await read(latin, { encoding: 'windows-1252' })).rows[1]?.[0]).toBe('Bergløÿs')
  })

  it.each([
    [';', 'a;b;c\n1;"2;2";3'],
    ['\t', 'a\tb\tc\n1\t2\t3'],
    ['|', 'a|b|c\n1|2|3'],
    [',', 'a,b,c\n1,"2;2;2;2",3'],
  ])('split by %j is seen', async (delimiter, content) => {
    expect((await read(Buffer.from(content))).reading.delimiter).toBe(delimiter)
  })

  it('keeps stray quotation marks and counts rows as a spreadsheet does', async () => {
    const { rows } = await read(Buffer.from('a,b\n\n5" disk,"two\nlines"\n,x\n'))
    expect(rows).toEqual([['a', 'b'], [''], ['5" disk', 'two\nlines'], ['', 'x']])
  })

  it('with a quotation that never ends says where', async () => {
    expect(await codeOf(read(Buffer.from('a,b\n1,2\n"never,ends\n3,4')))).toBe('quoteNotClosed')
  })

  it('without rows, or with too many, is refused', async () => {
    expect(await codeOf(read(Buffer.from(' \n,,\n')))).toBe('nothingInIt')
    expect(await codeOf(read(Buffer.from('a\n'.repeat(400)), {}, 200))).toBe('tooManyRows')
    expect(await codeOf(read(Buffer.from('a,'.repeat(400))))).toBe('tooManyColumns')
  })
})

function workbook(rows: readonly (readonly Cell[])[], header = ['客戶', '日期', '金額']) {
  const writer = xlsxWriter('名單', 'Asia/Taipei')
  return Buffer.concat([writer.begin(header), writer.rows(rows), writer.end() ?? Buffer.alloc(0)])
}

const parts = (sheet: string) => ({
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="甲 &amp; 乙" sheetId="1" r:id="a"/><sheet name="丙" sheetId="2" r:id="b"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml':
    '<worksheet><sheetData><row r="1"><c r="A1"><v>12345678901234567890</v></c></row></sheetData></worksheet>',
})
const cell = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`

describe('a workbook', () => {
  it('gives days, numbers and Chinese as people see them', async () => {
    const { rows, reading } = await read(
      workbook([[text('大安食品'), { kind: 'day', day: '2026-03-05' }, { kind: 'number', text: '1234.5' }]]),
    )
    expect(reading).toMatchObject({ format: 'xlsx', sheet: '名單', sheets: ['名單'] })
    expect(rows).toEqual([
      ['客戶', '日期', '金額'],
      ['大安食品', '2026-03-05', '1234.5'],
    ])
  })

  it('with several sheets is read by the one that is chosen', async () => {
    const bytes = zipped(parts(`<row r="1">${cell('A1', '甲')}</row>`))
    expect((await read(bytes)).reading).toMatchObject({ sheet: '甲 & 乙', sheets: ['甲 & 乙', '丙'] })
    expect((await read(bytes, { sheet: '丙' })).rows).toEqual([['12345678901234567890']])
    expect(await codeOf(read(bytes, { sheet: '丁' }))).toBe('sheetUnknown')
  })

  it('gives percentages as people see them, and other numbers as they are', async () => {
    const formats = '<numFmt numFmtId="164" formatCode="0.00%"/><numFmt numFmtId="165" formatCode="0.00&quot;%&quot;"/>'
    const cells = ['0', '10', '164', '165'].map((format) => `<xf numFmtId="${format}"/>`).join('')
    const styles = `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf/><xf numFmtId="9"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`
    const number = (place: string, style: number, shown: string) => `<c r="${place}" s="${style}"><v>${shown}</v></c>`
    const line = [number('A2', 0, '0.95'), number('B2', 1, '0.95'), number('C2', 2, '6.9000000000000006E-2')].join('')
    const odd = [
      number('A3', 3, '95'),
      number('B3', 2, '1'),
      `<c r="C3" t="inlineStr" s="2"><is><t>0.5</t></is></c>`,
    ].join('')
    const bytes = zipped({
      ...parts(`<row r="1">${cell('A1', '甲')}</row><row r="2">${line}</row><row r="3">${odd}</row>`),
      'xl/styles.xml': styles,
    })
    expect((await read(bytes)).rows.slice(1)).toEqual([
      ['0.95', '95%', '6.9%'],
      ['95', '100%', '0.5'],
    ])
  })

  it('that would fill the memory is refused before it is unpacked', async () => {
    const honest = parts(`<row r="1">${cell('A1', 'x')}</row>`)
    const huge = zipped(honest, { 'xl/worksheets/sheet1.xml': 600 * 1_048_576 })
    const before = process.memoryUsage().rss
    expect(await codeOf(read(huge))).toBe('archiveTooLarge')
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1_048_576)
  })

  it('whose directory lies, or with a cell far away, is refused', async () => {
    const bomb = parts('x'.repeat(2_000_000))
    expect(await codeOf(read(zipped(bomb, { 'xl/worksheets/sheet1.xml': 1000 })))).toBe('archiveBroken')
    expect(await codeOf(read(zipped(parts(`<row r="1048576">${cell('A1048576', 'x')}</row>`))))).toBe('tooManyRows')
    expect(await codeOf(read(zipped(parts(`<row r="1">${cell('XFD1', 'x')}</row>`))))).toBe('tooManyColumns')
    expect(await codeOf(read(workbook([]).subarray(0, 400)))).toBe('archiveBroken')
  })
})

describe('what columns mean', () => {
  const guessed = async (name: string) => {
    const { rows } = await read(northwind(name))
    const titles = titlesOf(rows, headerRowOf(rows))
    const subject = subjectOf(titles)
    return { subject, kind: accountKindOf(titles, name), columns: columnsOf(subject, titles, rows.slice(1)) }
  }

  it('is seen in the Northwind files', async () => {
    const place = ['address', 'city', 'region', 'postalCode', 'country', 'phone', 'fax']
    const accountColumns = ['externalId', 'name', 'contactName', 'contactTitle', ...place]
    expect(await guessed('customers.csv')).toEqual({ subject: 'accounts', kind: 'customer', columns: accountColumns })
    expect(await guessed('suppliers.csv')).toEqual({
      subject: 'accounts',
      kind: 'supplier',
      columns: [...accountColumns, 'website'],
    })
    expect(await guessed('employees.csv')).toMatchObject({ subject: 'members' })
  })

  it.each([
    ['日期,客戶,聯絡人,方式,內容,業務', 'interactions', 'day account people channel summary author'],
    ['姓名,電子郵件,職稱,直屬主管', 'members', 'name email title reportsTo'],
    [
      '公司名稱(必填),統編,電話,Email,聯絡人,手機',
      'accounts',
      'name businessNumber phone contactEmail contactName contactMobile',
    ],
  ])('is seen in %s', (header, subject, columns) => {
    const titles = header.split(',')
    expect(subjectOf(titles)).toBe(subject)
    expect(columnsOf(subjectOf(titles), titles, []).join(' ')).toBe(columns)
  })

  it('begins below a title line, and without a header at the first row', () => {
    expect(headerRowOf([['客戶名單'], [''], ['客戶名稱', '統一編號', '電話'], ['大安', '', '02']])).toBe(3)
    expect(
      headerRowOf([
        ['C1', '大安食品', '02-23456789'],
        ['C2', '信義電子', '02-23456780'],
      ]),
    ).toBe(0)
  })
})

describe('a row', () => {
  const columns = mappedColumns('accounts', { columns: ['name', 'note', 'businessNumber'] }, ['名稱', '備註', '統編'])
  const row = (...cells: string[]) => readRow(2, cells, columns, 3)

  it.each([
    [['大安', 'a\u0000b', ''], { code: 'badText', column: '備註' }],
    [['大安', 'a\uD800b', ''], { code: 'badText', column: '備註' }],
    [['大\uFFFD', '', ''], { code: 'undecodable', column: '名稱' }],
    [['大安', 'x'.repeat(4001), ''], { code: 'tooLong', column: '備註', params: { max: 4000 } }],
    [['大安', '', '12345678'], { code: 'businessNumberWrong', column: '統編' }],
    [['大安', ''], { code: 'tooFewCells', params: { cells: 2, columns: 3 } }],
    [['大安', '', '', 'x'], { code: 'tooManyCells', params: { cells: 4, columns: 3 } }],
  ])('that cannot be is refused with its reason: %j', (cells, fault) => {
    expect(row(...cells).fault).toMatchObject(fault)
  })

  it('says nothing where a cell is blank, and loses only the apostrophe that disarms a formula', () => {
    expect(row('大安', ' ', '').values).toEqual({ name: '大安' })
    expect(row("'=1+1", "'quoted'", '').values).toEqual({ name: '=1+1', note: "'quoted'" })
  })
})

describe('days and times', () => {
  it.each([
    ['2026-03-05', '2026-03-05', null],
    ['2026/3/5', '2026-03-05', null],
    ['115/3/5', '2026-03-05', null],
    ['民國115年3月5日', '2026-03-05', null],
    ['2026/3/5 14:30', '2026-03-05', '14:30'],
    ['2026/3/5 下午2:30', '2026-03-05', '14:30'],
    ['2026-03-05 14:30:12', '2026-03-05', '14:30'],
    ['115年3月5日 下午3點', '2026-03-05', '15:00'],
    ['3/5/2026 2:30 PM', null, null],
    ['2026-02-30', null, null],
    ['昨天', null, null],
  ])('%s is %s %s', (typed, day, time) => {
    expect(momentOf(typed)).toEqual(day && { day, time })
  })

  it('in a time zone of their own are that moment', () => {
    expect(momentOf('2026-03-05T14:30:00Z')?.exact).toBe('2026-03-05T14:30:00.000Z')
  })

  it.each([
    ['14:30', '14:30'],
    ['2:30 pm', '14:30'],
    ['上午9點30分', '09:30'],
    ['12:00 am', '00:00'],
    ['12 pm', '12:00'],
    ['1430', '14:30'],
    ['25:00', null],
    ['9:75', null],
  ])('%s is %s', (typed, time) => {
    expect(timeOf(typed)).toBe(time)
  })
})
