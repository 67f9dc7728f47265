import type { Day } from '@/lib/kernel/day'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { inputWords } from './messages-inputs'
import type { Disposition, InputKind, InputState } from './model-inputs'

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
 * and those that are answered without a word on what became of them. BGM-2.4. One that was declined waits for nobody: whoever
 * asked is told why and asks somebody else. A lead's waiver that still holds opens all.
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

const no = refusals('negotiations', inputWords)

/** A question goes to somebody else who may answer it, for today or later; advice says of which discipline. */
export function mustBeAskable(
  asked: { askedOf: string; kind: InputKind; discipline: string | null; dueOn: Day },
  { actorId, colleagues, today }: { actorId: string; colleagues: ReadonlySet<string>; today: Day },
): void {
  if (asked.askedOf === actorId) throw no('askedNobodyElse', {}, { askedOf: { code: 'askedNobodyElse' } })
  if (!colleagues.has(asked.askedOf)) throw no('askedUnknown', {}, { askedOf: { code: 'askedUnknown' } })
  if (asked.kind === 'advice' && !asked.discipline)
    throw no('disciplineMissing', {}, { discipline: { code: 'disciplineMissing' } })
  if (asked.dueOn < today) throw no('dueBehind', {}, { dueOn: { code: 'dueBehind' } })
}

type Held = { askedOf: string; kind: string; state: string }

/** Only whoever is asked answers, as long as the question is open; an answer may be mended until it is disposed of. */
export function mustBeYours(input: Held, actorId: string, states: readonly InputState[]): void {
  if (input.askedOf !== actorId) throw new Refusal('notAllowed')
  if (!states.includes(input.state as InputState)) throw no('notAskedAnyMore')
}

/** A question is taken back while nobody has answered it. */
export function mustBeUnanswered(input: Pick<Held, 'state'>): void {
  if (!isUnanswered(input.state as InputState)) throw no('notAskedAnyMore')
}

/** Input takes a stance, advice recommends. */
export function mustTakeSides(kind: string, said: { stance: string | null; recommendation: string | null }): void {
  if (kind === 'input' && !said.stance) throw no('stanceMissing', {}, { stance: { code: 'stanceMissing' } })
  if (kind === 'advice' && !said.recommendation)
    throw no('recommendationMissing', {}, { recommendation: { code: 'recommendationMissing' } })
}

/** What became of an answer is said by somebody else than who gave it; what is not wholly adopted says why. */
export function mustBeDisposable(
  input: Held,
  actorId: string,
  { disposition, reason }: { disposition: Disposition; reason: string | null },
): void {
  if (input.state !== 'answered') throw no('notAnswered')
  if (input.askedOf === actorId) throw no('ownAnswer')
  if (disposition !== 'adopted' && !reason) throw no('reasonMissing', {}, { reason: { code: 'reasonMissing' } })
}

/** Nobody consents to their own negotiation going on without an input. */
export function mustNotBeOwn(negotiation: { ownerId: string }, actorId: string): void {
  if (negotiation.ownerId === actorId) throw no('ownWord')
}
