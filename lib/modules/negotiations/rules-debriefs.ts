import { refusals } from '@/lib/kernel/refusal'
import { lessonWords } from './messages-lessons'
import type { NegotiationState } from './model-states'

const no = refusals('negotiations', lessonWords)

export const hasBegun = (state: NegotiationState) => state !== 'planning' && state !== 'ready'

/** One looks back on what took place; also on what ended without a deal, and after the closing. */
export function mustHaveBegun(state: NegotiationState): void {
  if (!hasBegun(state)) throw no('notBegunYet')
}
