import { inTransaction } from '@/lib/kernel/transaction'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import type { SubjectKind } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { done } from './done'
import type { Staff } from './load-members'

/** Whoever is asked consents, one after the other, as long as it waits. */
export async function consent(staff: Staff, kind: SubjectKind, id: string, now: Date): Promise<void> {
  const members = Object.values(staff)
  for (let turn = 0; turn < members.length; turn++) {
    const run = await inTransaction(staff.sophia, 'read only', (tx) =>
      findRun({ tx, actor: staff.sophia, now }, kind, id),
    )
    if (run?.state !== 'pending') return
    const order = Math.min(...run.steps.filter(({ state }) => state === 'open').map((step) => step.order))
    const seats = run.steps
      .filter((step) => step.order === order && step.state === 'open')
      .flatMap((step) => step.seats)
    const seat = seats.find(({ state }) => state === 'open')
    const approver = members.find(({ id: memberId }) => memberId === seat?.holderId)
    if (!approver) throw new Error(`nobody consents to ${kind} ${id}`)
    await done(decide, approver, { runId: run.id, contentHash: run.contentHash, decision: 'approve' }, now)
  }
}
