import { addDays, addMonths, type Day, endOfMonth, startOfMonth, weekday } from '@/lib/kernel/day'
import { dayFromParts } from '@/lib/kernel/day-roc'
import {
  addWeekdays,
  bareDateOfMonth,
  bareWeekday,
  type DayReader,
  dateOfMonth,
  endOfQuarter,
  endOfWorkWeek,
  endOfYear,
  fixed,
  minutesAhead,
  nearestYear,
  weekdayOfWeek,
} from './rules-days'
import { aroundFestival } from './rules-festivals'
import type { Wall } from './rules-tense'
import { numberOf, numeral } from './rules-text'

const week = '(?:週|周|星期|禮拜)'
const which = '(?:(上上|下下|(?<![線晚早網桌路身以])上|(?<![一線底私剩])下|這|本|此)(?:一?個)?)'
const weekOffsets: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 這: 0, 本: 0, 此: 0, 下: 1, 下下: 2 }
const yearOffsets: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 明: 1, 後: 2 }
const weekdayNumber = (said: string) => (/[日天]/.test(said) ? 7 : (numberOf(said) ?? 0))
const yearOf = (said: string, { today }: Wall) => Number(today.slice(0, 4)) + (yearOffsets[said] ?? 0)

const fullDates: readonly DayReader[] = [
  [
    /(?<![\d.a-z#-])((?:19|20)\d\d)(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?![\d.%]|-\d)[日號]?/g,
    ([, year, month, date]) => fixed(dayFromParts(Number(year), Number(month), Number(date)), { exact: true }),
  ],
  [
    /民國(\d{2,3})[年/.-](\d{1,2})[月/.-](\d{1,2})(?![\d.%])[日號]?/g,
    ([, year, month, date]) => fixed(dayFromParts(Number(year) + 1911, Number(month), Number(date)), { exact: true }),
  ],
  [
    /(?<![\d.a-z#/-])(1\d\d)(?:\/(\d{1,2})\/(\d{1,2})(?![\d/.%a-z])|年(\d{1,2})月(\d{1,2})[日號])/g,
    ([, year, month, date, monthSaid, dateSaid]) =>
      fixed(dayFromParts(Number(year) + 1911, Number(month ?? monthSaid), Number(date ?? dateSaid)), { exact: true }),
  ],
  [
    new RegExp(`([前去今明後])年(${numeral})月(?:(${numeral})[日號]|(底|初|中旬?))`, 'g'),
    ([, said = '', month = '', date, part], now) => {
      const first = dayFromParts(yearOf(said, now), numberOf(month) ?? 0, 1)
      if (!first) return null
      return fixed(date ? dateOfMonth(numberOf(date) ?? 0, 0, first) : partOfMonth(part ?? '', first), { exact: true })
    },
  ],
]

const partOfMonth = (part: string, day: Day) =>
  part === '底' ? endOfMonth(day) : part === '初' ? startOfMonth(day) : `${day.slice(0, 8)}15`

const months: readonly DayReader[] = [
  [
    new RegExp(`${which}月(?:份)?(?:(${numeral})[號日]|(底|初|中旬?))`, 'g'),
    ([, said = '', date, part], { today }) => {
      const offset = weekOffsets[said] ?? 0
      if (date) return fixed(dateOfMonth(numberOf(date) ?? 0, offset, today))
      return fixed(partOfMonth(part ?? '', addMonths(startOfMonth(today), offset)))
    },
  ],
  [
    /(?<![一線底私剩])(下下?)(?:個月|月(?![結份台亮]))(?!\s?[\d一二三四五六七八九十]+[號日])/g,
    ([, said = ''], { today }) => fixed(addMonths(startOfMonth(today), said.length)),
  ],
  [
    new RegExp(`(?<![\\d.])(${numeral})月(底|初|中旬)`, 'g'),
    ([, month = '', part = ''], { today }) => {
      const year = Number(today.slice(0, 4))
      const wanted = [year, year + 1, year - 1].map((candidate) => dayFromParts(candidate, numberOf(month) ?? 0, 1))
      const at = wanted.map((first) => first && partOfMonth(part, first))
      if (!at[0]) return null
      return {
        resolve: (past) =>
          (past ? ((at[0] ?? '') <= today ? at[0] : at[2]) : (at[0] ?? '') >= today ? at[0] : at[1]) ?? null,
      }
    },
  ],
  [
    /(?<![個上下這本此每\d一二三四五六七八九十])月(底|初|中旬?(?!心|央|間))/g,
    ([, part = ''], { today }) => {
      const own = partOfMonth(part, today)
      return {
        resolve: (past) => {
          if (past) return own <= today ? own : partOfMonth(part, addMonths(startOfMonth(today), -1))
          return own >= today ? own : partOfMonth(part, addMonths(startOfMonth(today), 1))
        },
      }
    },
  ],
  [
    /(?<![每歷百])([去今明])?年(底|初)/g,
    ([, said, part], { today }) => {
      const year = Number(today.slice(0, 4)) + (said ? (yearOffsets[said] ?? 0) : part === '初' ? 1 : 0)
      return fixed(part === '底' ? endOfYear(`${year}-01-01`) : `${year}-01-01`)
    },
  ],
  [/(?<![每各])(?:本|這|此)?季(?:底|末)/g, (_match, { today }) => fixed(endOfQuarter(today))],
]

const weeks: readonly DayReader[] = [
  [
    new RegExp(
      `(?<![每逢各隔])(?:${which}|(?<!(?:[隔每兩\\d一二三四五六七八九十])個?))${week}([一二三四五六日天1-6])(?![次趟])`,
      'g',
    ),
    ([, said, day = ''], { today }) => {
      const number = weekdayNumber(day)
      return said ? fixed(weekdayOfWeek(number, weekOffsets[said] ?? 0, today)) : bareWeekday(number, today)
    },
  ],
  [
    new RegExp(`(?:${which}|(?<![每兩\\d一二三四五六七八九十]個?))${week}末`, 'g'),
    ([, said], { today }) => {
      if (said) return fixed(weekdayOfWeek(6, weekOffsets[said] ?? 0, today))
      return weekday(today) > 5 ? fixed(today) : bareWeekday(6, today)
    },
  ],
  [
    new RegExp(`${which}${week}(內|底|初|中|前)`, 'g'),
    ([, said = '', part = ''], { today }) => {
      const offset = weekOffsets[said] ?? 0
      if (offset < 0) return null
      if (part === '初') return fixed(weekdayOfWeek(1, offset, today))
      if (part === '中') return fixed(weekdayOfWeek(3, offset, today))
      return fixed(endOfWorkWeek(part === '前' ? Math.max(offset - 1, 0) : offset, today))
    },
  ],
  [
    new RegExp(`${which}${week}(?![轉年期邊報刊會一二三四五六日天])`, 'g'),
    ([, said = ''], { today }) => {
      const offset = weekOffsets[said] ?? 0
      if (offset === 0) return null
      return fixed(offset > 0 ? weekdayOfWeek(1, offset, today) : addDays(today, offset * 7))
    },
  ],
  [
    new RegExp(`(${numeral}|半)(?:個)?${week}(?:之|以|過)?(後|內|前)`, 'g'),
    ([, count = '', side], { today }) => {
      const number = numberOf(count)
      return number ? fixed(addDays(today, number * (side === '前' ? -7 : 7))) : null
    },
  ],
]

const counts: readonly DayReader[] = [
  [
    new RegExp(`(?:再)?過(?:個)?(${numeral})(天|日(?!圓|幣)|(?:個)?${week}|個月)`, 'g'),
    ([, count = '', unit = ''], { today }) => {
      const number = numberOf(count)
      if (!number) return null
      return fixed(
        unit.endsWith('月') ? addMonths(today, number) : addDays(today, /[天日]/.test(unit) ? number : number * 7),
      )
    },
  ],
  [
    new RegExp(`(${numeral})個?工作[天日](?:之|以)?[內後]`, 'g'),
    ([, count = ''], { today }) => fixed(addWeekdays(today, numberOf(count) ?? 0)),
  ],
  [
    new RegExp(`(${numeral}|半)個?(小時|鐘頭|分鐘)(?:之|以)?後`, 'g'),
    ([, count = '', unit], now) => {
      const number = count === '半' ? 0.5 : (numberOf(count) ?? 0)
      return number ? minutesAhead(Math.round(number * (unit === '分鐘' ? 1 : 60)), now) : null
    },
  ],
  [
    /(過年|農曆新?年|新年|春節|除夕|中秋節?|端午節?|清明(?:連假|節)?|元旦|國慶[日節]?|雙十節?|聖誕節?|耶誕節?|(?<![\d一二三四五六七八九十幾半今明去前後每整當週多少歷近老百千兩個])年(?![底初度月份假]))(?:連假|假期)?(?:之|以)?(前夕|前|後)|過完年後?/g,
    ([, festival = '年', side = '後'], { today }) =>
      fixed(aroundFestival(festival, side === '後' ? 'after' : 'before', today)),
  ],
]

/** 1/2 的客戶 is a share of them, 11/30 的會議 a meeting. */
const isFraction = ({ 0: text, 1: over, 2: under, index, input }: RegExpExecArray) =>
  Number(over) < Number(under) && Number(under) <= 10 && /^\s?的/.test(input.slice(index + text.length))

const bareDates: readonly DayReader[] = [
  [
    /(?<![\d./:$#a-z%+*=~-])(?<!(?:型號|料號|規格|品號|批號|編號|佔|剩|約)\s?)(\d{1,2})\/(\d{1,2})(?:\s?[-~–至到]\s?\d{1,2}\/\d{1,2})?(?![\d./:%a-z+*=-]|\s?(?:英?吋|inch|"|”|成|杯|份|強|箱|價|折|pcs|mm|cm))/g,
    (match, { today }) => (isFraction(match) ? null : nearestYear(Number(match[1]), Number(match[2]), today)),
  ],
  [
    /(?<![\d第#號a-z.:/-])(\d{1,2})號(?![店倉線碼機樓門窗電櫃產出餐桌館廠房車艙位院油品鍵包箱紙刀球色公國人罐瓶井]|會議室)/g,
    ([, date], { today }) => (Number(date) >= 1 && Number(date) <= 31 ? bareDateOfMonth(Number(date), today) : null),
  ],
]

/** The Chinese phrases (and 11/30 in either language) that the date library does not read or reads by another week. */
export const chineseDays: readonly DayReader[] = [...fullDates, ...months, ...weeks, ...counts, ...bareDates]
