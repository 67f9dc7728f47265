/** A member as pickers and cells show them. */
export type MemberName = { id: string; name: string; englishName: string | null }

/** The key roles that a tier may ask an account to fill. */
export const slots = ['sponsor', 'decisionMaker', 'window', 'finance', 'logistics', 'quality', 'endUserVoice'] as const
export type Slot = (typeof slots)[number]

export const tierCodes = ['A', 'B', 'C'] as const
export type TierCode = (typeof tierCodes)[number]

/** How a tier is served: contact at least every so many days, these slots filled, confirmations asked for or not. */
export type Tier = { code: string; contactEveryDays: number; slots: readonly Slot[]; confirms: boolean }

/** What a new workspace starts with. */
export const firstTiers: readonly Tier[] = [
  { code: 'A', contactEveryDays: 14, slots, confirms: true },
  { code: 'B', contactEveryDays: 30, slots: ['decisionMaker', 'window', 'finance', 'logistics'], confirms: true },
  { code: 'C', contactEveryDays: 90, slots: ['decisionMaker', 'window'], confirms: false },
]

/** A day that differs from the bundled calendar; `county` is empty when it holds everywhere. */
export type CalendarDay = { day: string; county: string; kind: 'holiday' | 'workday' | 'closed'; name: string }

/** Taiwan's counties and cities, as typhoon closures are announced for them. */
export const counties = [
  '基隆市',
  '臺北市',
  '新北市',
  '桃園市',
  '新竹市',
  '新竹縣',
  '苗栗縣',
  '臺中市',
  '彰化縣',
  '南投縣',
  '雲林縣',
  '嘉義市',
  '嘉義縣',
  '臺南市',
  '高雄市',
  '屏東縣',
  '宜蘭縣',
  '花蓮縣',
  '臺東縣',
  '澎湖縣',
  '金門縣',
  '連江縣',
] as const
