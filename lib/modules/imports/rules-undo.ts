import type { Subject } from './model'
import { type Change, changeKey, type Image, type Since, type UndoPlan } from './model-undo'

/** Tables whose rows go away with the record that they belong to, and come back with it. */
const parts = new Set(['account_addresses', 'contact_points', 'affiliations', 'external_ids', 'interaction_people'])

/** To which record of the import a change belongs: the account, member or contact of its row. */
export function recordOf(change: Change, subject: Subject, since: Since): string | null {
  const { table, rowId, after } = change
  const said = (key: string) => (typeof after?.[key] === 'string' ? (after[key] as string) : undefined)
  const known = since.ownerOf.get(changeKey(change))
  switch (table) {
    case 'accounts':
      return subject === 'accounts' ? rowId : null
    case 'members':
    case 'interactions':
    case 'products':
    case 'sales_documents':
    case 'receivables':
    case 'consumer_voices':
      return rowId
    case 'kpi_measurements':
      return known ?? rowId
    case 'sales_lines':
      return subject === 'orders' ? (known ?? null) : rowId
    case 'people':
      return since.accountOf.get(rowId) ?? null
    case 'contact_points':
      return since.accountOf.get(said('personId') ?? known ?? '') ?? null
    case 'account_addresses':
    case 'affiliations':
      return said('accountId') ?? known ?? null
    case 'external_ids':
      return said('subjectId') ?? known ?? null
    case 'interaction_people':
      return said('interactionId') ?? known ?? null
    default:
      return null
  }
}

/**
 * How the changes of one command are taken back. A record that others changed or built upon since is left as it is, with
 * everything of it: its parts make no sense without it.
 */
export function planUndo(changes: readonly Change[], subject: Subject, since: Since): UndoPlan {
  const byRecord = new Map<string, Change[]>()
  for (const change of changes) {
    const record = recordOf(change, subject, since)
    if (record === null) continue
    const group = byRecord.get(record)
    if (group) group.push(change)
    else byRecord.set(record, [change])
  }
  const kept = new Set(
    [...byRecord].filter(([, group]) => group.some((change) => isTouched(change, since))).map(([id]) => id),
  )
  const free = [...byRecord].filter(([record]) => !kept.has(record))
  const opened = new Set(free.flatMap(([, group]) => group.filter(isOpening).map(({ rowId }) => rowId)))
  const back = free.flatMap(([record, group]) => group.map((change) => ({ ...change, record })))
  const created = (table: string) =>
    back.filter((change) => change.table === table && change.before === null).map(({ rowId }) => rowId)
  const partsOf = (table: string) =>
    back
      .filter(
        (change) =>
          change.table === table && change.before === null && !opened.has(ownerIn(change, since) ?? change.record),
      )
      .map(({ rowId }) => rowId)
  const images = (table: string): Image[] =>
    back.flatMap(({ table: of, rowId, before }) =>
      of === table && before !== null ? [{ id: rowId, image: { ...before } }] : [],
    )
  return {
    accounts: {
      opened: created('accounts'),
      addresses: partsOf('account_addresses'),
      accounts: images('accounts'),
      officeImages: images('account_addresses'),
      touched: subject === 'accounts' ? free.map(([record]) => record).filter((record) => !opened.has(record)) : [],
    },
    people: {
      added: created('people'),
      points: partsOf('contact_points'),
      people: images('people'),
      posts: images('affiliations'),
      pointImages: images('contact_points'),
      touched: [...new Set(back.flatMap((change) => personIn(change, since) ?? []))],
    },
    numbers: { given: partsOf('external_ids'), numbers: images('external_ids') },
    members: { added: created('members'), members: images('members') },
    contacts: {
      logged: created('interactions'),
      changed: images('interactions'),
      people: images('interaction_people'),
    },
    products: { added: created('products'), products: images('products') },
    sales: {
      documents: created('sales_documents'),
      lines: created('sales_lines'),
      receivables: created('receivables'),
      documentImages: images('sales_documents'),
      lineImages: images('sales_lines'),
      receivableImages: images('receivables'),
    },
    voices: created('consumer_voices'),
    measurements: { added: created('kpi_measurements'), images: images('kpi_measurements') },
    kept,
  }
}

const isOpening = ({ table, before }: Change) => before === null && !parts.has(table)

/** A row that the import made counts as changed by anything; one that it changed, by a change of the same fields. */
function isTouched(change: Change, { foreign, used }: Since): boolean {
  if (change.before === null && used.has(change.rowId)) return true
  const fields = foreign.get(changeKey(change))
  if (!fields) return false
  return change.before === null || Object.keys(change.before).some((field) => fields.has(field))
}

/** The person whose part a row is: parts of people that the import added go with them. */
function ownerIn(change: Change, since: Since): string | undefined {
  return change.table === 'contact_points' || change.table === 'affiliations' ? personIn(change, since) : undefined
}

function personIn(change: Change, { ownerOf, personOf }: Since): string | undefined {
  if (change.table === 'people') return change.rowId
  const said = change.after?.personId
  if (change.table === 'contact_points') return typeof said === 'string' ? said : ownerOf.get(changeKey(change))
  if (change.table !== 'affiliations') return undefined
  return typeof said === 'string' ? said : personOf.get(changeKey(change))
}
