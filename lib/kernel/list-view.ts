/**
 * A list as its page sees it: plain values only, so that rows travel to the browser once.
 * The same address (`?q=…&sort=-name&tier=A,B&after=…`) always gives the same list.
 */
export type ColumnKind = 'text' | 'choice' | 'number' | 'day' | 'moment' | 'flag'

/** One column as the table shows it. `label` is a sentence of the module; `choices` give value and label of each option. */
export type ColumnView = {
  name: string
  kind: ColumnKind
  sortable: boolean
  filterable: boolean
  /** Shown unless the reader hides it. */
  shown: boolean
  choices?: readonly string[]
}

/** A filter in force: which column, how it compares, with what. */
export type FilterView = { column: string; operator: 'is' | 'contains' | 'between'; values: readonly string[] }

/** One page of a list. `before` and `after` are signed cursors; null means there is no such page. No total is counted. */
export type ListPage<Row> = {
  rows: readonly Row[]
  sort: string
  query: string
  filters: readonly FilterView[]
  before: string | null
  after: string | null
  /** Set when a search found more ids than are fetched: the reader is asked to narrow it. */
  narrowed: boolean
}

/** A page whose rows travel as one text: a table of fifty rows is thousands of values, and text is written once. */
export type PackedPage<Row> = Omit<ListPage<Row>, 'rows'> & { packed: string; readonly of?: Row }

/**
 * Packs a page for its journey from server to table, the names of its values said once. Rows hold what JSON holds: texts,
 * numbers, flags, lists of them; what a row lacks arrives as null.
 */
export function packed<Row extends object>({ rows, ...page }: ListPage<Row>): PackedPage<Row> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name]))
  return { ...page, packed: JSON.stringify([names, ...lines]) }
}

/** The page again, in the browser. */
export function unpacked<Row>({ packed: text, ...page }: PackedPage<Row>): ListPage<Row> {
  const [names = [], ...lines] = JSON.parse(text) as [names?: string[], ...lines: unknown[][]]
  return { ...page, rows: lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at]])) as Row) }
}
