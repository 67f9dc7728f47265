import { describe, expect, test } from 'vitest'
import { type ParsedLine, parseLine } from '@/lib/modules/interactions/rules-phrases'

/** Thursday, 19 November 2026, ten in the morning in Taipei; two in the morning in Greenwich. */
const now = new Date('2026-11-19T02:00:00Z')
const read = (line: string): ParsedLine => parseLine(line, { now, people: [] })

const when = ({ happenedAt, plan, nextStep }: ParsedLine) => {
  const said = happenedAt ?? plan ?? nextStep
  if (!said) return null
  return [happenedAt ? 'past' : plan ? 'plan' : 'next', said.day, ...(said.time ? [said.time] : [])].join(' ')
}

describe('the table of phrases', () => {
  test.each([
    ['今天拜訪大安', 'past 2026-11-19'],
    ['明天拜訪', 'plan 2026-11-20'],
    ['後天拜訪', 'plan 2026-11-21'],
    ['大後天回電', 'plan 2026-11-22'],
    ['昨天拜訪', 'past 2026-11-18'],
    ['前天打電話', 'past 2026-11-17'],
    ['大前天打電話', 'past 2026-11-16'],
    ['昨天下午拜訪大安談新品', 'past 2026-11-18'],
    ['明早打電話給王經理', 'plan 2026-11-20'],
    ['今晚餐敘', 'plan 2026-11-19'],
    ['昨晚餐敘', 'past 2026-11-18'],
    ['今天早上開會', 'past 2026-11-19'],
    ['下午回電', 'plan 2026-11-19'],
    ['中午開會', 'plan 2026-11-19 12:00'],
    ['明天下午三點開會', 'plan 2026-11-20 15:00'],
    ['明天三點開會', 'plan 2026-11-20 15:00'],
    ['明天九點開會', 'plan 2026-11-20 09:00'],
    ['後天早上9:30視訊', 'plan 2026-11-21 09:30'],
    ['後天上午10點半視訊', 'plan 2026-11-21 10:30'],
    ['明天下午三點到五點開會', 'plan 2026-11-20 15:00'],
    ['明天下午三點三方會議', 'plan 2026-11-20 15:00'],
    ['明天三點三十分開會', 'plan 2026-11-20 15:30'],
    ['明天三點一刻開會', 'plan 2026-11-20 15:15'],
    ['明天中午十二點半吃飯', 'plan 2026-11-20 12:30'],
    ['明天中午一點吃飯', 'plan 2026-11-20 13:00'],
    ['明天晚上12點前交', 'plan 2026-11-21 00:00'],
    ['明天凌晨兩點到貨', 'plan 2026-11-20 02:00'],
    ['兩點半開會', 'plan 2026-11-19 14:30'],
    ['三點開會', 'plan 2026-11-19 15:00'],
    ['早上九點半開會', 'past 2026-11-19 09:30'],
    ['15:00 開會', 'plan 2026-11-19 15:00'],
    ['今天下班前回覆', 'plan 2026-11-19 18:00'],
    ['今天內回覆', 'plan 2026-11-19'],
    ['週三拜訪大安', 'plan 2026-11-25'],
    ['週三拜訪了大安', 'past 2026-11-18'],
    ['週四拜訪', 'past 2026-11-19'],
    ['週四下午三點拜訪', 'plan 2026-11-19 15:00'],
    ['這週三開會', 'past 2026-11-18'],
    ['本週五前回覆', 'plan 2026-11-20'],
    ['這個禮拜五開會', 'plan 2026-11-20'],
    ['下週三拜訪', 'plan 2026-11-25'],
    ['下周三拜訪', 'plan 2026-11-25'],
    ['下週三回覆', 'plan 2026-11-25'],
    ['下禮拜三 10點半 開會', 'plan 2026-11-25 10:30'],
    ['下個星期三開會', 'plan 2026-11-25'],
    ['下週三三點半開會', 'plan 2026-11-25 15:30'],
    ['下週三兩點半開會', 'plan 2026-11-25 14:30'],
    ['下下週一拜訪', 'plan 2026-11-30'],
    ['上週五拜訪', 'past 2026-11-13'],
    ['上禮拜五開會', 'past 2026-11-13'],
    ['上上週五拜訪', 'past 2026-11-06'],
    ['禮拜五下班前回覆', 'plan 2026-11-20 18:00'],
    ['週五晚上7點吃飯', 'plan 2026-11-20 19:00'],
    ['星期天到貨', 'plan 2026-11-22'],
    ['週一到週五都可以', 'plan 2026-11-23'],
    ['下週拜訪', 'plan 2026-11-23'],
    ['下週內回覆', 'plan 2026-11-27'],
    ['本週內回覆', 'plan 2026-11-20'],
    ['上週拜訪大安', 'past 2026-11-12'],
    ['週末前給答覆', 'plan 2026-11-21'],
    ['三天後追蹤', 'plan 2026-11-22'],
    ['三天內回覆', 'plan 2026-11-22'],
    ['三天前拜訪', 'past 2026-11-16'],
    ['兩週後回訪', 'plan 2026-12-03'],
    ['兩個禮拜後回訪', 'plan 2026-12-03'],
    ['兩週前拜訪', 'past 2026-11-05'],
    ['一個月後追蹤', 'plan 2026-12-19'],
    ['半年後續約', 'plan 2027-05-19'],
    ['過兩天再打', 'plan 2026-11-21'],
    ['三個工作天內回覆', 'plan 2026-11-24'],
    ['一小時後回電', 'plan 2026-11-19 11:00'],
    ['半小時後回電', 'plan 2026-11-19 10:30'],
    ['月底前寄樣品', 'plan 2026-11-30'],
    ['月初對帳', 'plan 2026-12-01'],
    ['月中前回覆', 'plan 2026-12-15'],
    ['下個月5號再報價', 'plan 2026-12-05'],
    ['下個月底前簽約', 'plan 2026-12-31'],
    ['下個月再談', 'plan 2026-12-01'],
    ['下下個月初開會', 'plan 2027-01-01'],
    ['上個月5號開會', 'past 2026-10-05'],
    ['12月底前出貨', 'plan 2026-12-31'],
    ['季底前結清', 'plan 2026-12-31'],
    ['年底前簽約', 'plan 2026-12-31'],
    ['明年初調價', 'plan 2027-01-01'],
    ['明年3月5日續約', 'plan 2027-03-05'],
    ['去年12月5日簽約', 'past 2025-12-05'],
    ['12月5日出貨', 'plan 2026-12-05'],
    ['十二月五號出貨', 'plan 2026-12-05'],
    ['1月5日開會', 'plan 2027-01-05'],
    ['5號前給樣品', 'plan 2026-12-05'],
    ['15號來訪了', 'past 2026-11-15'],
    ['11/30 開會', 'plan 2026-11-30'],
    ['１１／３０　開會', 'plan 2026-11-30'],
    ['11/30（一）下午2點簡報', 'plan 2026-11-30 14:00'],
    ['12/5 15:00 拜訪', 'plan 2026-12-05 15:00'],
    ['12/1-12/3參展', 'plan 2026-12-01'],
    ['10/5 拜訪', 'past 2026-10-05'],
    ['3/5 拜訪', 'plan 2027-03-05'],
    ['115/3/5 拜訪', 'past 2026-03-05'],
    ['民國115年12月1日簽約', 'plan 2026-12-01'],
    ['115年12月1日簽約', 'plan 2026-12-01'],
    ['2026-12-01 簽約', 'plan 2026-12-01'],
    ['2029/1/15 到期', 'plan 2029-01-15'],
    ['過年後再談', 'plan 2027-02-11'],
    ['過完年再說', 'plan 2027-02-11'],
    ['年前拜訪', 'plan 2027-02-03'],
    ['中秋前出貨', 'plan 2027-09-14'],
    ['端午節前出貨', 'plan 2027-06-08'],
    ['國慶連假後再聯絡', 'plan 2027-10-11'],
  ])('%s', (line, expected) => {
    expect(when(read(line))).toBe(expected)
  })

  test.each([
    ['today visited Alfreds', 'past 2026-11-19'],
    ['tomorrow 3pm call', 'plan 2026-11-20 15:00'],
    ['tomorrow at 3 call', 'plan 2026-11-20 15:00'],
    ['tomorrow at 10:30 call', 'plan 2026-11-20 10:30'],
    ['tomorrow morning call', 'plan 2026-11-20'],
    ['tomorrow noon lunch', 'plan 2026-11-20 12:00'],
    ['half past two call', 'plan 2026-11-19 14:30'],
    ['tonight at 7 dinner', 'plan 2026-11-19 19:00'],
    ['this afternoon meeting', 'plan 2026-11-19'],
    ['last night dinner', 'past 2026-11-18'],
    ['yesterday afternoon visited the plant', 'past 2026-11-18'],
    ['the day before yesterday met them', 'past 2026-11-17'],
    ['the day after tomorrow visit', 'plan 2026-11-21'],
    ['next Wed send samples', 'plan 2026-11-25'],
    ['next wed send samples', 'plan 2026-11-25'],
    ['Wednesday next week send samples', 'plan 2026-11-25'],
    ['Wed visit', 'plan 2026-11-25'],
    ['on Wednesday visited the plant', 'past 2026-11-18'],
    ['this Wed meeting', 'past 2026-11-18'],
    ['last Friday called', 'past 2026-11-13'],
    ['in two weeks visit', 'plan 2026-12-03'],
    ['a week from now call', 'plan 2026-11-26'],
    ['in 3 days call', 'plan 2026-11-22'],
    ['3 days ago visited', 'past 2026-11-16'],
    ['two weeks ago called', 'past 2026-11-05'],
    ['in a month call', 'plan 2026-12-19'],
    ['within 5 business days reply', 'plan 2026-11-26'],
    ['in two hours call', 'plan 2026-11-19 12:00'],
    ['next week visit', 'plan 2026-11-23'],
    ['by end of next week reply', 'plan 2026-11-27'],
    ['by end of month send contract', 'plan 2026-11-30'],
    ['by EOM send contract', 'plan 2026-11-30'],
    ['by end of next month send contract', 'plan 2026-12-31'],
    ['by end of the year sign', 'plan 2026-12-31'],
    ['early next month visit', 'plan 2026-12-01'],
    ['by the 25th send PO', 'plan 2026-11-25'],
    ['on the 5th of next month visit', 'plan 2026-12-05'],
    ['by EOD reply', 'plan 2026-11-19 18:00'],
    ['Dec 5 visit', 'plan 2026-12-05'],
    ['on December 5th at 10:30 visit', 'plan 2026-12-05 10:30'],
    ['5 Jan visit', 'plan 2027-01-05'],
    ['March 3, 2027 visit', 'plan 2027-03-03'],
    ['before Chinese New Year visit plant', 'plan 2027-02-03'],
    ['after CNY visit plant', 'plan 2027-02-11'],
    ['before Mid-Autumn Festival ship', 'plan 2027-09-14'],
    ['before Christmas ship', 'plan 2026-12-24'],
  ])('%s', (line, expected) => {
    expect(when(read(line))).toBe(expected)
  })
})

describe('what only looks like a date stays text', () => {
  test.each([
    'Q1',
    '確認Q1交期',
    '3/4 吋',
    '3/4"管',
    '10/12/14 吋',
    '1+1',
    '24小時',
    '24小時營業',
    '型號 11/30A',
    '型號 11/30',
    'A12/5B',
    '價格 1,200',
    '12/5% 折扣',
    '統編 22099131',
    '訂單 #20261130',
    '確認一下',
    '確認一下月結條件',
    '三方會議',
    '週轉率偏低',
    '週年慶',
    '週期太長',
    'May',
    'May said ok',
    'we met with May',
    'it may take 3 weeks',
    '7-11',
    '7-11 上架',
    '50%',
    '1/2 的客戶',
    '佔 1/3',
    '每週三開會',
    '一週一次',
    '兩週一次',
    '隔週三開會',
    'every Monday meeting',
    '客戶提了三點意見',
    '有兩點要改',
    '夜市攤商',
    '立即處理',
    '目前缺貨',
    '之前談過',
    '以後天天送',
    '最後天數',
    '幾天後再說',
    '下次再談',
    '下雨',
    '線上週會',
    '5號店補貨',
    '第3號倉庫',
    '三年後到期',
    '合作十年前景',
    '兩年前簽的約',
    '付款條件30天內',
    '月結60天',
    'net 30 days',
    '交期兩週後',
    '營業時間 10:00-22:00',
    '比例 16:9',
    '版本 2.10.3',
    '192.168.1.1',
    '02-2345-6789',
    '0912-345-678',
    '12月出貨量',
    '十二月',
    'in 2027 we grow',
    'we sat down',
    'the sun is out',
    'Sun said hello',
    'second order',
    '+3 days',
    'now',
    '買10送1',
    '9-5 上班',
    '早會討論',
    '每年底盤點會議',
    '早上的會',
    '2/30 拜訪',
    '13/45',
    '115/13/5',
  ])('%s', (line) => {
    const { happenedAt, plan, nextStep, summary } = read(line)
    expect([happenedAt, plan, nextStep]).toEqual([undefined, undefined, undefined])
    expect(summary).toBe(line)
  })
})

describe('the same wall clock everywhere', () => {
  test('early in the morning in Taipei it is still yesterday in Greenwich', () => {
    const early = new Date('2026-11-18T22:30:00Z')
    const context = { now: early, people: [] }
    expect(parseLine('明天下午三點開會', context).plan).toMatchObject({ day: '2026-11-20', time: '15:00' })
    expect(parseLine('tomorrow 3pm call', context).plan).toMatchObject({ day: '2026-11-20', time: '15:00' })
    expect(parseLine('12月5日開會', { ...context, now: new Date('2026-12-31T16:30:00Z') }).happenedAt?.day).toBe(
      '2026-12-05',
    )
  })

  test('a Sunday belongs to the week that began on Monday', () => {
    const sunday = { now: new Date('2026-11-22T04:00:00Z'), people: [] }
    expect(parseLine('下週三開會', sunday).plan?.day).toBe('2026-11-25')
    expect(parseLine('這週三開會', sunday).happenedAt?.day).toBe('2026-11-18')
    expect(parseLine('next Wed call', sunday).plan?.day).toBe('2026-11-25')
    expect(parseLine('last Saturday called', sunday).happenedAt?.day).toBe('2026-11-21')
  })

  test('at the turn of the year and in February', () => {
    const at = (moment: string) => ({ now: new Date(moment), people: [] })
    expect(parseLine('12/30 拜訪', at('2027-01-02T04:00:00Z')).happenedAt?.day).toBe('2026-12-30')
    expect(parseLine('1/3 拜訪', at('2026-12-30T04:00:00Z')).plan?.day).toBe('2027-01-03')
    expect(parseLine('月底前回覆', at('2028-02-10T04:00:00Z')).plan?.day).toBe('2028-02-29')
    expect(parseLine('下個月30號開會', at('2027-01-15T04:00:00Z')).plan).toBeUndefined()
    expect(parseLine('過年後拜訪', at('2026-02-10T04:00:00Z')).plan?.day).toBe('2026-02-23')
  })
})
