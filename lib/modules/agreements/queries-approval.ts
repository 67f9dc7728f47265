import { and, desc, eq, lt } from 'drizzle-orm'
import { agreementVersions } from '@/db/schema/agreements'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { agreementRef } from './model'
import type { AgreementAspect } from './model-values'
import { findClauses } from './queries-clauses'
import { findAgreement, findLatest } from './queries-held'
import { type Content, comparable, linesOf, type SaidKpi } from './rules-approval'
import { touchedAspects } from './rules-aspects'
import { daysOf, factsOf } from './rules-facts'
import { type AgreementFacts, unmetGuards } from './rules-states'
import { variablesIn } from './rules-values'

export const subjectKind = 'agreementVersion'

type Version = typeof agreementVersions.$inferSelect

/** All that a version says, each clause with a digest of what is consented to in it. */
export async function findContent(look: Look, version: Version): Promise<Content> {
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
    kpis: version.kpis.map(({ key, aspect, content }) => saidKpi(key, aspect as AgreementAspect, content)),
  }
}

function saidKpi(key: string, aspect: AgreementAspect, content: Readonly<Record<string, unknown>>): SaidKpi {
  const { name, englishName, targets } = content as Pick<SaidKpi, 'name' | 'englishName' | 'targets'>
  return { key, aspect, name, englishName, targets, digest: digestOf(content) }
}

/** The signed version that this one follows; null for a first one. */
export async function findSignedBefore({ tx, actor }: Look, { agreementId, number }: Version) {
  const [row] = await tx
    .select()
    .from(agreementVersions)
    .where(
      and(
        own(agreementVersions, actor),
        eq(agreementVersions.agreementId, agreementId),
        eq(agreementVersions.state, 'executed'),
        lt(agreementVersions.number, number),
        live(agreementVersions),
      ),
    )
    .orderBy(desc(agreementVersions.number))
    .limit(1)
  return row ?? null
}

/** What a version says, and what was signed before; KPIs that the version does not name go on as they were agreed. */
export async function findChange(look: Look, version: Version) {
  const signed = await findSignedBefore(look, version)
  const [before, after] = await Promise.all([signed && findContent(look, signed), findContent(look, version)])
  const named = new Set(after.kpis.map(({ key }) => key))
  return { before: before && { ...before, kpis: before.kpis.filter(({ key }) => named.has(key)) }, after }
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
    const mayMove = isGranted(may.draft, actor) && mayEditAccount(actor, account) && account.archivedAt === null
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
