import { and, asc, eq, getTableName, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { accountAddresses, accountNotes, accounts, accountTeam } from '@/db/schema/accounts'
import { rowChanges } from '@/db/schema/audit'
import { confirmations } from '@/db/schema/confirmations'
import { affiliations, contactPoints, keyContacts, people } from '@/db/schema/contacts'
import { fileLinks } from '@/db/schema/files'
import { importRows } from '@/db/schema/imports'
import { interactionMembers, interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import { priceListItems, productCosts, productUnits } from '@/db/schema/products'
import { receivables, salesDocuments, salesLines } from '@/db/schema/sales'
import { externalIds, members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { own } from '@/lib/kernel/own'
import { type Change, changeKey, type Since } from './model-undo'
import { findRestating } from './queries-undo-measurements'

/** What one command of an import changed, in the order in which it did. */
export async function findChanges({ tx, actor }: Look, commandId: string): Promise<Change[]> {
  const rows = await tx
    .select({
      id: rowChanges.id,
      table: rowChanges.table,
      rowId: rowChanges.rowId,
      before: rowChanges.before,
      after: rowChanges.after,
    })
    .from(rowChanges)
    .where(and(own(rowChanges, actor), eq(rowChanges.commandId, commandId), inArray(rowChanges.table, [...undone])))
    .orderBy(asc(rowChanges.id))
  return rows as Change[]
}

/** Tables that an import writes besides its own. */
const undone = [
  'accounts',
  'account_addresses',
  'people',
  'affiliations',
  'contact_points',
  'external_ids',
  'members',
  'interactions',
  'interaction_people',
  'products',
  'sales_documents',
  'sales_lines',
  'receivables',
  'consumer_voices',
  'kpi_measurements',
] as const

/** Everything that happened since to what these changes made. */
export async function findSince(
  look: Look,
  batchId: string,
  changes: readonly Change[],
  records: readonly string[],
): Promise<Since> {
  const made = (table: string) =>
    changes.filter((each) => each.table === table && each.before === null).map(({ rowId }) => rowId)
  const commands = await findCommands(look, batchId)
  const [foreign, accountsUsed, peopleUsed, membersUsed, contactsUsed, goodsUsed, accountOf, ownerOf, personOf] =
    await Promise.all([
      findForeign(look, commands, changes),
      findUsedAccounts(look, commands, made('accounts')),
      findUsedPeople(look, commands, made('people')),
      findUsedMembers(look, commands, made('members')),
      findUsedContacts(look, made('interactions')),
      findUsedGoods(look, commands, made('products'), made('sales_documents')),
      findAccountsOf(look, changes, records),
      findOwners(look, changes),
      findPersons(look, changes),
    ])
  return {
    foreign,
    used: new Set([...accountsUsed, ...peopleUsed, ...membersUsed, ...contactsUsed, ...goodsUsed]),
    accountOf,
    ownerOf,
    personOf,
  }
}

/** The commands by which a batch was run and undone so far. */
async function findCommands({ tx, actor }: Look, batchId: string): Promise<string[]> {
  const ofBatch = and(own(importRows, actor), eq(importRows.batchId, batchId))
  const commandsIn = (column: typeof importRows.commandId | typeof importRows.undoCommandId) =>
    tx
      .selectDistinct({ id: column })
      .from(importRows)
      .where(and(ofBatch, isNotNull(column)))
  const found = [await commandsIn(importRows.commandId), await commandsIn(importRows.undoCommandId)].flat()
  return found.flatMap(({ id }) => id ?? [])
}

/** One parameter, however many commands there are: the database looks each change up in a table of them. */
const listed = (ids: readonly string[]) => sql`${`{${ids.join()}}`}::uuid[]`
const isOneOf = (commands: readonly string[]): SQL => sql`${rowChanges.commandId} = any(${listed(commands)})`
const isNoneOf = (commands: readonly string[]): SQL => sql`${rowChanges.commandId} <> all(${listed(commands)})`

async function findForeign(
  look: Look,
  commands: readonly string[],
  changes: readonly Change[],
): Promise<Map<string, Set<string>>> {
  const [first] = changes
  if (!first) return new Map()
  const rows = await look.tx
    .select({ table: rowChanges.table, rowId: rowChanges.rowId, after: rowChanges.after })
    .from(rowChanges)
    .where(
      and(
        own(rowChanges, look.actor),
        inArray(rowChanges.table, [...new Set(changes.map(({ table }) => table))]),
        inArray(rowChanges.rowId, [...new Set(changes.map(({ rowId }) => rowId))]),
        gt(rowChanges.id, first.id),
        isNoneOf(commands),
      ),
    )
  const found = new Map<string, Set<string>>()
  for (const { table, rowId, after } of rows) {
    const key = changeKey({ table, rowId })
    const fields = found.get(key) ?? new Set<string>()
    for (const field of Object.keys(after ?? {})) fields.add(field)
    found.set(key, fields)
  }
  return found
}

type Child = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn; archivedAt?: AnyPgColumn }

/** Which of these records rows of `table` refer to that this batch did not make. */
async function findReferred(
  look: Look,
  commands: readonly string[] | null,
  table: Child,
  reference: AnyPgColumn,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const madeHere = commands
    ? sql`not exists (select from ${rowChanges} where ${and(
        eq(rowChanges.workspaceId, look.actor.workspaceId),
        eq(rowChanges.table, getTableName(table)),
        eq(rowChanges.rowId, table.id),
        isNull(rowChanges.before),
        isOneOf(commands),
      )})`
    : undefined
  const rows = await look.tx
    .selectDistinct({ id: reference })
    .from(table as PgTable)
    .where(
      and(
        own(table, look.actor),
        inArray(reference, [...ids]),
        table.archivedAt ? isNull(table.archivedAt) : undefined,
        madeHere,
      ),
    )
  return rows.map(({ id }) => String(id))
}

type Reference = readonly [Child, AnyPgColumn, 'others' | 'any']

const findUsed = async (
  look: Look,
  commands: readonly string[],
  ids: readonly string[],
  references: readonly Reference[],
) =>
  (
    await Promise.all(
      references.map(([table, column, whose]) =>
        findReferred(look, whose === 'others' ? commands : null, table, column, ids),
      ),
    )
  ).flat()

const findUsedAccounts = (look: Look, commands: readonly string[], ids: readonly string[]) =>
  findUsed(look, commands, ids, [
    [affiliations, affiliations.accountId, 'others'],
    [accountAddresses, accountAddresses.accountId, 'others'],
    [accounts, accounts.parentId, 'others'],
    [interactions, interactions.accountId, 'any'],
    [tasks, tasks.accountId, 'any'],
    [accountNotes, accountNotes.accountId, 'any'],
    [accountTeam, accountTeam.accountId, 'any'],
    [fileLinks, fileLinks.accountId, 'any'],
    [keyContacts, keyContacts.accountId, 'any'],
    [confirmations, confirmations.accountId, 'any'],
    [salesDocuments, salesDocuments.accountId, 'any'],
    [receivables, receivables.accountId, 'any'],
  ])

const findUsedPeople = (look: Look, commands: readonly string[], ids: readonly string[]) =>
  findUsed(look, commands, ids, [
    [keyContacts, keyContacts.personId, 'any'],
    [interactionPeople, interactionPeople.personId, 'any'],
    [affiliations, affiliations.reportsToId, 'any'],
    [affiliations, affiliations.personId, 'others'],
    [contactPoints, contactPoints.personId, 'others'],
  ])

const findUsedMembers = (look: Look, commands: readonly string[], ids: readonly string[]) =>
  findUsed(look, commands, ids, [
    [members, members.reportsToId, 'others'],
    [accounts, accounts.ownerId, 'any'],
    [people, people.ownerId, 'any'],
    [accountTeam, accountTeam.memberId, 'any'],
    [interactions, interactions.speakerId, 'any'],
    [tasks, tasks.assigneeId, 'any'],
  ])

const findUsedContacts = (look: Look, ids: readonly string[]) =>
  findUsed(look, [], ids, [
    [tasks, tasks.interactionId, 'any'],
    [interactionMembers, interactionMembers.interactionId, 'any'],
  ])

/** Products that something was sold, priced or costed of since, and documents that others have put lines into. */
const findUsedGoods = async (
  look: Look,
  commands: readonly string[],
  products: readonly string[],
  documents: readonly string[],
) => [
  ...(await findUsed(look, commands, products, [
    [salesLines, salesLines.productId, 'any'],
    [priceListItems, priceListItems.productId, 'any'],
    [productCosts, productCosts.productId, 'any'],
    [productUnits, productUnits.productId, 'any'],
  ])),
  ...(await findUsed(look, commands, documents, [[salesLines, salesLines.documentId, 'others']])),
]

/** At which of these accounts the people of the changes work. */
async function findAccountsOf({ tx, actor }: Look, changes: readonly Change[], accountIds: readonly string[]) {
  const ofPeople = changes.some(
    ({ table }) => table === 'people' || table === 'contact_points' || table === 'affiliations',
  )
  if (!ofPeople || accountIds.length === 0) return new Map<string, string>()
  const rows = await tx
    .select({ personId: affiliations.personId, accountId: affiliations.accountId })
    .from(affiliations)
    .where(and(own(affiliations, actor), inArray(affiliations.accountId, [...accountIds])))
  return new Map(rows.map(({ personId, accountId }) => [personId, accountId]))
}

/** Whose the rows are that were changed and do not say it in their change. */
async function findOwners(look: Look, changes: readonly Change[]): Promise<Map<string, string>> {
  const { tx, actor } = look
  const of = async (table: Child, owner: AnyPgColumn) => {
    const name = getTableName(table)
    const ids = changes.filter((each) => each.table === name && each.before !== null).map(({ rowId }) => rowId)
    if (ids.length === 0) return []
    const rows = await tx
      .select({ id: table.id, owner })
      .from(table as PgTable)
      .where(and(own(table, actor), inArray(table.id, ids)))
    return rows.map((row): [string, string] => [changeKey({ table: name, rowId: String(row.id) }), String(row.owner)])
  }
  const found = await Promise.all([
    of(accountAddresses, accountAddresses.accountId),
    of(affiliations, affiliations.accountId),
    of(contactPoints, contactPoints.personId),
    of(externalIds, externalIds.subjectId),
    of(interactionPeople, interactionPeople.interactionId),
    of(salesLines, salesLines.documentId),
    findRestating(look, changes),
  ])
  return new Map(found.flat())
}

/** Whose the posts are that were changed: their search entries hold the title. */
async function findPersons({ tx, actor }: Look, changes: readonly Change[]): Promise<Map<string, string>> {
  const table = getTableName(affiliations)
  const ids = changes.filter((each) => each.table === table && each.before !== null).map(({ rowId }) => rowId)
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: affiliations.id, personId: affiliations.personId })
    .from(affiliations)
    .where(and(own(affiliations, actor), inArray(affiliations.id, ids)))
  return new Map(rows.map(({ id, personId }) => [changeKey({ table, rowId: id }), personId]))
}
