import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callNamesOf } from '@/lib/kernel/name'
import { chipsOf, type LineContext, parseLine, withoutChip } from '@/lib/modules/interactions/rules-phrases'

const people = [
  { id: 'maria', names: callNamesOf({ familyName: 'Anders', givenName: 'Maria' }) },
  {
    id: 'wang',
    names: callNamesOf({ familyName: '王', givenName: '大明', title: '採購經理', englishName: 'David Wang' }),
  },
  { id: 'chen', names: callNamesOf({ familyName: '陳', givenName: '小華', honorific: '小姐' }) },
  { id: 'may', names: ['May'] },
  { id: 'jose', names: ['José Pedro Freyre', 'José'] },
]
const context: LineContext = { now: new Date('2026-11-19T02:00:00Z'), people }
const read = (line: string, more: Partial<LineContext> = {}) => parseLine(line, { ...context, ...more })
const named = (line: string) => read(line).people.map(({ id }) => id)

describe('the line of the quick log', () => {
  test('gives person, next step and note', () => {
    const line = '跟Maria確認Q1交期，下週三下午三點回覆報價'
    const parsed = read(line)
    expect(parsed).toMatchObject({
      summary: '跟Maria確認Q1交期',
      nextStep: { text: '回覆報價', day: '2026-11-25', time: '15:00', phrase: '下週三下午三點' },
      people: [{ id: 'maria', name: 'Maria' }],
      topics: [],
      channel: null,
    })
    expect(parsed.happenedAt).toBeUndefined()
    expect(parsed.plan).toBeUndefined()
    const { start = 0, end = 0, textRange } = parsed.nextStep ?? {}
    expect(line.slice(start, end)).toBe('下週三下午三點')
    expect(line.slice(textRange?.start, textRange?.end)).toBe('回覆報價')
  })

  test('takes topics and mentions out of the end and keeps their words inside', () => {
    const parsed = read('確認 #交期 與價格，下週三回覆報價 #報價 @王大明')
    expect(parsed).toMatchObject({
      summary: '確認 交期 與價格',
      nextStep: { text: '回覆報價' },
      topics: ['交期', '報價'],
      people: [{ id: 'wang' }],
    })
    expect(read('C# 專案與 #123 訂單').topics).toEqual([])
    expect(read('＃交期 確認').topics).toEqual(['交期'])
    expect(read('#交期 確認 #交期').topics).toEqual(['交期'])
  })

  test.each([
    ['昨天下午拜訪大安，下週三回覆報價', '拜訪大安', '2026-11-18', '回覆報價'],
    ['上週五拜訪王大明，年底前簽約', '拜訪王大明', '2026-11-13', '簽約'],
    ['開會談新品，預計12/10前給報價', '開會談新品', undefined, '給報價'],
    ['談完，會在下週三回覆', '談完', undefined, '回覆'],
    ['跟Maria談定價下週三回覆報價', '跟Maria談定價', undefined, '回覆報價'],
    ['確認一下週三的會議', '確認一下週三的會議', undefined, '會議'],
    ['對方說下週三給回覆', '對方說下週三給回覆', undefined, '給回覆'],
    ['約下週三拜訪，再確認價格', '約下週三拜訪，再確認價格', undefined, '拜訪，再確認價格'],
    ['跟Maria約下週三', '跟Maria約下週三', undefined, '跟Maria約'],
    ['回覆報價。下週三寄樣品。對價格敏感', '回覆報價。對價格敏感', undefined, '寄樣品'],
    ['拜訪大安，今天回覆報價', '拜訪大安', undefined, '回覆報價'],
    [
      'Met Maria last Friday about pricing, send quote next Wed 3pm',
      'Met Maria about pricing',
      '2026-11-13',
      'send quote',
    ],
    ['Discussed pricing, by Friday send quote', 'Discussed pricing', undefined, 'send quote'],
    ['Discussed pricing and next Wed send quote', 'Discussed pricing', undefined, 'send quote'],
    ['Talked to José. Will call back tomorrow', 'Talked to José.', undefined, 'Will call back'],
  ])('%s', (line, summary, happenedOn, nextStep) => {
    const parsed = read(line)
    expect(parsed.summary).toBe(summary)
    expect(parsed.happenedAt?.day).toBe(happenedOn)
    expect(parsed.nextStep?.text).toBe(nextStep)
    expect(parsed.plan).toBeUndefined()
  })

  test.each([
    ['下週三下午三點拜訪大安談新品', '拜訪大安談新品', undefined],
    ['  · 下週三拜訪大安', '拜訪大安', undefined],
    ['預計下週三拜訪大安', '拜訪大安', undefined],
    ['@Maria 下週三來訪', 'Maria來訪', undefined],
    ['下週三拜訪大安，月底前回覆報價', '拜訪大安', '回覆報價'],
    ['下週三', '下週三', undefined],
    ['call Maria tomorrow', 'call Maria', undefined],
    ['Visit Alfreds next Wed at 3', 'Visit Alfreds', undefined],
  ])('%s is a plan', (line, summary, nextStep) => {
    const parsed = read(line)
    expect(parsed.plan).toBeDefined()
    expect(parsed.summary.replace(/^[\s·]+/, '')).toBe(summary)
    expect(parsed.nextStep?.text).toBe(nextStep)
  })

  test('a past day that only describes something does not set the time', () => {
    expect(read('客戶說上週五已付款').happenedAt).toBeUndefined()
    expect(read('上週五的貨有瑕疵').happenedAt).toBeUndefined()
    expect(read("last Friday's delivery was late").happenedAt).toBeUndefined()
    expect(read('拜訪大安，他們上週五已出貨').happenedAt).toBeUndefined()
    expect(read('拜訪大安談新品，昨天下午')).toMatchObject({
      happenedAt: { day: '2026-11-18' },
      summary: '拜訪大安談新品',
    })
  })

  test('what is typed for today with an intention is a plan, otherwise history', () => {
    expect(read('今天拜訪大安').happenedAt?.day).toBe('2026-11-19')
    expect(read('今天要回覆報價').plan?.day).toBe('2026-11-19')
    expect(read('今天下午兩點半開會').plan).toMatchObject({ day: '2026-11-19', time: '14:30' })
    expect(read('今天上午九點開會').happenedAt).toMatchObject({ day: '2026-11-19', time: '09:00' })
  })

  test('an empty line, and a line that chips would empty, keep their words', () => {
    expect(read('')).toMatchObject({ summary: '', people: [], topics: [], channel: null })
    expect(read('   ').summary).toBe('')
    expect(read('昨天').summary).toBe('昨天')
    expect(read('#交期').summary).toBe('#交期')
  })
})

describe('people in the line', () => {
  test.each([
    ['跟王大明開會', ['wang']],
    ['跟大明開會', ['wang']],
    ['跟王經理開會', ['wang']],
    ['跟王先生、陳小姐開會', ['wang', 'chen']],
    ['小華說可以', ['chen']],
    ['問 david 價格', ['wang']],
    ['ＭＡＲＩＡ說可以', ['maria']],
    ['met maria anders and maria', ['maria']],
    ['Talked to Jose', ['jose']],
    ['José Pedro Freyre 來訪', ['jose']],
    ['Mariana called', []],
    ['李小華說可以', []],
    ['@李小華 說可以', []],
    ['maria@alfreds.de 來信', []],
    ['may I call back', []],
    ['met May', ['may']],
    ['May 5 visit', []],
    ['@may 說可以', ['may']],
    ['王總開會', []],
  ])('%s', (line, ids) => {
    expect(named(line)).toEqual(ids)
  })

  test('the longest name wins, then the likelier person', () => {
    const two = [
      { id: 'first', names: ['陳經理', '小明'] },
      { id: 'second', names: ['陳經理', '陳小明'] },
    ]
    expect(read('跟陳小明開會', { people: two }).people.map(({ id }) => id)).toEqual(['second'])
    expect(read('跟陳經理開會', { people: two }).people.map(({ id }) => id)).toEqual(['first'])
  })

  test('臺 and 台 are one in a name', () => {
    expect(read('跟王臺生開會', { people: [{ id: 'x', names: ['王台生'] }] }).people).toMatchObject([
      { id: 'x', start: 1, end: 4 },
    ])
  })
})

describe('the channel a line speaks of', () => {
  test.each([
    ['打電話給王經理', 'call'],
    ['called Maria', 'call'],
    ['拜訪大安談新品', 'visit'],
    ['跟Maria開會', 'meeting'],
    ['視訊會議', 'meeting'],
    ['寄信給Maria', 'mail'],
    ['Email Maria about Q1', 'mail'],
    ['LINE 王經理確認交期', 'line'],
    ['用line問交期', 'line'],
    ['product line review', null],
    ['跟陳小姐吃飯', 'meal'],
    ['lunch with Maria', 'meal'],
    ['信義店巡店', 'storeCheck'],
    ['確認交期', null],
    ['開會談新品，下週三打電話回覆', 'meeting'],
    ['確認交期，下週三打電話回覆', null],
    ['下週三拜訪大安', 'visit'],
  ])('%s', (line, channel) => {
    expect(read(line).channel).toBe(channel)
  })
})

describe('chips', () => {
  const line = '昨天跟Maria談 #交期，下週三下午三點回覆報價'
  const chips = chipsOf(read(line))

  test('stand in the order of the line and mark what was typed', () => {
    expect(chips.map(({ kind }) => kind)).toEqual(['happenedAt', 'person', 'topic', 'nextStep'])
    expect(chips.map(({ start, end }) => line.slice(start, end))).toEqual(['昨天', 'Maria', '#交期', '下週三下午三點'])
  })

  test('taken away, leave the text as typed', () => {
    const [past, person, topic, next] = chips
    if (!past || !person || !topic || !next) throw new Error('four chips expected')
    expect(withoutChip(line, context, next)).toMatchObject({ summary: '跟Maria談 交期，下週三下午三點回覆報價' })
    expect(withoutChip(line, context, next).nextStep).toBeUndefined()
    expect(withoutChip(line, context, past).summary).toBe('昨天跟Maria談 交期')
    expect(withoutChip(line, context, person).people).toEqual([])
    expect(withoutChip(line, context, topic)).toMatchObject({ topics: [], summary: '跟Maria談 #交期' })
    const all = { ...context, removed: chips.map(({ key }) => key) }
    expect(parseLine(line, all).summary).toBe(line)
  })

  test('a plan without its chip is history', () => {
    const plan = '下週三拜訪大安'
    const [chip] = chipsOf(read(plan))
    if (!chip) throw new Error('a chip expected')
    const parsed = withoutChip(plan, context, chip)
    expect(parsed.plan).toBeUndefined()
    expect(parsed.nextStep).toBeUndefined()
    expect(parsed.summary).toBe(plan)
  })
})

const pieces = fc.constantFrom(
  '下週三',
  '下午三點',
  '昨天',
  '今天',
  '回覆報價',
  '，',
  '。',
  ',',
  ' ',
  '#交期',
  '@Maria',
  'Maria',
  '王經理',
  '11/30',
  '115/3/5',
  'next Wed',
  'tomorrow',
  '3pm',
  '前',
  '的',
  '一',
  '週',
  '月底',
  '過年後',
  'May',
  '😀',
  '\ud800',
  '\u0000',
  '臺',
  '３',
  '約',
  '了',
  '\n',
  '三天後',
  'by ',
  'line',
  '＃',
  '＠',
  'e\u0301',
  '㍿',
)

describe('whatever is typed', () => {
  test('ranges lie in the line, phrases are its words, and without chips it is saved as typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (line) => {
          const parsed = read(line)
          for (const chip of chipsOf(parsed)) {
            expect(chip.start).toBeGreaterThanOrEqual(0)
            expect(chip.end).toBeLessThanOrEqual(line.length)
            expect(chip.end).toBeGreaterThan(chip.start)
          }
          for (const day of [parsed.happenedAt, parsed.plan, parsed.nextStep]) {
            if (day) expect(line.slice(day.start, day.end)).toBe(day.phrase)
          }
          const removed = new Set<string>()
          for (let chips = chipsOf(parsed); chips.length > 0; chips = chipsOf(read(line, { removed: [...removed] }))) {
            for (const { key } of chips) removed.add(key)
          }
          expect(read(line, { removed: [...removed] }).summary).toBe(line.trim())
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a very long paste is read at its beginning and kept whole', () => {
    const long = `跟Maria確認交期，下週三回覆報價。${'很長的貼文，11/30。'.repeat(200_000)}`
    const parsed = read(long)
    expect(parsed.nextStep).toMatchObject({ day: '2026-11-25', text: '回覆報價' })
    expect(parsed.summary.length).toBeGreaterThan(long.length - 20)
    expect(parsed.summary.startsWith('跟Maria確認交期。很長的貼文')).toBe(true)
    expect(parsed.summary.endsWith('很長的貼文，11/30。')).toBe(true)
  })

  test.each([
    '一',
    '下',
    '週',
    '1',
    '/',
    ' ',
    '#',
    '@',
    '11/',
    '點',
    '年',
    'a',
    'May ',
    '下週三',
    'in 1 ',
    '，',
    '1:',
    '. ',
    '3 days  ',
    '\n3 days ',
    '大明',
  ])('three megabytes of %s come back', (unit) => {
    const line = unit.repeat(Math.floor(3_000_000 / unit.length))
    expect(read(line).summary.length).toBeGreaterThanOrEqual(Math.min(line.trim().length, 0))
  })
})
