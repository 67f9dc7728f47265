import type { Day } from '@/lib/kernel/day'
import { no } from './rules'

export type PlanStep = {
  id: string
  method: string
  methodId: string | null
  why: string
  memberId: string
  personId: string | null
  dueOn: Day
}

const planStates = ['empty', 'draft', 'pending', 'approved', 'returned', 'changed'] as const
export type PlanState = (typeof planStates)[number]

type Run = { state: string; contentHash: string }

/** Where a plan stands with its lead. An approval of other words counts no more. */
export function planStateOf(steps: number, hash: string, run: Run | null): PlanState {
  if (steps === 0) return 'empty'
  if (run === null || run.state === 'withdrawn') return 'draft'
  if (run.state === 'pending') return 'pending'
  if (run.state === 'approved') return run.contentHash === hash ? 'approved' : 'changed'
  return run.contentHash === hash ? 'returned' : 'draft'
}

type Used = { method: string; methodId: string | null; personId: string | null; heardOn: Day; times: number }

/**
 * How often a planned way was used: needs heard by this method, and from this person when one is named.
 */
export function usesOf(step: Pick<PlanStep, 'method' | 'methodId' | 'personId'>, used: readonly Used[]) {
  const mine = used.filter(
    (each) =>
      (step.methodId ? each.methodId === step.methodId : each.method === step.method) &&
      (step.personId === null || each.personId === step.personId),
  )
  return {
    times: mine.reduce((sum, each) => sum + each.times, 0),
    lastOn:
      mine
        .map((each) => each.heardOn)
        .toSorted()
        .at(-1) ?? null,
  }
}

export function mustHaveSteps(steps: number): void {
  if (steps === 0) throw no('planEmpty')
}

export function mustBeChangedSince(state: PlanState): void {
  if (state === 'approved') throw no('planApproved')
  if (state === 'pending') throw no('planPending')
}
