import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/accounts/commands-open'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { setRule } from '@/lib/modules/pricing/commands'
import { draftPolicy, submitPolicy } from '@/lib/modules/pricing/commands-policy'
import { setCost } from '@/lib/modules/products/commands-costs'
import { aWorkspace, owner, person } from '@/tests/people'
import { done } from '../accounts/scene'
import { aPriceList, aProduct } from '../products/scene'

export const now = new Date('2026-05-04T02:00:00Z')
export const today = '2026-05-04'
type Raw = Readonly<Record<string, unknown>>

/** A company that sells one product at NT$100 to one client of the segment 量販, with everybody who decides on prices. */
export async function aCompany() {
  const workspace = await aWorkspace()
  const director = await person(['specialist', 'manager'], workspace, { name: '總經理', disciplines: ['director'] })
  const boss = await person('manager', workspace, { name: '周經理', reportsTo: director })
  const lead = await person('salesLead', workspace, { name: '李主管', reportsTo: boss })
  const seller = await person('accountManager', workspace, { name: '林怡君', reportsTo: lead })
  const colleague = await person('accountManager', workspace, { name: '陳志明' })
  const auditor = await person('auditor', workspace, { name: '稽核' })
  const client = { name: '大安食品股份有限公司', kind: 'customer', tier: 'A', segment: '量販' }
  const accountId = (await done(open, seller, client)).id
  const productId = await aProduct(boss, { category: '調味料' })
  await aPriceList(boss, '2026-01-01', [{ productId, price: '100' }])
  await done(setCost, boss, { productId, validFrom: '2026-01-01', cost: '60', currency: 'TWD' })
  return { workspace, director, boss, lead, seller, colleague, auditor, accountId, productId }
}

export const ruleWish = (wish: Raw = {}) => ({
  name: '量販折扣',
  segment: '量販',
  fromDay: '2026-01-01',
  action: 'discount',
  discountPct: '5',
  ...wish,
})

export const aRule = async (actor: Actor, wish: Raw = {}) => (await done(setRule, actor, ruleWish(wish), now)).id

export const policyWish = (wish: Raw = {}) => ({
  title: '二〇二六年定價政策',
  body: '一律依價目表與規則報價。',
  audience: ['accountManager', 'salesLead'],
  validFrom: today,
  leadDiscountPct: '10',
  managerDiscountPct: '15',
  directorDiscountPct: '20',
  managerMarginPct: '25',
  directorMarginPct: '18',
  paymentDays: '60',
  noticeDays: '30',
  steepPct: '5',
  annualPct: '6',
  ...wish,
})

/** The latest run of a subject, as its approvers find it. */
export async function runOf(subjectId: string) {
  const [row] = await owner()<{ id: string; state: string; content_hash: string }[]>`
    select id, state, content_hash from approval_runs where subject_id = ${subjectId} order by id desc limit 1`
  if (!row) throw new Error('no run')
  return { runId: row.id, state: row.state, contentHash: row.content_hash }
}

export async function approve(actor: Actor, subjectId: string, decision = 'approve') {
  const { runId, contentHash } = await runOf(subjectId)
  await done(decide, actor, { runId, contentHash, decision, comment: '同意' }, now)
}

/** An edition that everybody has agreed to; its id. */
export async function aPolicy(author: Actor, approver: Actor, wish: Raw = {}) {
  const { id } = await done(draftPolicy, author, policyWish(wish), now)
  await done(submitPolicy, author, { policyId: id }, now)
  await approve(approver, id)
  return id
}
