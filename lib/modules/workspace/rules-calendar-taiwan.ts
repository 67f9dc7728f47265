import type { Day } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { CalendarDay } from '@/lib/kernel/workday'

/** A day of the bundled calendar with what it is called in both languages. */
export type NamedDay = CalendarDay & { name: Readonly<Record<Locale, string>> }

const names = {
  foundingDay: ['開國紀念日', 'Founding Day'],
  beforeEve: ['農曆除夕前一日', "Day before Lunar New Year's Eve"],
  eve: ['農曆除夕', "Lunar New Year's Eve"],
  newYear: ['春節', 'Lunar New Year'],
  peaceDay: ['和平紀念日', 'Peace Memorial Day'],
  childrensDay: ['兒童節', "Children's Day"],
  tombSweeping: ['民族掃墓節', 'Tomb Sweeping Day'],
  labourDay: ['勞動節', 'Labour Day'],
  dragonBoat: ['端午節', 'Dragon Boat Festival'],
  midAutumn: ['中秋節', 'Mid-Autumn Festival'],
  teachersDay: ['教師節', "Teachers' Day"],
  nationalDay: ['國慶日', 'National Day'],
  retrocessionDay: ['臺灣光復暨金門古寧頭大捷紀念日', 'Retrocession and Guningtou Victory Day'],
  constitutionDay: ['行憲紀念日', 'Constitution Day'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

type Holiday = keyof typeof names
/** `+` marks the day off in lieu of one that falls on a weekend. */
type Line = readonly [Day, Holiday, '+'?]

const holidays: readonly Line[] = [
  ['2025-01-01', 'foundingDay'],
  ['2025-01-27', 'beforeEve'],
  ['2025-01-28', 'eve'],
  ['2025-01-29', 'newYear'],
  ['2025-01-30', 'newYear'],
  ['2025-01-31', 'newYear'],
  ['2025-02-28', 'peaceDay'],
  ['2025-04-03', 'childrensDay', '+'],
  ['2025-04-04', 'tombSweeping'],
  ['2025-05-01', 'labourDay'],
  ['2025-05-30', 'dragonBoat', '+'],
  ['2025-05-31', 'dragonBoat'],
  ['2025-09-28', 'teachersDay'],
  ['2025-09-29', 'teachersDay', '+'],
  ['2025-10-06', 'midAutumn'],
  ['2025-10-10', 'nationalDay'],
  ['2025-10-24', 'retrocessionDay', '+'],
  ['2025-10-25', 'retrocessionDay'],
  ['2025-12-25', 'constitutionDay'],

  ['2026-01-01', 'foundingDay'],
  ['2026-02-15', 'beforeEve'],
  ['2026-02-16', 'eve'],
  ['2026-02-17', 'newYear'],
  ['2026-02-18', 'newYear'],
  ['2026-02-19', 'newYear'],
  ['2026-02-20', 'beforeEve', '+'],
  ['2026-02-27', 'peaceDay', '+'],
  ['2026-02-28', 'peaceDay'],
  ['2026-04-03', 'childrensDay', '+'],
  ['2026-04-04', 'childrensDay'],
  ['2026-04-05', 'tombSweeping'],
  ['2026-04-06', 'tombSweeping', '+'],
  ['2026-05-01', 'labourDay'],
  ['2026-06-19', 'dragonBoat'],
  ['2026-09-25', 'midAutumn'],
  ['2026-09-28', 'teachersDay'],
  ['2026-10-09', 'nationalDay', '+'],
  ['2026-10-10', 'nationalDay'],
  ['2026-10-25', 'retrocessionDay'],
  ['2026-10-26', 'retrocessionDay', '+'],
  ['2026-12-25', 'constitutionDay'],

  ['2027-01-01', 'foundingDay'],
  ['2027-02-04', 'beforeEve'],
  ['2027-02-05', 'eve'],
  ['2027-02-06', 'newYear'],
  ['2027-02-07', 'newYear'],
  ['2027-02-08', 'newYear'],
  ['2027-02-09', 'newYear', '+'],
  ['2027-02-10', 'newYear', '+'],
  ['2027-02-28', 'peaceDay'],
  ['2027-03-01', 'peaceDay', '+'],
  ['2027-04-04', 'childrensDay'],
  ['2027-04-05', 'tombSweeping'],
  ['2027-04-06', 'childrensDay', '+'],
  ['2027-04-30', 'labourDay', '+'],
  ['2027-05-01', 'labourDay'],
  ['2027-06-09', 'dragonBoat'],
  ['2027-09-15', 'midAutumn'],
  ['2027-09-28', 'teachersDay'],
  ['2027-10-10', 'nationalDay'],
  ['2027-10-11', 'nationalDay', '+'],
  ['2027-10-25', 'retrocessionDay'],
  ['2027-12-24', 'constitutionDay', '+'],
  ['2027-12-25', 'constitutionDay'],
  ['2027-12-31', 'foundingDay', '+'],

  ['2028-01-01', 'foundingDay'],
  ['2028-01-24', 'beforeEve'],
  ['2028-01-25', 'eve'],
  ['2028-01-26', 'newYear'],
  ['2028-01-27', 'newYear'],
  ['2028-01-28', 'newYear'],
  ['2028-02-28', 'peaceDay'],
  ['2028-04-03', 'childrensDay', '+'],
  ['2028-04-04', 'tombSweeping'],
  ['2028-05-01', 'labourDay'],
  ['2028-05-28', 'dragonBoat'],
  ['2028-05-29', 'dragonBoat', '+'],
  ['2028-09-28', 'teachersDay'],
  ['2028-10-03', 'midAutumn'],
  ['2028-10-10', 'nationalDay'],
  ['2028-10-25', 'retrocessionDay'],
  ['2028-12-25', 'constitutionDay'],
]

const namedHoliday = ([day, holiday, inLieu]: Line): NamedDay => {
  const [zh, en] = names[holiday]
  return { day, kind: 'holiday', name: { 'zh-TW': inLieu ? `${zh}補假` : zh, en: inLieu ? `${en} (in lieu)` : en } }
}

/**
 * The days of 2025 to 2028 on which Taiwan's offices do otherwise than the weekday says. 2025 to 2027 as published by the
 * Directorate-General of Personnel Administration, with Labour Day 2025 as the Labour Standards Act has it; 2028 by the
 * Act on memorial days and festivals of 2025-05-28 (a Saturday gives the Friday, a Sunday the Monday, the new year the
 * workdays after it; no more make-up Saturdays). A workspace's own calendar, such as the yearly CSV, overrides any line.
 */
export const taiwanCalendar: readonly NamedDay[] = [
  ...holidays.map(namedHoliday),
  {
    day: '2025-02-08',
    kind: 'workday',
    name: { 'zh-TW': '補行上班（1月27日）', en: 'Make-up workday for January 27' },
  },
]

export const taiwanCalendarYears = { first: 2025, last: 2028 } as const
