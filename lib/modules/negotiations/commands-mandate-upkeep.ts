import { negotiationMandates } from '@/db/schema/negotiations'
import type { Work } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { changeRow } from '@/lib/kernel/write'
import { touchApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { isApproved } from '@/lib/modules/approvals/model'
import type { Limits } from './model-mandate'
import { findLimits, findMandates, hashOfMandate, mandateKind } from './queries-mandate'
import { findIssues } from './queries-table'
import { withExtensions } from './rules-mandate'
import { mandateLines } from './rules-mandate-lines'

type About = { id: string; expectedValue: string | null; currency: string }
type Asked = { id: string; limits: Limits; validUntil: string; contentHash: string }

/** A mandate as its approvers judge it: each limit in words beside what was approved last, and what the deal is worth. */
export async function contentOfMandate(work: Work, { id, expectedValue, currency }: About, asked: Asked) {
  const [issues, mandates] = await Promise.all([findIssues(work, id), findMandates(work, id)])
  const before = mandates.find((each) => each.id !== asked.id && isApproved(each.run, each.contentHash))
  const value = expectedValue && plain(expectedValue)
  const facts: Record<string, string> = value ? { value } : {}
  return {
    contentHash: asked.contentHash,
    facts,
    lines: mandateLines(issues, asked.limits, asked.validUntil, before?.limits ?? null),
    totals: { costPerYear: null, marginPct: null, value: value ? { amount: value, currency } : null },
  }
}

/**
 * After limits may have changed: what waits for consent waits on with the new limits, and is taken back when they cannot be
 * scored any more. What was approved is left as it is: it no longer covers other limits.
 */
export async function keepMandate(work: Work, negotiation: About): Promise<void> {
  const [latest] = await findMandates(work, negotiation.id)
  if (latest?.run?.state !== 'pending') return
  const about = { subjectKind: mandateKind, subjectId: latest.id }
  const now = await findLimits(work, negotiation.id)
  if (!now) {
    await work.call(withdrawApproval, about)
    return
  }
  const limits = withExtensions(now, latest.limits)
  const contentHash = hashOfMandate(limits, latest.validUntil)
  if (contentHash === latest.contentHash) return
  await changeRow(work, negotiationMandates, { id: latest.id }, { limits, contentHash })
  const content = await contentOfMandate(work, negotiation, { ...latest, limits, contentHash })
  await work.call(touchApproval, { ...about, ...content, touched: ['terms'] })
}
