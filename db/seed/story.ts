import type { AccountKind, AccountStatus } from '@/lib/modules/accounts/model'
import type { TierCode } from '@/lib/modules/workspace/model'
import type { MemberKey } from './company'

/**
 * One account of the demonstration as its file tells it. Tables are written as text, a row a line, cells between bars,
 * so that a reader sees sentences; cells at the end may be left out. Days are days ago, see `dayMeant`.
 */
export type Story = {
  key: string
  owner: MemberKey
  /** The story's key of the parent account. */
  parent?: string
  account: {
    kind: AccountKind
    name: string
    englishName: string
    businessNumber: string
    tier: TierCode
    status: AccountStatus
    segment: string
    industry: string
    region: string
    city: string
    phone: string
    website: string
    paymentNote: string
    note: string
    restricted?: boolean
  }
  /** Everybody's e-mail ends with it; under a top level that is reserved for examples. */
  domain: string
  /** kind | postal code | county | line | English line */
  addresses: string
  /** member | role | employment | from | to */
  team: string
  /** kind | source | text | how we know exactly */
  notes: string
  /**
   * name | English name | honorific | title | department | decision role, influence 1–5, stance | language, channel |
   * phones | mailbox | LINE | source of the privacy notice and its day | reports to
   */
  people: string
  /** role | person | then for each confirmation: day, method and note, separated by commas */
  keyContacts: string
  /** day | person | new title */
  retitled?: string
  /** day | person | key of the account they went to | title | department | decision role, influence, stance | phone | e-mail */
  moved?: string
  /** No routine and no season is told of the last so many days: the recent past is told line by line. */
  quietDays: number
  /**
   * day | channel | people | summary with #topics at its end | next step | flags. A channel with ？ had no answer, a store
   * check with ！ met somebody. A next step reads `text +days 15:00 完days 未 @member`: promised for, ticked off after, still
   * open, whose. Flags: by=speaker typed=assistant with=colleagues plan=days it had been planned ahead file=name.
   */
  contacts: string
  /** The same columns; what comes with the seasons of the year. */
  seasons: string
  /** The same columns with a day of the month: each month the next of them is told. */
  routine: string
  /** workdays ahead and hour | channel | people | summary | days ago on which it was arranged | flags */
  plans: string
}

/** The rows of a table that is written as text. */
export const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => row.split('|').map((cell) => cell.trim()))

/** 王大明、李小華 in one cell; a dash says nobody. */
export const listed = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(/[、,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== '-')

/** An empty cell or a dash is no value. */
export const said = (cell: string | undefined): string | null => (cell && cell !== '-' ? cell : null)
