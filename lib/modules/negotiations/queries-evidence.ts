import { and, asc, eq } from 'drizzle-orm'
import { negotiationEvidence, negotiationIssues } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { seesMargin } from '@/lib/kernel/rights'
import { filesOf, findFileNames } from '@/lib/modules/files/queries'
import type { EvidenceKind, Snapshot } from './model-evidence'

/** Whether the issue is on this table. */
export async function isIssueOf({ tx, actor }: Look, negotiationId: string, issueId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: negotiationIssues.id })
    .from(negotiationIssues)
    .where(
      and(
        ownRow(negotiationIssues, actor, issueId),
        eq(negotiationIssues.negotiationId, negotiationId),
        live(negotiationIssues),
      ),
    )
  return rows.length === 1
}

/** Whether the file is one of the account that the actor may read. */
export const isAccountFile = async (look: Look, accountId: string, fileId: string): Promise<boolean> =>
  (await filesOf.run(look, { accountId })).files.some(({ id }) => id === fileId)

/**
 * The evidence of a negotiation, as it was brought; what shows margins or costs is for those who see them. A file that the
 * reader may not open has no name.
 */
export async function findEvidence(look: Look, negotiationId: string) {
  const { tx, actor } = look
  const rows = await tx
    .select({ evidence: negotiationEvidence, by: members.name, issue: negotiationIssues.name })
    .from(negotiationEvidence)
    .innerJoin(members, joined(members, actor, negotiationEvidence.takenBy))
    .leftJoin(negotiationIssues, joined(negotiationIssues, actor, negotiationEvidence.issueId))
    .where(
      and(
        own(negotiationEvidence, actor),
        eq(negotiationEvidence.negotiationId, negotiationId),
        live(negotiationEvidence),
        seesMargin(actor) ? undefined : eq(negotiationEvidence.showsMargin, false),
      ),
    )
    .orderBy(asc(negotiationEvidence.id))
    .limit(200)
  const files = await findFileNames(
    look,
    rows.flatMap(({ evidence }) => evidence.fileId ?? []),
  )
  return rows.map(({ evidence, by, issue }) => ({
    id: evidence.id,
    kind: evidence.kind as EvidenceKind,
    title: evidence.title,
    claim: evidence.claim,
    issue,
    source: evidence.source,
    note: evidence.note,
    file: fileOf(evidence.fileId, files),
    snapshot: evidence.snapshot as Snapshot | null,
    takenAt: evidence.takenAt.toISOString(),
    by,
    showsMargin: evidence.showsMargin,
  }))
}
export type EvidenceView = Awaited<ReturnType<typeof findEvidence>>[number]

function fileOf(fileId: string | null, files: ReadonlyMap<string, string>) {
  const name = fileId === null ? undefined : files.get(fileId)
  return fileId !== null && name !== undefined ? { id: fileId, name } : null
}
