import { no } from './rules'

export function mustHavePoints(points: number): void {
  if (points === 0) throw no('checklistEmpty', {}, { checklist: { code: 'checklistEmpty' } })
}

/** A version that says what the one before it says would be none. */
export function mustBeNewWords(before: string, now: string): void {
  if (before === now) throw no('procedureUnchanged')
}

export function mustBeSubmittable(state: string): void {
  if (state === 'pending') throw no('procedurePending')
  if (state === 'approved') throw no('procedureApproved')
}
