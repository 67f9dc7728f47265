import type { Day } from '@/lib/kernel/day'
import type { InputKind, InputState } from './model-inputs'

/** An input as far as it decides whether a negotiation may be ready; `name` is that of whoever was asked. */
export type AskedInput = {
  id: string
  kind: InputKind
  required: boolean
  state: InputState
  dueOn: Day
  name: string
}
/** A lead's word that the negotiation may be ready without them; it holds up to and including that day. */
export type Waiver = { holdsUntil: Day }

/** A required input that keeps a negotiation from being ready: nobody answered yet, or nobody said what became of it. */
export type OpenInput = Pick<AskedInput, 'id' | 'kind' | 'name'> & { why: 'unanswered' | 'undisposed' }

export const isUnanswered = (state: InputState) => state === 'asked' || state === 'accepted'

/** Asked and not answered by its last day. */
export const isExpired = ({ state, dueOn }: Pick<AskedInput, 'state' | 'dueOn'>, today: Day): boolean =>
  isUnanswered(state) && today > dueOn

/**
 * Which required inputs keep a negotiation from being ready, with whom to ask: those that are unanswered and not expired,
 * and those that are answered without a word on what became of them. BGM-2.4. A lead's waiver that still holds opens all.
 */
export function openInputsOf(inputs: readonly AskedInput[], waivers: readonly Waiver[], today: Day): OpenInput[] {
  if (waivers.some(({ holdsUntil }) => today <= holdsUntil)) return []
  return inputs.flatMap((input): OpenInput[] => {
    if (!input.required) return []
    const { id, kind, name, state } = input
    if (state === 'answered') return [{ id, kind, name, why: 'undisposed' }]
    return isUnanswered(state) && !isExpired(input, today) ? [{ id, kind, name, why: 'unanswered' }] : []
  })
}
