/**
 * Where something may go from each state by which event, and what must be true for it. `To` is wider than `State` where a
 * way leads to what was before.
 */
export type Ways<
  State extends string,
  Event extends string,
  Guard extends string,
  To extends string = State,
> = Readonly<Record<State, Readonly<Partial<Record<Event, { to: To; needs: readonly Guard[] }>>>>>

/** Where an event leads; or why it does not: what may happen instead, or what is not true yet. */
export type Step<State, Event, Guard> =
  | { ok: true; to: State }
  | { ok: false; why: 'notHere'; allowed: Event[] }
  | { ok: false; why: 'notYet'; allowed: Event[]; unmet: Guard[] }

/** Takes one step, or says as a value why not: every guard that is not met, or the events that can happen here. */
export function stepIn<State extends string, Event extends string, Guard extends string, To extends string = State>(
  ways: Ways<State, Event, Guard, To>,
  state: State,
  event: Event,
  isMet: (guard: Guard) => boolean,
): Step<To, Event, Guard> {
  const allowed = Object.keys(ways[state]) as Event[]
  const way = ways[state][event]
  if (!way) return { ok: false, why: 'notHere', allowed }
  const unmet = way.needs.filter((guard) => !isMet(guard))
  return unmet.length > 0 ? { ok: false, why: 'notYet', allowed, unmet } : { ok: true, to: way.to }
}

/** Whether something was said at all: blank is not. */
export const isSaid = (text: string | null | undefined): boolean => (text ?? '').trim() !== ''
