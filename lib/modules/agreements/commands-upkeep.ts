import { type AgreedKpi, type AgreedTerm, agreements, agreementVersions } from '@/db/schema/agreements'
import { digestOf } from '@/lib/kernel/canonical'
import type { Work } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { keepSearchable } from '@/lib/kernel/search'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { openEnd } from './model'
import type { AgreementKind } from './model-values'
import { findClauses } from './queries-clauses'
import { findForm } from './queries-drafting'
import { type FoundAgreement, findAgreement, findVersion } from './queries-held'
import { daysOf, type Framed, factsOf, frameOf } from './rules-facts'
import { mustBeDraft, mustMayDraft, mustNotBeOver } from './rules-rights'

/** What an agreement is called by: AG-2026-0001. */
export const codeOf = (today: Day, number: number) => `AG-${today.slice(0, 4)}-${String(number).padStart(4, '0')}`

/** The agreement, locked until the transaction ends, for those who may draft with its account. */
export async function holdAgreement(work: Work, agreementId: string): Promise<FoundAgreement> {
  mustMayDraft(work.actor, (await findAgreement(work, agreementId)).account)
  await lockRow(work, agreements, agreementId)
  return findAgreement(work, agreementId)
}

/** The same of a draft. */
export async function holdDraft(work: Work, agreementId: string): Promise<FoundAgreement> {
  const found = await holdAgreement(work, agreementId)
  mustBeDraft(found.agreement.state)
  return found
}

/**
 * The drafted version with its agreement, both locked: no version changes but under the lock of its agreement. An amendment
 * is drafted while the agreement holds.
 */
export async function holdDraftVersion(work: Work, versionId: string) {
  const seen = await findVersion(work, versionId)
  mustMayDraft(work.actor, seen.account)
  await lockRow(work, agreements, seen.agreement.id)
  const { agreement, account } = await findAgreement(work, seen.agreement.id)
  mustNotBeOver(agreement.state)
  const version = await lockRow(work, agreementVersions, versionId)
  mustBeDraft(version.state)
  return { agreement, account, version }
}

/** What the head of an agreement shows of the facts of its version: for lists and reminders. */
export function headOf(kept: Parameters<typeof factsOf>[0], today: Day) {
  const facts = factsOf(kept)
  const { endsOn, noticeOn } = daysOf(facts, today)
  const { currency, yearlyValue, startsOn, renewal } = facts
  return { currency, yearlyValue, startsOn, renewal, endsOn: endsOn ?? openEnd, noticeOn: noticeOn ?? openEnd }
}

type Said = { key: string; heading: string; body: string; value: string | null }

type Agreed = Parameters<typeof factsOf>[0] & {
  terms?: readonly AgreedTerm[]
  kpis?: readonly AgreedKpi[]
} & Partial<Framed>

/**
 * By which hash the content of a version is known: its facts, equal amounts alike, its clauses in their order, the trade terms
 * of its annex, the KPIs on which it agrees, and of a later version what it is and for which days. H01.
 */
export function contentHashOf(version: Agreed, clauses: readonly Said[]): string {
  const { yearlyValue, ...facts } = factsOf(version)
  const frame = frameOf(version)
  return digestOf({
    facts: { ...facts, yearlyValue: yearlyValue && plain(yearlyValue) },
    clauses: clauses.map(({ key, heading, body, value }) => ({ key, heading, body, value })),
    ...(version.terms?.length && { terms: version.terms }),
    ...(version.kpis?.length && { kpis: version.kpis }),
    ...(frame && { frame }),
  })
}

/** Keeps the hash of a version's content in step with its clauses, terms and KPIs. */
export async function keepHash(work: Work, version: typeof agreementVersions.$inferSelect): Promise<void> {
  const contentHash = contentHashOf(version, await findClauses(work, version.id))
  await changeRow(work, agreementVersions, { id: version.id }, { contentHash })
}

/** Notes that something about it changed. */
export const keepAgreement = (work: Work, agreementId: string) =>
  changeRow(work, agreements, { id: agreementId }, { changedAt: work.now })

type Formed = { id: string; kind: AgreementKind; state: string }

/** Notes that something changed, and which form the first draft needs by now, and why. BGM-3.1. */
export async function keepForm(
  work: Work,
  { id, kind, state }: Formed,
  version: typeof agreementVersions.$inferSelect,
): Promise<void> {
  const due = state === 'draft' ? await findForm(work, kind, version) : null
  const form = due ? { form: due.form, formReasons: due.reasons } : {}
  await changeRow(work, agreements, { id }, { ...form, changedAt: work.now })
}

type Findable = typeof agreements.$inferSelect

/** An agreement is found by its number, title and scope; a confidential one by those who serve the account. */
export const keepFindable = (work: Work, row: Findable, account: { ownerId: string; restricted: boolean }) =>
  keepSearchable(work, [
    {
      kind: 'agreement',
      id: row.id,
      accountId: row.accountId,
      ownerId: account.ownerId,
      restricted: account.restricted || row.confidential,
      texts: [row.code, row.title, row.scopeName],
    },
  ])
