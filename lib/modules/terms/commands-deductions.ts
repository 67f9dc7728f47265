import { deductionClaims, deductionMatches, deductions } from '@/db/schema/terms'
import { command, type Work } from '@/lib/kernel/command'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { changeRow, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { may } from './manifest'
import { deductionMessages } from './messages-deductions'
import {
  editDeductionInput,
  grantInput,
  matchByHandInput,
  matchInput,
  recordInput,
  unmatchInput,
} from './model-deductions'
import {
  accountOfClaim,
  accountOfDeduction,
  accountOfMatch,
  findOpenClaims,
  findOpenDeductions,
  hasReference,
  previewOf,
} from './queries-deductions'
import { findAccountPart } from './queries-held'
import { mustMayDeduct } from './rules'
import type { Match } from './rules-deductions'
import { leftOf, mustBeDocument, mustBeLeft, mustBeUnsettled, notDeducted } from './rules-settling'

export const deducts = {
  permission: may.deduct,
  messages: deductionMessages,
  refreshes: ['/deductions', '/deductions/[accountId]'],
}

/** The account of deductions, for whoever may handle them. */
export async function mayHandle(work: Work, accountId: string) {
  const account = await findAccountPart(work, accountId)
  mustMayDeduct(work.actor, account)
  return account
}

/** Records what a client kept back from a payment, with the document that settles it. */
export const recordDeduction = command({
  name: 'terms.recordDeduction',
  ...deducts,
  input: recordInput,
  async run(work, input) {
    await mayHandle(work, input.accountId)
    mustBeDocument(input)
    const { id } = await insertRow(work, deductions, { ...input, recordedBy: work.actor.id })
    return { id, accountId: input.accountId }
  },
})

/** Mends a deduction that is not settled; its amount only while nothing is matched. */
export const editDeduction = command({
  name: 'terms.editDeduction',
  ...deducts,
  input: editDeductionInput,
  async run(work, { deductionId, version, ...patch }) {
    const accountId = await accountOfDeduction(work, deductionId)
    await mayHandle(work, accountId)
    const row = await lockRow(work, deductions, deductionId)
    mustBeUnsettled(row)
    mustBeDocument(patch)
    if (exact(row.matched).gt(0) && !exact(row.amount).eq(patch.amount))
      throw notDeducted('matchedAlready', {}, { amount: { code: 'matchedAlready' } })
    const after = await changeRow(work, deductions, { id: deductionId, version }, patch)
    return { id: deductionId, accountId, version: after.version }
  },
})

/** Adds a claim: what we granted and the client may deduct. */
export const grantClaim = command({
  name: 'terms.grantClaim',
  ...deducts,
  input: grantInput,
  async run(work, input) {
    await mayHandle(work, input.accountId)
    if (await hasReference(work, input.accountId, input.reference))
      throw notDeducted('referenceTaken', {}, { reference: { code: 'referenceTaken' } })
    const { id } = await insertRow(work, deductionClaims, { ...input, recordedBy: work.actor.id })
    return { id, accountId: input.accountId }
  },
})

/** Matches the open deductions of an account (or those that are named) with its open claims, as previewed. D01. */
export const matchOpen = command({
  name: 'terms.matchOpen',
  ...deducts,
  input: matchInput,
  async run(work, { accountId, deductionIds }) {
    await mayHandle(work, accountId)
    const ids = deductionIds.length > 0 ? deductionIds : undefined
    const [open, claims] = await lockOpen(work, accountId, ids)
    const { matches, left } = previewOf(open, claims)
    if (matches.length === 0) throw notDeducted('nothingToMatch')
    await keepMatches(work, accountId, matches, open, claims)
    return { accountId, matched: matches.length, left: left.length }
  },
})

/** Everybody who matches locks the account's open claims first, then its deductions: nobody uses the same rest twice. */
async function lockOpen(work: Work, accountId: string, ids: readonly string[] | undefined) {
  const claims = await findOpenClaims(work, accountId).for('update')
  const open = await findOpenDeductions(work, accountId, ids).for('update')
  return [open, claims] as const
}

type Held = { id: string; matched: string }

async function keepMatches(
  work: Work,
  accountId: string,
  matches: readonly Match[],
  open: readonly Held[],
  claims: readonly Held[],
) {
  await insertRows(
    work,
    deductionMatches,
    matches.map((match) => ({ ...match, accountId, matchedBy: work.actor.id })),
  )
  const added = (side: 'deductionId' | 'claimId', rows: readonly Held[]) =>
    rows.flatMap(({ id, matched }) => {
      const own = matches.filter((match) => match[side] === id)
      return own.length === 0 ? [] : [{ id, matched: plain(sumOf([matched, ...own.map(({ amount }) => amount)])) }]
    })
  await changeEach(work, deductions, added('deductionId', open))
  await changeEach(work, deductionClaims, added('claimId', claims))
}

/** Matches part of a deduction with a claim by hand, whatever its reason: no more than is left of both. */
export const matchByHand = command({
  name: 'terms.matchByHand',
  ...deducts,
  input: matchByHandInput,
  async run(work, { deductionId, claimId, amount }) {
    const accountId = await accountOfDeduction(work, deductionId)
    await mayHandle(work, accountId)
    if ((await accountOfClaim(work, claimId)) !== accountId)
      throw notDeducted('otherAccount', {}, { claimId: { code: 'otherAccount' } })
    const claim = await lockRow(work, deductionClaims, claimId)
    const deduction = await lockRow(work, deductions, deductionId)
    mustBeUnsettled(deduction)
    mustBeLeft(amount, leftOf(deduction), leftOf(claim))
    await keepMatches(work, accountId, [{ deductionId, claimId, amount, rule: 'byHand' }], [deduction], [claim])
    return { accountId, deductionId }
  },
})

/** Takes a match back: claim and deduction have it open again. */
export const unmatch = command({
  name: 'terms.unmatch',
  ...deducts,
  input: unmatchInput,
  async run(work, { matchId }) {
    const accountId = await accountOfMatch(work, matchId)
    await mayHandle(work, accountId)
    const match = await lockRow(work, deductionMatches, matchId)
    if (match.archivedAt) return { accountId }
    const claim = await lockRow(work, deductionClaims, match.claimId)
    const deduction = await lockRow(work, deductions, match.deductionId)
    mustBeUnsettled(deduction)
    const less = ({ matched }: Held) => plain(exact(matched).minus(match.amount))
    await changeRow(work, deductionMatches, { id: matchId }, { archivedAt: work.now })
    await changeRow(work, deductions, { id: deduction.id }, { matched: less(deduction) })
    await changeRow(work, deductionClaims, { id: claim.id }, { matched: less(claim) })
    return { accountId }
  },
})
