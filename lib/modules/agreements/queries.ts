import { and, desc, eq, notInArray } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { accountRef, agreementRef, dayOrNone } from './model'
import { type AgreementState, overStates, type VersionState } from './model-states'
import { type FoundClause, findClauses } from './queries-clauses'
import { findAgreement, findShown, readable } from './queries-held'
import { factsOf } from './rules-facts'

/** One agreement with the version that holds, or that is drafted while none does: head, facts and clauses. */
export const byId = query({
  name: 'agreements.byId',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const { agreement, account } = await findAgreement(look, agreementId)
    const version = await findShown(look, agreement)
    const [names, clauses] = await Promise.all([
      findNamesOfMembers(look, [agreement.ownerId, agreement.backupId]),
      findClauses(look, version.id),
    ])
    const facts = factsOf(version)
    return {
      id: agreement.id,
      version: agreement.version,
      code: agreement.code,
      title: agreement.title,
      direction: agreement.direction,
      kind: agreement.kind,
      paper: agreement.paper,
      state: agreement.state,
      language: agreement.language,
      confidential: agreement.confidential,
      scopeName: agreement.scopeName || null,
      endsOn: dayOrNone(agreement.endsOn),
      noticeOn: dayOrNone(agreement.noticeOn),
      endedOn: agreement.endedOn,
      account: { id: account.id, name: account.name },
      owner: { id: agreement.ownerId, name: names.get(agreement.ownerId) ?? '—' },
      backup: agreement.backupId ? { id: agreement.backupId, name: names.get(agreement.backupId) ?? '—' } : null,
      latest: {
        id: version.id,
        version: version.version,
        number: version.number,
        state: version.state as VersionState,
        contentHash: version.contentHash,
        paperFileId: version.paperFileId,
        facts: { ...facts, yearlyValue: facts.yearlyValue && plain(facts.yearlyValue) },
        clauses: clauses.map(asShown),
      },
      today: dayOf(now, actor.timeZone),
      mayDraft: isGranted(may.draft, actor) && mayWorkWith(actor, account) && agreement.state === 'draft',
    }
  },
})
/** A clause as pages show it. */
export const asShown = ({ id, version, key, heading, body, aspect, tags, ...said }: FoundClause) => {
  const { deviation, deviationReason, libraryCode, issueKey, termCode, value } = said
  return {
    ...{ id, version, key, heading, body, aspect, tags },
    ...{ deviation, deviationReason, libraryCode, issueKey, termCode, value },
  }
}

export type AgreementView = Awaited<ReturnType<typeof byId.run>>

const mostOfAccount = 6

/** The agreements with an account that are not over, the latest change first. */
export const ofAccount = query({
  name: 'agreements.ofAccount',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const { tx, actor } = look
    await findAccount(look, accountId)
    const rows = await tx
      .select({
        id: agreements.id,
        code: agreements.code,
        title: agreements.title,
        state: agreements.state,
        endsOn: agreements.endsOn,
        noticeOn: agreements.noticeOn,
      })
      .from(agreements)
      .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
      .where(
        and(
          own(agreements, actor),
          live(agreements),
          readable(actor),
          eq(agreements.accountId, accountId),
          notInArray(agreements.state, [...overStates]),
        ),
      )
      .orderBy(desc(agreements.changedAt), desc(agreements.id))
      .limit(mostOfAccount)
    return rows.map((row) => ({
      ...row,
      state: row.state as AgreementState,
      endsOn: dayOrNone(row.endsOn),
      noticeOn: dayOrNone(row.noticeOn),
    }))
  },
})
export type OfAccount = Awaited<ReturnType<typeof ofAccount.run>>
