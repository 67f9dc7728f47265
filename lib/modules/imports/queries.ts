import { and, asc, desc, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { files } from '@/db/schema/files'
import { importBatches, importRows } from '@/db/schema/imports'
import { interactions } from '@/db/schema/interactions'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { id } from '@/lib/kernel/input'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesEverything, seesMargin } from '@/lib/kernel/rights'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { may as mayAccounts } from '@/lib/modules/accounts/manifest'
import { may } from './manifest'
import { batchRef, movingStatuses, outcomes, type Subject, subjects, undoDays } from './model'
import { letterOf } from './model-fields'
import type { BatchView, Progress, RawPart, RowPage, RowView } from './model-views'
import { findAmounts } from './queries-amounts'
import { findBatch, type HeldBatch, type HeldRow, visibleBatches } from './queries-held'
import { isTheirs, mayBeUndone, mayBring } from './rules'
import { confidentialPlaces, withoutConfidential } from './rules-columns'
import { unmappedColumns } from './rules-rows'

/** A batch as its page shows it. Refuses with `notFound` one that the reader may not see. */
export const byId = query({
  name: 'imports.byId',
  permission: may.see,
  input: batchRef,
  async run(look, { batchId }): Promise<BatchView> {
    const { tx, actor } = look
    const [row] = await tx
      .select({ batch: importBatches, fileName: files.name, startedBy: members.name })
      .from(importBatches)
      .innerJoin(files, joined(files, actor, importBatches.fileId))
      .innerJoin(members, joined(members, actor, importBatches.startedBy))
      .where(and(own(importBatches, actor), eq(importBatches.id, batchId), visibleBatches(look)))
    if (!row) throw new Refusal('notFound')
    const { batch: held, ...names } = row
    const batch = held as HeldBatch
    return { ...batchView(look, batch, names), amounts: batch.startedAt ? await findAmounts(look, [batch]) : [] }
  },
})

function batchView(
  { actor, now }: Look,
  batch: HeldBatch,
  names: { fileName: string; startedBy: string },
): Omit<BatchView, 'amounts'> {
  const {
    id: batchId,
    version,
    subject,
    source,
    status,
    reading,
    mapping,
    totalRows,
    doneRows,
    counts,
    failure,
  } = batch
  const mayGoOn = isTheirs(actor, batch) && mayBring(actor, subject)
  const hidden = hiddenIn(actor, batch)
  const half = status === 'failed' && failure !== null && failure.stage !== 'reading' && failure.stage !== 'checking'
  const standing = status === 'done' || half
  const finishedAt = batch.finishedAt ?? (half ? now : null)
  return {
    id: batchId,
    version,
    ...names,
    togetherId: batch.togetherId,
    subject,
    source,
    status,
    reading: { ...reading, sample: reading.sample.map((cells) => withoutConfidential(cells, hidden)) },
    mapping,
    totalRows,
    doneRows,
    counts,
    failure,
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    hasRun: batch.startedAt !== null,
    mayGoOn,
    mayUndo: mayGoOn && standing && mayBeUndone({ finishedAt }, now, actor.timeZone),
    undoUntil: finishedAt && addDays(dayOf(finishedAt, actor.timeZone), undoDays),
    subjects: subjects.filter((each) => each === subject || mayBring(actor, each)),
  }
}

/** How far a batch has come. */
export const progress = query({
  name: 'imports.progress',
  permission: may.see,
  input: batchRef,
  async run(look, { batchId }): Promise<Progress> {
    const { status, doneRows, totalRows } = await findBatch(look, batchId)
    return { status, doneRows, totalRows, moving: movingStatuses.includes(status) }
  },
})

const rowsAtOnce = 50

/** The rows of a batch that came to the same, in the order of the file; `after` is the last row number seen. */
export const rows = query({
  name: 'imports.rows',
  permission: may.see,
  input: batchRef.extend({ outcome: z.enum(outcomes), after: z.coerce.number().int().min(0).default(0) }),
  async run(look, { batchId, outcome, after }): Promise<RowPage> {
    const batch = await findBatch(look, batchId)
    const found = await findRows(look, batchId, [outcome], after, rowsAtOnce + 1)
    const shown = found.slice(0, rowsAtOnce)
    const hidden = hiddenIn(look.actor, batch)
    return {
      rows: shown.map((row) => rowView({ ...row, raw: withoutConfidential(row.raw, hidden) }, batch)),
      after: found.length > rowsAtOnce ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})

async function findRows({ tx, actor }: Look, batchId: string, wanted: readonly string[], after: number, most: number) {
  const found = await tx
    .select()
    .from(importRows)
    .where(
      and(
        own(importRows, actor),
        eq(importRows.batchId, batchId),
        inArray(importRows.outcome, [...wanted]),
        gt(importRows.number, after),
      ),
    )
    .orderBy(asc(importRows.number))
    .limit(most)
  return found as HeldRow[]
}

/** Which columns of a batch somebody is not shown: costs, margins and floors, unless they see margins or brought it. */
const hiddenIn = (actor: Actor, { startedBy, reading }: HeldBatch): ReadonlySet<number> =>
  startedBy === actor.id || seesMargin(actor) ? new Set() : confidentialPlaces(reading.header)

const titleCells = 3
const longestTitle = 120
const longestCell = 500

function rowView(
  { number, outcome, raw, reason, detail, subjectId }: HeldRow,
  { subject, reading }: HeldBatch,
): RowView {
  return {
    number,
    outcome,
    title: raw
      .filter((cell) => cell.trim() !== '')
      .slice(0, titleCells)
      .join(' · ')
      .slice(0, longestTitle),
    reason,
    notes: detail.notes ?? [],
    differences: detail.differences ?? [],
    kept: detail.kept ?? null,
    cells: raw.flatMap((value, place) =>
      value.trim() === ''
        ? []
        : [{ title: reading.header[place] ?? letterOf(place), value: value.slice(0, longestCell) }],
    ),
    href: subjectId && places[subject] && outcome !== 'undone' ? `${places[subject]}/${subjectId}` : null,
  }
}

/** Where the record of a row is; lines and invoices have no page of their own. */
const places: Readonly<Record<Subject, string | null>> = {
  accounts: '/accounts',
  members: '/settings/members',
  interactions: '/interactions',
  products: '/products',
  orders: null,
  sales: null,
  receivables: null,
  voices: null,
  measurements: null,
}

/** Refused rows in steps, for the file that is downloaded. */
export const refusedRows = query({
  name: 'imports.refusedRows',
  permission: may.see,
  input: batchRef.extend({ after: z.coerce.number().int().min(0) }),
  async run(look, { batchId, after }) {
    const batch = await findBatch(look, batchId)
    const { reading } = batch
    const hidden = hiddenIn(look.actor, batch)
    const found = await findRows(look, batchId, ['refused'], after, 500)
    return {
      header: reading.header,
      rows: found.map(({ number, raw, reason }) => ({ number, raw: withoutConfidential(raw, hidden), reason })),
      after: found.length === 500 ? (found.at(-1)?.number ?? null) : null,
    }
  },
})

/** Systems that earlier files were from, the latest first. */
export const sources = query({
  name: 'imports.sources',
  permission: may.see,
  input: z.strictObject({}),
  async run(look): Promise<string[]> {
    const found = await look.tx
      .select({ source: importBatches.source })
      .from(importBatches)
      .where(and(own(importBatches, look.actor), visibleBatches(look)))
      .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
      .limit(100)
    return [...new Set(found.map(({ source }) => source))].slice(0, 10)
  },
})

const mostParts = 5

/**
 * What imported files said of an account, member or contact beside the fields that we have, the latest file first. Seen
 * by everybody who may see the record.
 */
export const rawOf = query({
  name: 'imports.rawOf',
  permission: mayAccounts.see,
  input: z.strictObject({ subjectId: id }),
  async run({ tx, actor }, { subjectId }): Promise<RawPart[]> {
    const found = await tx
      .select({ row: importRows, batch: importBatches, fileName: files.name })
      .from(importRows)
      .innerJoin(importBatches, joined(importBatches, actor, importRows.batchId))
      .innerJoin(files, joined(files, actor, importBatches.fileId))
      .where(
        and(
          own(importRows, actor),
          eq(importRows.subjectId, subjectId),
          inArray(importRows.outcome, ['new', 'update', 'same', 'kept']),
          isNotNull(importBatches.startedAt),
          ofVisibleRecord(actor),
        ),
      )
      .orderBy(desc(importBatches.createdAt), asc(importRows.number))
      .limit(mostParts)
    return found.flatMap(({ row, batch, fileName }) => {
      const { reading, mapping, createdAt, id: batchId, startedBy } = batch as HeldBatch
      const { number, outcome, detail } = row as HeldRow
      const raw = withoutConfidential((row as HeldRow).raw, hiddenIn(actor, batch as HeldBatch))
      const notes = detail.notes ?? []
      const columns = unmappedColumns(raw, mapping, reading.header, notes)
      if (columns.length + notes.length === 0) return []
      const seen = startedBy === actor.id || seesEverything(actor)
      const href = seen ? `/imports/${batchId}?show=${outcome}&after=${number - 1}#row-${number}` : null
      return [{ batchId, fileName, number, at: createdAt.toISOString(), columns, href, notes }]
    })
  },
})

/** A row tells of an account or contact to those who may see the account; of a member to everybody. */
function ofVisibleRecord(actor: Actor) {
  const ofAccount = ofVisibleAccount(importRows.subjectId, actor)
  const ofContact = ofVisibleAccount(interactions.accountId, actor)
  if (!ofAccount || !ofContact) return undefined
  const contactSeen = sql`exists (select from ${interactions} where ${and(
    eq(interactions.workspaceId, actor.workspaceId),
    eq(interactions.id, importRows.subjectId),
    ofContact,
  )})`
  return or(
    inArray(importBatches.subject, ['members', 'products']),
    and(eq(importBatches.subject, 'accounts'), ofAccount),
    and(eq(importBatches.subject, 'interactions'), contactSeen),
  )
}
