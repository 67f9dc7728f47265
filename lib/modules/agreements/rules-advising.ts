import { type Actor, hasRole } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { adviceMessages } from './messages-advice'
import type { AdviceEvent, AdviceState, VersionState } from './model-states'
import { type AdviceFacts, adviceStep } from './rules-advice'
import type { Content } from './rules-approval'
import { type Suggestion, suggestionsOf } from './rules-triggers'

const no = refusals('agreements', adviceMessages)

type Part = { askedBy: string; advisorId: string | null; privileged: boolean }

/** Privileged advice is read by whoever asked, the advisor and legal colleagues; any other by who reads the agreement. */
export const readsAdvice = (actor: Actor, { privileged, askedBy, advisorId }: Part): boolean =>
  !privileged ||
  actor.id === askedBy ||
  actor.id === advisorId ||
  (hasRole(actor, 'specialist') && actor.disciplines.includes('legal'))

/** Where a request goes by this event; refuses with a sentence for where it stands, or for what is missing. */
export function mustStepAdvice(state: AdviceState, event: AdviceEvent, facts: AdviceFacts = {}): AdviceState {
  const step = adviceStep(state, event, facts)
  if (step.ok) return step.to
  if (step.why === 'notHere') throw no(`advice_${state}`)
  const [guard = 'reasonGiven'] = step.unmet
  const field = { departureExplained: 'reason', answerGiven: 'answer', questionGiven: 'question' }[
    guard as 'answerGiven'
  ]
  throw no(guard, {}, field ? { [field]: { code: guard } } : {})
}

/** Advice belongs to a version that is still open. */
export function mustBeOpenVersion(state: VersionState): void {
  if (state === 'executed' || state === 'void') throw no('versionClosed')
}

type Asked = { advisorId: string | null; advisorName: string | null; clauseKey: string; dueOn: Day }
type Known = { actorId: string; today: Day; readers: ReadonlySet<string>; clauseKeys: ReadonlySet<string> }

/** One expert, not oneself, who can read what they are asked about, in time, about a clause that is there. */
export function mustBeAskableFor(asked: Asked, { actorId, today, readers, clauseKeys }: Known): void {
  const { advisorId, advisorName, clauseKey, dueOn } = asked
  const at = (field: string, code: 'oneAdvisor' | 'ownAdvice' | 'advisorBlind' | 'dueInPast' | 'clauseGone') =>
    no(code, {}, { [field]: { code } })
  if ((advisorId === null) === (advisorName === null)) throw at('advisorId', 'oneAdvisor')
  if (advisorId === actorId) throw at('advisorId', 'ownAdvice')
  if (advisorId !== null && !readers.has(advisorId)) throw at('advisorId', 'advisorBlind')
  if (dueOn < today) throw at('dueOn', 'dueInPast')
  if (clauseKey !== '' && !clauseKeys.has(clauseKey)) throw at('clauseKey', 'clauseGone')
}

/** The advisor answers for themselves; what an expert outside says is recorded by those who may draft. */
export function mustBeAdvisor(actor: Actor, { advisorId }: Pick<Part, 'advisorId'>, mayDraft: boolean): void {
  if (advisorId === null ? !mayDraft : advisorId !== actor.id) throw new Refusal('notAllowed')
}

/** The advice that the rules suggest for what differs from the version signed before; of a first one, for all of it. */
export function suggestedFor(before: Content | null, { facts, clauses }: Content): Suggestion[] {
  const known = new Set(before?.clauses.map(({ digest }) => digest))
  const sameTerm = before !== null && before.facts.months === facts.months
  return suggestionsOf({
    clauses: clauses.filter(({ digest }) => !known.has(digest)),
    governingLaw: before?.facts.governingLaw === facts.governingLaw ? null : facts.governingLaw,
    months: sameTerm ? null : facts.months,
    openEnd: !sameTerm && facts.startsOn !== null && facts.months === null,
  })
}

type Given = Pick<AdviceRow, 'state' | 'subjectDigest'>
type AdviceRow = {
  state: AdviceState
  blocking: boolean
  clauseKey: string
  discipline: string
  trigger: string | null
  subjectDigest: string | null
}

const given: readonly AdviceState[] = ['answered', 'decided', 'waived']

/**
 * Whether what it is about was changed after the advice was given or done without: such advice counts no more. What is not
 * answered yet will be about what stands then. `now` is the digest of what it is about; null where that is gone. BGM-3.3.
 */
export const isOutdated = ({ state, subjectDigest }: Given, now: string | null): boolean =>
  given.includes(state) && subjectDigest !== null && subjectDigest !== now

/**
 * Whether it is still to be asked again: blocking advice that somebody asked for of their own accord, about a clause that was
 * changed since and is still there, until the same discipline was asked about it once more. What the rules made due, they
 * suggest again by themselves.
 */
export function asksAgain(one: AdviceRow, later: readonly AdviceRow[], now: string | null): boolean {
  const settled = one.blocking && one.trigger === null && (one.state === 'decided' || one.state === 'waived')
  if (!settled || now === null || !isOutdated(one, now)) return false
  return !later.some(
    ({ state, clauseKey, discipline }) =>
      state !== 'cancelled' && clauseKey === one.clauseKey && discipline === one.discipline,
  )
}

/** Advice to change something is about what stands once that was done; any other about what stood when it was given. */
export const settlesNow = (recommendation: string | null): boolean => recommendation !== 'proceed'

/** The suggestion of this trigger for this clause; refuses when the rules no longer make it. */
export function mustBeSuggested(
  suggestions: readonly Suggestion[],
  { trigger, clauseKey }: { trigger: string; clauseKey: string },
): Suggestion {
  const found = suggestions.find((each) => each.trigger === trigger && (each.clauseKey ?? '') === clauseKey)
  if (!found) throw no('notSuggested')
  return found
}
