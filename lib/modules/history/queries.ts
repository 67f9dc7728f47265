import { and, asc, desc, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { commandLog, rowChanges } from '@/db/schema/audit'
import { clientLinks } from '@/db/schema/links'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { openCursor, sealCursor } from '@/lib/kernel/cursor'
import { addDays, instantOf } from '@/lib/kernel/day'
import { type ListRequest, listInput, listSpec, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { wantedKey, wantedKeys } from '@/lib/kernel/values'
import { may } from './manifest'
import type { HistoryRow, Subject } from './model'
import { findSubjects } from './queries-subjects'
import { firstIdAt, inOrderFor } from './rules'

/** The log of everything done in the workspace; newest first is its only order, because ids follow time. */
export const historyList = listSpec({
  name: 'history',
  id: commandLog.id,
  columns: {
    at: { kind: 'moment', from: commandLog.createdAt, filter: true },
    member: { kind: 'choice', from: commandLog.actorId, filter: true, reference: true },
    what: { kind: 'text', from: commandLog.command },
    record: { kind: 'text', from: commandLog.id },
    outcome: { kind: 'choice', from: commandLog.outcome, choices: ['done', 'refused'] },
  },
  firstSort: '-at',
})

/** Who did what when to which record, page by page, of one member or all, of some days or ever. */
export const history = query({
  name: 'history.entries',
  permission: may.see,
  input: listInput(historyList),
  async run(look, request): Promise<ListPage<HistoryRow>> {
    const { tx, actor } = look
    const scope = `${actor.workspaceId}:history`
    const cursor = openCursor(request.after ?? request.before, scope)
    const backwards = request.after === null && request.before !== null && cursor !== null
    const fetched = await tx
      .select({
        id: commandLog.id,
        at: commandLog.createdAt,
        member: members.name,
        by: commandLog.actor,
        client: clientLinks.recipient,
        what: commandLog.command,
        outcome: commandLog.outcome,
      })
      .from(commandLog)
      .leftJoin(members, joined(members, actor, commandLog.actorId))
      .leftJoin(clientLinks, joined(clientLinks, actor, commandLog.actorId))
      .where(
        and(
          own(commandLog, actor),
          ...narrowed(request, actor.timeZone),
          cursor ? (backwards ? gt(commandLog.id, cursor.id) : lt(commandLog.id, cursor.id)) : undefined,
        ),
      )
      .orderBy(backwards ? asc(commandLog.id) : desc(commandLog.id))
      .limit(pageSize + 1)
    const more = fetched.length > pageSize
    const page = fetched.slice(0, pageSize)
    if (backwards) page.reverse()
    const seal = (row: { id: string } | undefined) => (row ? sealCursor({ key: row.id, id: row.id }, scope) : null)
    const touched = await findTouched(
      look,
      page.map(({ id }) => id),
    )
    const { sort, query, filters } = request
    return {
      rows: page.map(({ id, at, outcome, by, client, ...row }) => {
        const subjects = inOrderFor(row.what, touched.get(id) ?? [])
        const shown = { subjects: subjects.slice(0, mostShown), more: subjects.length > mostShown }
        return {
          id,
          ...row,
          client: by === 'client' ? (client ?? '') : null,
          at: at.toISOString(),
          outcome: outcome as HistoryRow['outcome'],
          ...shown,
        }
      }),
      ...{ sort, query, filters, narrowed: false },
      before: (backwards ? more : cursor !== null) ? seal(page[0]) : null,
      after: backwards || more ? seal(page.at(-1)) : null,
    }
  },
})

const mostShown = 3

/** The filters as ranges of ids, so that the primary key or the member's index answers them in order. */
function narrowed({ filters }: ListRequest, timeZone: string): SQL[] {
  return filters.flatMap(({ column, values }) => {
    if (column === 'member') return [inArray(commandLog.actorId, [...values])]
    const [from = '', until = ''] = values
    const firstOf = (day: string) => firstIdAt(instantOf(day, '00:00', timeZone))
    return [
      ...(from ? [gte(commandLog.id, firstOf(from))] : []),
      ...(until ? [lt(commandLog.id, firstOf(addDays(until, 1)))] : []),
    ]
  })
}

/** An import changes thousands of rows with one command; a few of them say what it was about. */
const mostLookedAt = 8

async function findTouched(look: Look, commandIds: readonly string[]): Promise<Map<string, Subject[]>> {
  if (commandIds.length === 0) return new Map()
  const { tx, actor } = look
  const touched = tx
    .select({ commandId: rowChanges.commandId, table: rowChanges.table, rowId: rowChanges.rowId })
    .from(rowChanges)
    .where(and(own(rowChanges, actor), eq(rowChanges.commandId, sql`${wantedKey}`)))
    .limit(mostLookedAt)
    .as('touched')
  const rows = await tx.select().from(wantedKeys(commandIds, 'uuid')).crossJoinLateral(touched)
  const changed = rows.map((row) => row.touched)
  const subjects = await findSubjects(look, changed)
  const found = new Map<string, Subject[]>()
  for (const { commandId, rowId } of changed) {
    const subject = subjects.get(rowId)
    if (subject) found.set(commandId, [...(found.get(commandId) ?? []), subject])
  }
  return found
}
