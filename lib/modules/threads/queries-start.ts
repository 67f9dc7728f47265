import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { agreementClauses, agreementDecisions, agreements, agreementVersions } from '@/db/schema/agreements'
import { negotiationIssues, negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { findClauses, findVersionOf } from '@/lib/modules/agreements/queries-clauses'
import { findShown, findVersion, readable } from '@/lib/modules/agreements/queries-held'
import { findObligation } from '@/lib/modules/agreements/queries-obligations-held'
import { findKpi } from '@/lib/modules/kpis/queries-held'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import { findIssueNegotiation, findIssues } from '@/lib/modules/negotiations/queries-table'
import { findVersion as findTermVersion } from '@/lib/modules/terms/queries-held'
import type { threadRef } from './model'

/** What holds a thread together: a point of talks, a clause, a kind of term in a version, or a KPI or obligation alone. */
export type Origin = {
  accountId: string
  negotiationId: string | null
  issueKey: string | null
  agreementId: string | null
  clauseKey: string | null
  versionId: string | null
  termCode: string | null
  kpiId: string | null
  obligationId: string | null
}

const nowhere = {
  negotiationId: null,
  issueKey: null,
  agreementId: null,
  clauseKey: null,
  versionId: null,
  termCode: null,
  kpiId: null,
  obligationId: null,
}

/** Where the thread begins that passes through this station. Refuses with `notFound` what the reader may not see. */
export async function findOrigin(look: Look, ref: z.output<typeof threadRef>): Promise<Origin> {
  const { issueId, clauseId, kpiId, obligationId, versionId, termCode } = ref
  if (issueId) return findIssueOrigin(look, issueId)
  if (clauseId) return findClauseOrigin(look, clauseId)
  if (kpiId) {
    const { kpi, agreement } = await findKpi(look, kpiId)
    return findOwedOrigin(look, agreement, kpi.clauseKey, { kpiId })
  }
  if (obligationId) {
    const { obligation, agreement } = await findObligation(look, obligationId)
    return findOwedOrigin(look, agreement, obligation.clauseKey, { obligationId })
  }
  if (versionId && termCode) return findTermOrigin(look, versionId, termCode)
  throw new Refusal('notFound')
}

/** A point that is not agreed yet and continues an agreement belongs to the thread of that agreement. */
async function findIssueOrigin(look: Look, issueId: string): Promise<Origin> {
  const negotiationId = await findIssueNegotiation(look, issueId)
  const { account } = await findNegotiation(look, negotiationId)
  const issue = (await findIssues(look, negotiationId)).find(({ id }) => id === issueId)
  if (!issue) throw new Refusal('notFound')
  const before = issue.agreedValue === null ? await findContinued(look, negotiationId, issue) : null
  if (before) return before
  const { key: issueKey, termCode } = issue
  return { ...nowhere, accountId: account.id, negotiationId, issueKey, termCode }
}

type Point = { key: string; termCode: string | null }

/** The agreement after which these talks were opened, for whoever may read it. */
export async function findAgreementBefore({ tx, actor }: Look, negotiationId: string) {
  const [row] = await tx
    .select({ agreement: agreements })
    .from(agreementDecisions)
    .innerJoin(agreements, joined(agreements, actor, agreementDecisions.agreementId))
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .where(
      and(
        own(agreementDecisions, actor),
        eq(agreementDecisions.negotiationId, negotiationId),
        live(agreements),
        readable(actor),
      ),
    )
    .limit(1)
  return row?.agreement ?? null
}

async function findContinued(look: Look, negotiationId: string, { key, termCode }: Point): Promise<Origin | null> {
  const agreement = await findAgreementBefore(look, negotiationId)
  if (!agreement) return null
  const clauses = await findClauses(look, (await findShown(look, agreement)).id)
  const clause =
    clauses.find((each) => each.issueKey === key || each.key === key) ??
    clauses.find((each) => termCode !== null && each.termCode === termCode)
  return clause ? findClauseOrigin(look, clause.id) : null
}

async function findClauseOrigin(look: Look, clauseId: string): Promise<Origin> {
  const { version, agreement } = await findVersion(look, await findVersionOf(look, clauseId))
  const clause = (await findClauses(look, version.id)).find(({ id }) => id === clauseId)
  if (!clause) throw new Refusal('notFound')
  const { termCode, key: clauseKey } = clause
  const talks = version.negotiationId ?? agreement.negotiationId
  const issueKey = clause.issueKey ?? (await findKeyOfTerm(look, talks, termCode))
  return {
    ...nowhere,
    accountId: agreement.accountId,
    negotiationId: issueKey === null ? null : talks,
    issueKey,
    agreementId: agreement.id,
    clauseKey,
    versionId: version.termVersionId,
    termCode,
  }
}

/** The point of the talks that is about this kind of term. */
async function findKeyOfTerm(
  look: Look,
  negotiationId: string | null,
  termCode: string | null,
): Promise<string | null> {
  if (negotiationId === null || termCode === null) return null
  return (await findIssues(look, negotiationId)).find((issue) => issue.termCode === termCode)?.key ?? null
}

type Owed = Pick<Origin, 'kpiId'> | Pick<Origin, 'obligationId'>

async function findOwedOrigin(
  look: Look,
  agreement: { id: string; accountId: string; currentVersionId: string | null },
  clauseKey: string | null,
  owed: Owed,
): Promise<Origin> {
  const clauses = clauseKey === null ? [] : await findClauses(look, (await findShown(look, agreement)).id)
  const clause = clauses.find(({ key }) => key === clauseKey)
  if (clause) return { ...(await findClauseOrigin(look, clause.id)), ...owed }
  return { ...nowhere, accountId: agreement.accountId, agreementId: agreement.id, ...owed }
}

async function findTermOrigin(look: Look, versionId: string, termCode: string): Promise<Origin> {
  const { tx, actor } = look
  const { account } = await findTermVersion(look, versionId)
  const [point] = await tx
    .select({ negotiationId: negotiationIssues.negotiationId, issueKey: negotiationIssues.key })
    .from(negotiationIssues)
    .innerJoin(negotiations, joined(negotiations, actor, negotiationIssues.negotiationId))
    .where(
      and(
        own(negotiationIssues, actor),
        eq(negotiations.documentedVersionId, versionId),
        eq(negotiationIssues.termCode, termCode),
        live(negotiationIssues),
        live(negotiations),
      ),
    )
    .orderBy(desc(negotiationIssues.id))
    .limit(1)
  return { ...nowhere, accountId: account.id, versionId, termCode, ...point }
}

/** Versions that write these talks down: said of the version, else of the agreement that it changes. */
const fromTalks = (negotiationId: string) =>
  or(
    eq(agreementVersions.negotiationId, negotiationId),
    and(isNull(agreementVersions.negotiationId), eq(agreements.negotiationId, negotiationId)),
  )

const isOfPoint = (issueKey: string, termCode: string | null) =>
  or(
    eq(agreementClauses.issueKey, issueKey),
    termCode === null ? undefined : and(isNull(agreementClauses.issueKey), eq(agreementClauses.termCode, termCode)),
  )

/** The clauses that write the thread down, one for each agreement: as it was signed, else as it is drafted. */
export async function findWritten({ tx, actor }: Look, origin: Origin) {
  const { negotiationId, issueKey, agreementId, clauseKey, versionId, termCode } = origin
  const about =
    negotiationId !== null && issueKey !== null
      ? and(fromTalks(negotiationId), isOfPoint(issueKey, termCode))
      : agreementId !== null && clauseKey !== null
        ? and(eq(agreementClauses.agreementId, agreementId), eq(agreementClauses.key, clauseKey))
        : versionId !== null && termCode !== null && agreementId === null
          ? and(eq(agreementVersions.termVersionId, versionId), eq(agreementClauses.termCode, termCode))
          : null
  if (about === null) return []
  const rows = await tx
    .select({ clause: agreementClauses, version: agreementVersions, agreement: agreements })
    .from(agreementClauses)
    .innerJoin(
      agreementVersions,
      and(joined(agreementVersions, actor, agreementClauses.versionId), live(agreementVersions)),
    )
    .innerJoin(agreements, and(joined(agreements, actor, agreementClauses.agreementId), live(agreements)))
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .where(and(own(agreementClauses, actor), live(agreementClauses), about, readable(actor)))
    .orderBy(desc(agreementVersions.number), desc(agreementClauses.id))
    .limit(100)
  const standing = rows.filter(({ version }) => version.state !== 'void')
  const signed = standing.filter(({ version }) => version.state === 'executed')
  const best = [...signed, ...standing].filter(
    ({ clause }, index, all) =>
      all.findIndex((each) => each.clause.agreementId === clause.agreementId && each.clause.key === clause.key) ===
      index,
  )
  return best.slice(0, 10)
}
export type Written = Awaited<ReturnType<typeof findWritten>>[number]
