import { negotiationEvidence } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { findOwnUploads } from '@/lib/modules/files/queries'
import { findStatistics, findUsage, lastMonths } from '@/lib/modules/sales/queries-statistics'
import { holdAlive, prepares } from './commands-people'
import { keepNegotiation } from './commands-upkeep'
import { preparationMessages } from './messages-preparation'
import { bringInput, evidenceRef, type Snapshot, type SnapshotKind, takeInput } from './model-evidence'
import { isAccountFile, isIssueOf } from './queries-evidence'
import { findPart } from './queries-parts'
import {
  mustBeFileOfAccount,
  mustBeIssueOfNegotiation,
  mustBeSnapshot,
  mustBeYourUpload,
  mustHaveMaterial,
  mustHaveSold,
  mustSeeMargin,
} from './rules-evidence'

type Asked = { kind: SnapshotKind; months: number; step: 'month' | 'quarter' }

/** What our own data say now, frozen: sales that are booked or mended later do not change it. */
async function taken(work: Work, accountId: string, { kind, months, step }: Asked): Promise<Snapshot> {
  const period = lastMonths(work, months)
  const frame = { ...period, months }
  if (kind === 'productUsage') return { of: kind, ...frame, ...mustHaveSold(await findUsage(work, accountId, period)) }
  return { of: kind, ...frame, step, ...mustHaveSold(await findStatistics(work, accountId, { ...period, step })) }
}

type Supporting = {
  negotiationId: string
  accountId: string
  claim: string
  issueId: string | null
  title: string | null
}

async function keep(work: Work, { title, ...supporting }: Supporting, snapshot: Snapshot) {
  const t = translatorOf(preparationMessages, work.actor.locale)
  const period = { from: snapshot.from.slice(0, 7), to: snapshot.to.slice(0, 7) }
  const named = title ?? t(snapshot.of === 'productUsage' ? 'usageTitle' : 'salesTitle', period)
  const row = await insertRow(work, negotiationEvidence, {
    ...supporting,
    kind: snapshot.of,
    title: named,
    snapshot,
    takenAt: work.now,
    takenBy: work.actor.id,
  })
  await keepNegotiation(work, supporting.negotiationId)
  return { evidenceId: row.id, negotiationId: supporting.negotiationId }
}

async function mustKnowIssue(work: Work, negotiationId: string, issueId: string | null) {
  mustBeIssueOfNegotiation(issueId === null || (await isIssueOf(work, negotiationId, issueId)))
}

/** Takes a snapshot of our sales to the account, and says which claim it supports. */
export const takeSnapshot = command({
  name: 'negotiations.takeSnapshot',
  ...prepares,
  input: takeInput,
  async run(work, { negotiationId, kind, months, step, claim, issueId, title }) {
    const { account } = await holdAlive(work, negotiationId)
    await mustKnowIssue(work, negotiationId, issueId)
    const snapshot = await taken(work, account.id, { kind, months: Number(months), step })
    return keep(work, { negotiationId, accountId: account.id, claim, issueId, title }, snapshot)
  },
})

/** Takes the same figures as they are now; the earlier ones stay beside it. */
export const retakeSnapshot = command({
  name: 'negotiations.retakeSnapshot',
  ...prepares,
  input: evidenceRef,
  async run(work, { evidenceId }) {
    const before = await findPart(work, negotiationEvidence, evidenceId)
    const { negotiationId, accountId, claim, issueId } = before
    await holdAlive(work, negotiationId)
    const was = mustBeSnapshot(before.snapshot as Snapshot | null)
    const step = was.of === 'salesStatistics' ? was.step : 'month'
    const snapshot = await taken(work, accountId, { kind: was.of, months: was.months, step })
    return keep(work, { negotiationId, accountId, claim, issueId, title: null }, snapshot)
  },
})

/**
 * Brings words or a file as evidence, and says which claim it supports. A new upload becomes a file of the account, for
 * everybody who sees it: what costs say is for few, and written down.
 */
export const bringEvidence = command({
  name: 'negotiations.bringEvidence',
  ...prepares,
  input: bringInput,
  async run(work, { negotiationId, uploadId, ...brought }) {
    const { account } = await holdAlive(work, negotiationId)
    const showsMargin = brought.kind === 'cost'
    mustSeeMargin(work.actor, showsMargin)
    mustHaveMaterial({ ...brought, uploadId })
    await mustKnowIssue(work, negotiationId, brought.issueId)
    mustBeFileOfAccount(brought.fileId === null || (await isAccountFile(work, account.id, brought.fileId)))
    mustBeYourUpload(uploadId === null || (await findOwnUploads(work, [uploadId])).length === 1)
    const row = await insertRow(work, negotiationEvidence, {
      ...brought,
      fileId: uploadId ?? brought.fileId,
      negotiationId,
      accountId: account.id,
      takenAt: work.now,
      takenBy: work.actor.id,
      showsMargin,
    })
    if (uploadId) {
      const record = { kind: 'negotiationEvidence', subjectId: row.id, accountId: account.id } as const
      await work.call(attach, { ...record, fileIds: [uploadId] })
    }
    await keepNegotiation(work, negotiationId)
    return { evidenceId: row.id, negotiationId }
  },
})

/** Takes a piece of evidence out of the pack; history keeps it. */
export const removeEvidence = command({
  name: 'negotiations.removeEvidence',
  ...prepares,
  input: evidenceRef,
  async run(work, { evidenceId }) {
    const { negotiationId, showsMargin } = await findPart(work, negotiationEvidence, evidenceId)
    await holdAlive(work, negotiationId)
    mustSeeMargin(work.actor, showsMargin)
    await changeRow(work, negotiationEvidence, { id: evidenceId }, { archivedAt: work.now })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})
