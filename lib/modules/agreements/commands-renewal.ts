import { agreementClauses, agreementDecisions, agreements, agreementVersions } from '@/db/schema/agreements'
import type { Work } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { changeRow, insertRow, insertRows } from '@/lib/kernel/write'
import { keepTimeline } from './commands-timeline'
import { contentHashOf } from './commands-upkeep'
import { openEnd } from './model'
import { findClauses } from './queries-clauses'
import { findVersions } from './queries-compare'
import type { Watched } from './queries-watch'
import type { NextTerm } from './rules-lifecycle'

type Renewed = { version: typeof agreementVersions.$inferSelect; terms: readonly NextTerm[] }

/**
 * Keeps that an agreement renewed by itself: one version for each term that began, with the same facts and the same clauses,
 * numbered after all others, those that are drafted included; what was signed for other days goes on holding. Deadlines before it that nobody had decided about are missed. A01.
 */
export async function renewBy(work: Work, agreement: Watched, { version, terms }: Renewed): Promise<void> {
  const clauses = await findClauses(work, version.id)
  const today = dayOf(work.now, work.actor.timeZone)
  const { id: _, workspaceId: _w, version: _v, createdAt: _c, ...said } = version
  let next = (await findVersions(work, agreement.id)).at(-1)?.number ?? version.number
  for (const { from, to, noticeOn, missed } of terms) {
    const frame = { kind: 'renewal', validFrom: from, validTo: null }
    const row = await insertRow(work, agreementVersions, {
      ...said,
      ...frame,
      number: ++next,
      contentHash: contentHashOf({ ...said, ...frame }, clauses),
      ...{ reason: null, retroactiveReason: null, provisionalTerms: null },
      ...{ provisionalNote: null, provisionalFileId: null },
      ...{ interactionId: null, negotiationId: null, frozenFileId: null, frozenHash: null, finalFileId: null },
      executedOn: today,
      recordedAt: work.now,
      recordedBy: null,
    })
    await insertRows(
      work,
      agreementClauses,
      clauses.map(({ id: _id, workspaceId: _cw, version: _cv, createdAt: _cc, ...clause }) => ({
        ...clause,
        versionId: row.id,
      })),
    )
    await missBefore(work, agreement, missed)
    await keepTimeline(work, agreement.id)
    await changeRow(work, agreements, { id: agreement.id }, { endsOn: to, noticeOn: noticeOn ?? openEnd })
  }
}

async function missBefore(
  work: Work,
  { id, accountId, noticeOn, endsOn }: Watched,
  missed: string | null,
): Promise<void> {
  if (missed === null || missed === noticeOn) return
  await insertRow(work, agreementDecisions, {
    ...{ agreementId: id, accountId, endsOn, noticeOn: missed },
    missedOn: addDays(missed, 1),
  })
}
