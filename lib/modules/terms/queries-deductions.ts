import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { deductionClaims, deductionMatches, deductions } from '@/db/schema/terms'
import { hasRole } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { findRuns } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { accountRef } from './model'
import { findAccountPart } from './queries-held'
import { writeOffKind } from './queries-state'
import { type MatchRule, matchDeductions } from './rules-deductions'
import { deductionStateOf, leftOf } from './rules-settling'

/** The account that a deduction, claim or match is of. Refuses with `notFound` what the actor may not see. */
async function accountOf(
  { tx, actor }: Look,
  table: typeof deductions | typeof deductionClaims | typeof deductionMatches,
  id: string,
) {
  const [row] = await tx
    .select({ accountId: accounts.id })
    .from(table)
    .innerJoin(accounts, joined(accounts, actor, table.accountId))
    .where(and(ownRow(table, actor, id), live(table), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  return row.accountId
}
export const accountOfDeduction = (look: Look, id: string) => accountOf(look, deductions, id)
export const accountOfClaim = (look: Look, id: string) => accountOf(look, deductionClaims, id)
export const accountOfMatch = (look: Look, id: string) => accountOf(look, deductionMatches, id)

/** Deductions that are neither settled nor wholly matched, the oldest first. */
export const findOpenDeductions = ({ tx, actor }: Look, accountId: string, ids?: readonly string[]) =>
  tx
    .select()
    .from(deductions)
    .where(
      and(
        own(deductions, actor),
        eq(deductions.accountId, accountId),
        ids ? inArray(deductions.id, [...ids]) : undefined,
        isNull(deductions.settledAs),
        lt(deductions.matched, deductions.amount),
        live(deductions),
      ),
    )
    .orderBy(asc(deductions.takenOn), asc(deductions.id))
    .limit(200)

export const findOpenClaims = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select()
    .from(deductionClaims)
    .where(
      and(
        own(deductionClaims, actor),
        eq(deductionClaims.accountId, accountId),
        lt(deductionClaims.matched, deductionClaims.amount),
        live(deductionClaims),
      ),
    )
    .orderBy(asc(deductionClaims.grantedOn), asc(deductionClaims.id))
    .limit(500)

/** Whether a live claim of the account has this reference already. */
export async function hasReference({ tx, actor }: Look, accountId: string, reference: string): Promise<boolean> {
  const rows = await tx
    .select({ id: deductionClaims.id })
    .from(deductionClaims)
    .where(
      and(
        own(deductionClaims, actor),
        eq(deductionClaims.accountId, accountId),
        eq(deductionClaims.reference, reference),
        live(deductionClaims),
      ),
    )
  return rows.length > 0
}

/** What matching would do now: the same rules that match. D01. */
export function previewOf(
  open: Awaited<ReturnType<typeof findOpenDeductions>>,
  claims: Awaited<ReturnType<typeof findOpenClaims>>,
) {
  return matchDeductions(
    open.map((row) => ({ ...row, left: leftOf(row) })),
    claims.map((row) => ({ ...row, left: leftOf(row) })),
  )
}

/** Everything of an account's deductions: what was taken, what was granted, what is matched, and what would match. */
export const workbench = query({
  name: 'terms.workbench',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const { tx, actor } = look
    const account = await findAccountPart(look, accountId)
    const [taken, claims, matches, open, openClaims] = await Promise.all([
      tx
        .select()
        .from(deductions)
        .where(and(own(deductions, actor), eq(deductions.accountId, accountId), live(deductions)))
        .orderBy(desc(deductions.takenOn), desc(deductions.id))
        .limit(200),
      tx
        .select()
        .from(deductionClaims)
        .where(and(own(deductionClaims, actor), eq(deductionClaims.accountId, accountId), live(deductionClaims)))
        .orderBy(desc(deductionClaims.grantedOn), desc(deductionClaims.id))
        .limit(200),
      tx
        .select()
        .from(deductionMatches)
        .where(and(own(deductionMatches, actor), eq(deductionMatches.accountId, accountId), live(deductionMatches)))
        .orderBy(asc(deductionMatches.id))
        .limit(1000),
      findOpenDeductions(look, accountId),
      findOpenClaims(look, accountId),
    ])
    const runs = await findRuns(
      look,
      writeOffKind,
      taken.map(({ id }) => id),
    )
    const finance = hasRole(actor, 'specialist') && actor.disciplines.includes('finance')
    const preview = previewOf(open, openClaims)
    const nameOfDeduction = new Map(taken.map((row) => [row.id, row]))
    const nameOfClaim = new Map(claims.map((row) => [row.id, row.reference]))
    return {
      account: { id: account.id, name: account.name },
      mayDeduct:
        may.deduct.roles.some((role) => actor.roles.includes(role)) &&
        (finance || mayEditAccount(actor, account)) &&
        account.archivedAt === null,
      deductions: taken.map((row) => ({
        ...row,
        createdAt: undefined,
        disputedAt: undefined,
        settledAt: undefined,
        left: leftOf(row),
        state: deductionStateOf(row),
        waiting: runs.get(row.id)?.state === 'pending',
        matches: matches
          .filter((match) => match.deductionId === row.id)
          .map(({ id, amount, rule, claimId }) => ({
            id,
            amount,
            rule: rule as MatchRule,
            reference: nameOfClaim.get(claimId) ?? '',
          })),
      })),
      claims: claims.map((row) => ({ ...row, createdAt: undefined, left: leftOf(row) })),
      preview: {
        matches: preview.matches.map((match) => ({
          ...match,
          takenOn: nameOfDeduction.get(match.deductionId)?.takenOn ?? '',
          reference: nameOfClaim.get(match.claimId) ?? '',
        })),
        left: preview.left.map((each) => ({
          ...each,
          takenOn: nameOfDeduction.get(each.deductionId)?.takenOn ?? '',
        })),
      },
    }
  },
})
export type Workbench = Awaited<ReturnType<typeof workbench.run>>
