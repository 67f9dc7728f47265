/** One change of the history that a command of the import made. */
export type Change = {
  id: string
  table: string
  rowId: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

/** What else must be known before changes are taken back. */
export type Since = {
  /** Fields that others changed later, by table and row. */
  foreign: ReadonlyMap<string, ReadonlySet<string>>
  /** Records that others have built upon since: by id. */
  used: ReadonlySet<string>
  /** At which account of the import each of its people works. */
  accountOf: ReadonlyMap<string, string>
  /** To which record a row belongs whose change does not say it. */
  ownerOf: ReadonlyMap<string, string>
  /** Whose post it is that changed, by the change. */
  personOf: ReadonlyMap<string, string>
}

export type Image = { id: string; image: Record<string, unknown> }

/** What is taken back, by the module that does it; and the records that stay as others left them. */
export type UndoPlan = {
  accounts: { opened: string[]; addresses: string[]; accounts: Image[]; officeImages: Image[]; touched: string[] }
  people: {
    added: string[]
    points: string[]
    people: Image[]
    posts: Image[]
    pointImages: Image[]
    touched: string[]
  }
  numbers: { given: string[]; numbers: Image[] }
  members: { added: string[]; members: Image[] }
  contacts: { logged: string[]; changed: Image[]; people: Image[] }
  products: { added: string[]; products: Image[] }
  sales: {
    documents: string[]
    lines: string[]
    receivables: string[]
    documentImages: Image[]
    lineImages: Image[]
    receivableImages: Image[]
  }
  voices: string[]
  measurements: { added: string[]; images: Image[] }
  kept: ReadonlySet<string>
}

export const changeKey = ({ table, rowId }: { table: string; rowId: string }): string => `${table} ${rowId}`
