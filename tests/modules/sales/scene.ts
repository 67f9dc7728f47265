import type { Actor } from '@/lib/kernel/actor'
import { book } from '@/lib/modules/sales/commands'
import { followLines, rebuildMonths } from '@/lib/modules/sales/jobs'
import { owner } from '@/tests/people'
import { done } from '../accounts/scene'

type Raw = Readonly<Record<string, unknown>>
type Line = {
  productId: string
  quantity?: string
  unitPrice?: string
  discountPct?: string
  unit?: string
  lineKey?: string
}
let next = 10_001

/** A document with these lines; its number. */
export async function aSale(actor: Actor, accountId: string, day: string, lines: readonly Line[], wish: Raw = {}) {
  const number = String(next++)
  const given = lines.map((line, index) => ({ lineKey: String(index + 1), quantity: '1', unitPrice: '100', ...line }))
  await done(book, actor, { accountId, number, day, currency: 'TWD', lines: given, ...wish })
  return number
}

/** What the job does after lines changed. */
export const follow = (actor: Actor, accountIds: readonly string[], from: string, to: string) =>
  followLines.run({
    workspaceId: actor.workspaceId,
    now: new Date(),
    jobId: crypto.randomUUID(),
    input: { accountIds: [...accountIds], from, to },
  })

export const rebuild = (actor: Actor) =>
  rebuildMonths.run({ workspaceId: actor.workspaceId, now: new Date(), jobId: crypto.randomUUID(), input: {} })

/** The months as they stand, and the lines added up afresh by the database: two ways to the same figures. */
export async function bothSums(workspaceId: string) {
  const sql = owner()
  const kept = await sql`
    select account_id, product_id, month::text, currency, trim_scale(base_quantity)::text q, trim_scale(gross_amount)::text g,
      trim_scale(net_amount)::text n, lines from sales_months where workspace_id = ${workspaceId} order by 1, 2, 3, 4`
  const raw = await sql`
    select account_id, product_id, date_trunc('month', day)::date::text as month, currency, trim_scale(sum(base_quantity))::text q,
      trim_scale(sum(gross_amount))::text g, trim_scale(sum(net_amount))::text n, count(*)::int lines
    from sales_lines where workspace_id = ${workspaceId} and archived_at is null group by 1, 2, 3, 4 order by 1, 2, 3, 4`
  return { kept: [...kept], raw: [...raw] }
}
