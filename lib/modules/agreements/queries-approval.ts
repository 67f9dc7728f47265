import { and, eq, getTableName, sql } from 'drizzle-orm'
import { agreementVersions } from '@/db/schema/agreements'
import { commandLog, rowChanges } from '@/db/schema/audit'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { agreementRef } from './model'
import { saidKpi } from './queries-agreed'
import { findClauses } from './queries-clauses'
import { type FoundVersion, findVersions } from './queries-compare'
import { findAgreement, findLatest } from './queries-held'
import { findRecorded } from './queries-timeline'
import { baseOf, kpisBy } from './rules-amendments'
import type { Amended } from './rules-annex'
import { type Content, comparable, linesOf } from './rules-approval'
import { touchedAspects } from './rules-aspects'
import { daysOf, factsOf, frameOf } from './rules-facts'
import { type AgreementFacts, unmetGuards } from './rules-states'
import { variablesIn } from './rules-values'

export const subjectKind = 'agreementVersion'

type Version = typeof agreementVersions.$inferSelect
type Later = Pick<Version, 'agreementId' | 'number' | 'kind' | 'validFrom' | 'validTo' | 'kpis'>

/** All that a version says, each clause with a digest of what is consented to in it. */
export async function findContent(look: Look, version: Version, kpis = version.kpis): Promise<Content> {
  const { id, paperFileId } = version
  const [clauses, names] = await Promise.all([
    findClauses(look, id),
    findFileNames(look, paperFileId ? [paperFileId] : []),
  ])
  return {
    facts: factsOf(version),
    clauses: clauses.map((clause) => {
      const { heading, body, value, aspect, tags, deviation, deviationReason } = clause
      return { ...clause, digest: digestOf({ heading, body, value, aspect, tags, deviation, deviationReason }) }
    }),
    paper: paperFileId ? { name: names.get(paperFileId) ?? '—', digest: digestOf(paperFileId) } : null,
    frame: frameOf(version),
    terms: version.terms,
    kpis: kpis.map(saidKpi),
  }
}

/** The signed version that this one changes; null for a first one. */
async function findBase(look: Look, version: Later, versions: readonly FoundVersion[]) {
  const recorded = await findRecorded(look, version.agreementId)
  const earlier = recorded.filter(({ number }) => number < version.number)
  const held = baseOf(version, earlier) ?? earlier.at(-1)
  return versions.find(({ id }) => id === held?.id) ?? null
}

/** What a later version changes, and the KPIs that it names as they were; null of a first one. */
export async function findAmended(look: Look, version: Later): Promise<Amended | null> {
  const frame = frameOf(version)
  if (!frame || version.kpis.length === 0) return null
  const versions = await findVersions(look, version.agreementId)
  const base = await findBase(look, version, versions)
  return { frame, before: base ? [...kpisBy(versions, base.number).values()] : [] }
}

/** What a version says, and what held before it; KPIs that the version does not name go on as they were agreed. */
export async function findChange(look: Look, version: Version) {
  const versions = await findVersions(look, version.agreementId)
  const base = await findBase(look, version, versions)
  const signed = base ? versions.filter(({ number }) => number <= base.number) : []
  const named = new Set(version.kpis.map(({ key }) => key))
  const kpisAt = (all: readonly FoundVersion[], number: number) =>
    [...kpisBy(all, number).values()].filter(({ key }) => named.has(key))
  const [before, after] = await Promise.all([
    base && findContent(look, base, kpisAt(signed, base.number)),
    findContent(look, version, kpisAt([...signed, { ...version, state: 'draft' }], version.number)),
  ])
  return { before, after, baseId: base?.id ?? null }
}

/** What is known of a version when it is to be submitted. */
export function submissionFacts(
  { facts, clauses }: Content,
  { ownerId, paperFileId }: { ownerId: string; paperFileId: string | null },
  today: string,
): AgreementFacts {
  const { ourName, theirName, startsOn } = facts
  const { endsOn } = daysOf(facts, today)
  const openVariables = clauses.flatMap(({ body }) => variablesIn(body)).length
  return { ourName, theirName, startsOn, endsOn, ownerId, paperFileId, clauses: clauses.length, openVariables }
}

/** Who drafted a version and who changed its text, facts, terms or KPIs since: each such change gave it another hash. */
export async function findWriters(
  { tx, actor }: Look,
  { id, draftedBy }: Pick<Version, 'id' | 'draftedBy'>,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ memberId: commandLog.actorId })
    .from(rowChanges)
    .innerJoin(commandLog, joined(commandLog, actor, rowChanges.commandId))
    .where(
      and(
        own(rowChanges, actor),
        eq(rowChanges.table, getTableName(agreementVersions)),
        eq(rowChanges.rowId, id),
        eq(commandLog.actor, 'member'),
        sql`${rowChanges.after} ->> 'contentHash' is not null`,
      ),
    )
  return [...new Set([draftedBy, ...rows.map(({ memberId }) => memberId)])]
}

/** Whether what stands in a version has the consent of everybody it needs. */
export async function findConsentTo(look: Look, { id, contentHash }: Pick<Version, 'id' | 'contentHash'>) {
  const run = await findRun(look, subjectKind, id)
  return { run, approved: isApproved(run, contentHash) }
}

/** Where the approval of the latest version stands: what is missing for it, whom its content concerns, what may be done. */
export const approval = query({
  name: 'agreements.approval',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const { agreement, account } = await findAgreement(look, agreementId)
    const version = await findLatest(look, agreementId)
    const { before, after } = await findChange(look, version)
    const { approved } = await findConsentTo(look, version)
    const { ownerId } = agreement
    const about = { ownerId, paperFileId: version.paperFileId }
    const mayMove = isGranted(may.draft, actor) && mayWorkWith(actor, account)
    const { currency } = after.facts
    return {
      versionId: version.id,
      state: version.state,
      contentHash: version.contentHash,
      approved,
      unmet: unmetGuards('submit', submissionFacts(after, about, dayOf(now, actor.timeZone))),
      touched: touchedAspects(comparable(before, currency), comparable(after, currency)),
      lines: linesOf(before, after).length,
      maySubmit: mayMove && version.state === 'draft',
      mayTakeBack: mayMove && (version.state === 'inApproval' || version.state === 'approved'),
    }
  },
})
export type ApprovalView = Awaited<ReturnType<typeof approval.run>>
