import type { Said } from '@/lib/kernel/said'
import type { Aspect, RunState, SeatState, StepState } from './model'
import { type Delegation, principalsOf } from './rules-delegations'
import type { Because } from './rules-steps'

/** A run as the rules see it. Every function answers a new one. */
export type Round = { state: RunState; authors: readonly string[]; steps: readonly Step[] }
export type Step = {
  id: string
  order: number
  level: string
  label: Said
  because: readonly Because[]
  aspects: readonly Aspect[]
  mode: 'all' | 'any'
  hours: number
  state: StepState
  resets: number
  seats: readonly Seat[]
}
export type Seat = {
  id: string
  holderId: string
  replacesId: string | null
  state: SeatState
  actedById: string | null
  /** When, where consent is taken over from an earlier round. */
  actedAt?: Date | null
}

/**
 * Who wrote what is submitted: the submitter, whoever else is known to have written it, and the authors of the same matter
 * when it was taken back or sent back before. What was approved starts anew, so that its authors may decide about what
 * others make of it.
 */
export const authorsOf = (
  submitterId: string,
  before: Pick<Round, 'state' | 'authors'> | null,
  writers: readonly string[] = [],
): string[] => [...new Set([submitterId, ...writers, ...(before && before.state !== 'approved' ? before.authors : [])])]

export type NotNow = 'ownSubmission' | 'notApprover' | 'notYourTurn' | 'alreadyDecided'
/** A seat that somebody may fill now, and for whom they do: null for themselves. */
export type Turn = { stepId: string; seatId: string; onBehalfOf: string | null }

const counts = ({ state }: Seat) => state === 'approved' || state === 'byWord'
const isLive = ({ state }: Seat) => state !== 'gone'

/** A step is done when all its approvers consented (mode all) or one did (mode any). */
export const isDone = ({ mode, seats }: Pick<Step, 'mode' | 'seats'>): boolean => {
  const live = seats.filter(isLive)
  return live.length > 0 && (mode === 'all' ? live.every(counts) : live.some(counts))
}

/** Whether anything of a run stands by word only. */
export const isByWord = ({ steps }: Pick<Round, 'steps'>): boolean =>
  steps.some(({ state, seats }) => state !== 'dropped' && seats.some((seat) => seat.state === 'byWord'))

/** The steps whose turn it is: those of the lowest order that is not done. */
export function openSteps({ state, steps }: Round): Step[] {
  if (state !== 'pending') return []
  const open = steps.filter((step) => step.state === 'open')
  const first = Math.min(...open.map(({ order }) => order))
  return open.filter(({ order }) => order === first)
}

/** The seats whose holders are waited for. */
export const waitingSeats = (round: Round): Seat[] =>
  openSteps(round).flatMap(({ seats }) => seats.filter(({ state }) => state === 'open'))

/** What follows from the seats: which steps are done, and whether the run is. A run that somebody ended stays ended. */
export function settled(round: Round): Round {
  if (round.state !== 'pending' && round.state !== 'approved') return round
  const steps = round.steps.map(
    (step): Step => (step.state === 'dropped' ? step : { ...step, state: isDone(step) ? 'done' : 'open' }),
  )
  return { ...round, steps, state: steps.every(({ state }) => state !== 'open') ? 'approved' : 'pending' }
}

type Asking = {
  actorId: string
  now: Date
  subjectKind: string
  delegations: readonly Delegation[]
  stepId?: string | null
}

/**
 * The seat that a member may fill now, their own before those of others. An author may fill none, neither as a delegate
 * nor over a chain of them. With a step, only a seat of that step. W01.
 */
export function turnOf(round: Round, { actorId, now, subjectKind, delegations, stepId }: Asking): Turn | NotNow {
  if (round.authors.includes(actorId)) return 'ownSubmission'
  const principals = principalsOf(actorId, delegations, { now, subjectKind, barred: round.authors })
  const mine = ({ holderId }: Seat) => holderId === actorId || principals.has(holderId)
  const ownFirst = (a: Seat, b: Seat) => Number(b.holderId === actorId) - Number(a.holderId === actorId)
  for (const step of openSteps(round)) {
    if (stepId && step.id !== stepId) continue
    const [seat] = step.seats.filter((each) => each.state === 'open' && mine(each)).sort(ownFirst)
    if (seat) return { stepId: step.id, seatId: seat.id, onBehalfOf: seat.holderId === actorId ? null : seat.holderId }
  }
  const concerned = round.steps.filter(({ seats, state }) => state !== 'dropped' && seats.filter(isLive).some(mine))
  if (concerned.length === 0) return 'notApprover'
  return round.state === 'pending' && concerned.some((step) => step.seats.some((s) => s.state === 'open' && mine(s)))
    ? 'notYourTurn'
    : 'alreadyDecided'
}

/** Whether a member has consented at this step already (at any, when none is named): doing it again changes nothing. */
export const hasConsented = (round: Round, actorId: string, stepId?: string | null): boolean =>
  round.steps.some(
    (step) =>
      (!stepId || step.id === stepId) &&
      step.seats.some((seat) => seat.state === 'approved' && seat.actedById === actorId),
  )

const withSeat = (round: Round, seatId: string, change: (seat: Seat) => Seat): Round => ({
  ...round,
  steps: round.steps.map((step) => ({
    ...step,
    seats: step.seats.map((seat) => (seat.id === seatId ? change(seat) : seat)),
  })),
})

/** Fills a seat with consent, in writing or by word. */
export const consent = (round: Round, seatId: string, actedById: string | null, how: 'approved' | 'byWord'): Round =>
  settled(withSeat(round, seatId, (seat) => ({ ...seat, state: how, actedById })))

/** Consent by word that was denied, or not written in time, counts no more; a run that had it waits again. */
export const takeWordBack = (round: Round, seatId: string): Round =>
  settled(
    withSeat(round, seatId, (seat) => (seat.state === 'byWord' ? { ...seat, state: 'open', actedById: null } : seat)),
  )

/** Ends a run that waits, as somebody decided. Any reject ends it, whatever others said. */
export const ended = (round: Round, state: 'rejected' | 'changesRequested' | 'withdrawn'): Round => ({
  ...round,
  state,
})

type Change = {
  authorId: string | null
  touched: readonly Aspect[]
  /** The steps that the content demands now, with fresh seats. */
  wanted: readonly Step[]
  replacementOf: (memberId: string, authors: readonly string[]) => string | null
}

/**
 * The run after its subject changed: whoever changed it becomes an author and gives up seats that are open; steps of a
 * touched aspect lose their consent, others keep it; steps come and go with the facts. `stuck` names levels where nobody
 * is left to decide.
 */
export function changed(
  round: Round,
  { authorId, touched, wanted, replacementOf }: Change,
): { round: Round; stuck: string[] } {
  const authors = authorId && !round.authors.includes(authorId) ? [...round.authors, authorId] : round.authors
  const known = new Set(round.steps.map(({ level }) => level))
  const kept = round.steps.map((step): Step => {
    const now = wanted.find(({ level }) => level === step.level)
    const hit = touched.length > 0 && (step.aspects.length === 0 || step.aspects.some((each) => touched.includes(each)))
    if (!now) return step.state === 'done' && !hit ? step : { ...reset(step), state: 'dropped' }
    const again = step.state === 'dropped' || hit ? { ...reset(step), state: 'open' as const } : step
    return { ...again, because: now.because, hours: now.hours }
  })
  const steps = [...kept, ...wanted.filter(({ level }) => !known.has(level))].map((step) =>
    step.state === 'dropped' ? step : { ...step, seats: yielded(step.seats, authors, replacementOf) },
  )
  const stuck = steps.filter(
    (step) => step.state === 'open' && !isDone(step) && !step.seats.some((s) => s.state === 'open'),
  )
  return { round: settled({ state: 'pending', authors, steps }), stuck: stuck.map(({ level }) => level) }
}

function reset(step: Step): Step {
  const acted = step.seats.some(counts)
  return {
    ...step,
    resets: step.resets + (acted ? 1 : 0),
    seats: step.seats.map((seat) => (counts(seat) ? { ...seat, state: 'open', actedById: null } : seat)),
  }
}

/** Seats of authors that are open, or filled by word only, go to their replacements: in place, unless the replacement sits at the step already. */
function yielded(
  seats: readonly Seat[],
  authors: readonly string[],
  replacementOf: Change['replacementOf'],
): readonly Seat[] {
  const taken = new Set(seats.map(({ holderId }) => holderId))
  return seats.map((seat): Seat => {
    if (!['open', 'byWord'].includes(seat.state) || !authors.includes(seat.holderId)) return seat
    const holderId = replacementOf(seat.holderId, authors)
    if (holderId === null || taken.has(holderId)) return { ...seat, state: 'gone' }
    taken.add(holderId)
    return { ...seat, state: 'open', actedById: null, holderId, replacesId: seat.replacesId ?? seat.holderId }
  })
}

/** Consent that was given in writing before a subject was taken back: at which level, for which aspects, by whom. */
export type Consent = {
  level: string
  aspects: readonly Aspect[]
  holderId: string
  actedById: string | null
  actedAt: Date | null
}

/**
 * The steps of a new round with the consent of before where it still counts: of steps that answer for certain aspects of
 * which none was touched since, by whoever sits there now.
 */
export const keeping = (steps: readonly Step[], given: readonly Consent[], touched: readonly Aspect[]): Step[] =>
  steps.map((step) => {
    if (step.aspects.length === 0 || step.aspects.some((each) => touched.includes(each))) return step
    const counting = given.filter(
      ({ level, aspects }) => level === step.level && step.aspects.every((each) => aspects.includes(each)),
    )
    const seats = step.seats.map((seat): Seat => {
      const kept = counting.find(({ holderId }) => holderId === seat.holderId)
      return kept ? { ...seat, state: 'approved', actedById: kept.actedById, actedAt: kept.actedAt } : seat
    })
    return { ...step, seats }
  })

/** The seat that was filled by word and that a member may put in writing: its holder, or who stands in for them. */
export function wordTurnOf(round: Round, { actorId, now, subjectKind, delegations, stepId }: Asking): Turn | NotNow {
  if (round.authors.includes(actorId)) return 'ownSubmission'
  const principals = principalsOf(actorId, delegations, { now, subjectKind, barred: round.authors })
  for (const step of round.steps) {
    if (stepId && step.id !== stepId) continue
    const seat = step.seats.find(
      ({ state, holderId }) => state === 'byWord' && (holderId === actorId || principals.has(holderId)),
    )
    if (seat) return { stepId: step.id, seatId: seat.id, onBehalfOf: seat.holderId === actorId ? null : seat.holderId }
  }
  return 'notApprover'
}
