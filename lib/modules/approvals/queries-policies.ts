import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { approvalPolicies } from '@/db/schema/approvals'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { type SubjectKind, subjectKinds } from './model'
import { type Policy, policyRef } from './model-policies'
import { findPolicy, findSecondApprover, policyOf } from './queries-held'
import { defaultPolicy } from './rules-policies'

/** The number of the last edition for a kind of subject; 0 while there is none. */
export async function findLastNumber({ tx, actor }: Look, subjectKind: SubjectKind): Promise<number> {
  const [row] = await tx
    .select({ number: approvalPolicies.number })
    .from(approvalPolicies)
    .where(and(own(approvalPolicies, actor), eq(approvalPolicies.subjectKind, subjectKind)))
    .orderBy(desc(approvalPolicies.number))
    .limit(1)
  return row?.number ?? 0
}

/** The matrix of authority as it holds today, kind by kind, with whom names stand for. */
export const matrix = query({
  name: 'approvals.matrix',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { tx, actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const editions = await tx
      .select()
      .from(approvalPolicies)
      .where(own(approvalPolicies, actor))
      .orderBy(asc(approvalPolicies.subjectKind), desc(approvalPolicies.validFrom), desc(approvalPolicies.number))
    const second = await findSecondApprover(look)
    const policies = subjectKinds.map((kind): Policy => {
      const row = editions.find(({ subjectKind, validFrom }) => subjectKind === kind && validFrom <= today)
      return row ? policyOf(row) : defaultPolicy(kind)
    })
    return {
      policies,
      members: await findMemberNames(look),
      secondApproverId: second?.secondApproverId ?? null,
      maySet: isGranted(may.setPolicies, actor),
    }
  },
})
export type Matrix = Awaited<ReturnType<typeof matrix.run>>

/** The rules for one kind of subject today, and their editions, the latest first. */
export const policy = query({
  name: 'approvals.policy',
  permission: may.see,
  input: policyRef,
  async run(look, { subjectKind }) {
    const { tx, actor, now } = look
    const editions = await tx
      .select({
        id: approvalPolicies.id,
        number: approvalPolicies.number,
        name: approvalPolicies.name,
        validFrom: approvalPolicies.validFrom,
        writtenBy: members.name,
        createdAt: approvalPolicies.createdAt,
      })
      .from(approvalPolicies)
      .innerJoin(members, joined(members, actor, approvalPolicies.writtenBy))
      .where(and(own(approvalPolicies, actor), eq(approvalPolicies.subjectKind, subjectKind)))
      .orderBy(desc(approvalPolicies.validFrom), desc(approvalPolicies.number))
      .limit(50)
    return {
      policy: await findPolicy(look, subjectKind),
      editions,
      members: await findMemberNames(look),
      today: dayOf(now, actor.timeZone),
      maySet: isGranted(may.setPolicies, actor),
    }
  },
})
export type PolicyPage = Awaited<ReturnType<typeof policy.run>>
