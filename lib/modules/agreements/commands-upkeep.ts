import { agreements, agreementVersions } from '@/db/schema/agreements'
import { digestOf } from '@/lib/kernel/canonical'
import type { Work } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { keepSearchable } from '@/lib/kernel/search'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { openEnd } from './model'
import { findClauses } from './queries-clauses'
import { type FoundAgreement, findAgreement, findVersion } from './queries-held'
import { daysOf, factsOf } from './rules-facts'
import { mustBeDraft, mustMayDraft } from './rules-rights'

/** What an agreement is called by: AG-2026-0001. */
export const codeOf = (today: Day, number: number) => `AG-${today.slice(0, 4)}-${String(number).padStart(4, '0')}`

/** The draft, locked until the transaction ends, for those who may draft with its account. */
export async function holdDraft(work: Work, agreementId: string): Promise<FoundAgreement> {
  const seen = await findAgreement(work, agreementId)
  mustMayDraft(work.actor, seen.account)
  await lockRow(work, agreements, agreementId)
  const found = await findAgreement(work, agreementId)
  mustBeDraft(found.agreement.state)
  return found
}

/** The drafted version with its agreement, both locked. */
export async function holdDraftVersion(work: Work, versionId: string) {
  const { agreement } = await findVersion(work, versionId)
  await holdDraft(work, agreement.id)
  await lockRow(work, agreementVersions, versionId)
  const found = await findVersion(work, versionId)
  mustBeDraft(found.version.state)
  return found
}

/** What the head of an agreement shows of the facts of its version: for lists and reminders. */
export function headOf(kept: Parameters<typeof factsOf>[0], today: Day) {
  const facts = factsOf(kept)
  const { endsOn, noticeOn } = daysOf(facts, today)
  const { currency, yearlyValue, startsOn, renewal } = facts
  return { currency, yearlyValue, startsOn, renewal, endsOn: endsOn ?? openEnd, noticeOn: noticeOn ?? openEnd }
}

/** Writes down by which hash the content of a version is known: its facts and its clauses in their order. H01. */
export async function keepHash(work: Work, versionId: string): Promise<void> {
  const [{ version }, clauses] = [await findVersion(work, versionId), await findClauses(work, versionId)]
  const said = clauses.map(({ key, heading, body, value }) => ({ key, heading, body, value }))
  const contentHash = digestOf({ facts: factsOf(version), clauses: said })
  await changeRow(work, agreementVersions, { id: versionId }, { contentHash })
}

/** Notes that something about it changed. */
export const keepAgreement = (work: Work, agreementId: string) =>
  changeRow(work, agreements, { id: agreementId }, { changedAt: work.now })

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
