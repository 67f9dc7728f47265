import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/kernel/messages'
import { Refusal } from '@/lib/kernel/refusal'
import {
  type NegotiationState,
  negotiationEvents,
  negotiationGuards,
  negotiationStates,
  offerEvents,
  offerGuards,
  offerStates,
} from '@/lib/modules/negotiations/model-states'
import {
  mayImprove,
  mustStep,
  mustStepOffer,
  negotiationStep,
  negotiationWays,
  offerStep,
  offerWays,
  unmetOf,
} from '@/lib/modules/negotiations/rules-states'

const all = new Set(negotiationGuards)
const none = new Set<never>()
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal
    throw refusal
  }
  throw new Error('nothing was refused')
}

/** The lines of the plan: state, event, next. */
const negotiationPlan: Readonly<Record<string, NegotiationState>> = {
  'planning prepare': 'ready',
  'planning suspend': 'suspended',
  'planning endWithoutDeal': 'noDeal',
  'ready begin': 'open',
  'ready suspend': 'suspended',
  'ready endWithoutDeal': 'noDeal',
  'open agree': 'agreedInPrinciple',
  'open suspend': 'suspended',
  'open endWithoutDeal': 'noDeal',
  'agreedInPrinciple reopen': 'open',
  'agreedInPrinciple approve': 'approved',
  'agreedInPrinciple suspend': 'suspended',
  'agreedInPrinciple endWithoutDeal': 'noDeal',
  'approved document': 'documented',
  'approved suspend': 'suspended',
  'approved endWithoutDeal': 'noDeal',
  'documented close': 'closed',
  'suspended resume': 'open',
  'suspended endWithoutDeal': 'noDeal',
}
const offerPlan: Readonly<Record<string, string>> = {
  'draft check': 'internalCheck',
  'draft withdraw': 'withdrawn',
  'internalCheck send': 'sent',
  'internalCheck revise': 'draft',
  'internalCheck withdraw': 'withdrawn',
  ...Object.fromEntries(
    ['sent', 'received'].flatMap((state) => [
      [`${state} accept`, 'accepted'],
      [`${state} counter`, 'countered'],
      [`${state} decline`, 'declined'],
      [`${state} withdraw`, 'withdrawn'],
      [`${state} lapse`, 'lapsed'],
    ]),
  ),
}
const pairsOf = <State, Event>(states: readonly State[], events: readonly Event[]) =>
  states.flatMap((state) => events.map((event) => [state, event] as const))

describe('what is still to do', () => {
  it('does not judge a package before it is accepted', () => {
    expect(unmetOf(['offerAccepted', 'withinMandate'], new Set())).toEqual(['offerAccepted'])
    expect(unmetOf(['offerAccepted', 'withinMandate'], new Set(['offerAccepted']))).toEqual(['withinMandate'])
    expect(unmetOf(['offerAccepted', 'withinMandate'], new Set(['withinMandate']))).toEqual(['offerAccepted'])
  })
})

describe('a negotiation', () => {
  it.each(pairsOf(negotiationStates, negotiationEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = negotiationPlan[`${state} ${event}`]
      const step = negotiationStep(state, event, { met: all, suspendedIn: 'open' })
      if (next) {
        expect(step).toEqual({ ok: true, to: next })
        return
      }
      const allowed = Object.keys(negotiationWays[state])
      expect(step).toEqual({ ok: false, why: 'notHere', allowed })
      const refused = refusalOf(() => mustStep(state, event, { met: all }))
      for (const locale of locales) expect(refused.sentence(locale).length).toBeGreaterThan(8)
    },
  )

  const guarded = negotiationStates.flatMap((state) =>
    negotiationEvents.flatMap((event) =>
      (negotiationWays[state][event]?.needs ?? []).map((guard) => [state, event, guard] as const),
    ),
  )
  it.each(guarded)('that is %s does not go by %s without %s, and says so', (state, event, guard) => {
    const met = new Set(negotiationGuards.filter((each) => each !== guard))
    expect(negotiationStep(state, event, { met })).toMatchObject({ ok: false, why: 'notYet', unmet: [guard] })
    const refused = refusalOf(() => mustStep(state, event, { met }))
    for (const locale of locales) expect(refused.fieldSentences(locale)[guard]?.length).toBeGreaterThan(5)
  })

  it('names every guard that is not met at once', () => {
    const refused = refusalOf(() => mustStep('planning', 'prepare', { met: none }))
    expect(Object.keys(refused.fieldSentences('zh-TW'))).toEqual(negotiationWays.planning.prepare?.needs)
  })

  it('resumes where it was suspended', () => {
    for (const state of ['planning', 'ready', 'open', 'agreedInPrinciple', 'approved'] as const)
      expect(mustStep('suspended', 'resume', { met: none, suspendedIn: state })).toBe(state)
  })

  it('reaches an end from every state, and leaves none', () => {
    const ends = negotiationStates.filter((state) => Object.keys(negotiationWays[state]).length === 0)
    expect(ends).toEqual(['closed', 'noDeal'])
    const next = (state: NegotiationState) =>
      Object.values(negotiationWays[state]).map(({ to }) => (to === 'before' ? ('planning' as const) : to))
    for (const start of negotiationStates) expect(reached(start, next).some((state) => ends.includes(state))).toBe(true)
  })

  it('is reopened, and improved, only while it is agreed in principle', () => {
    for (const state of negotiationStates) {
      expect(mayImprove(state)).toBe(state === 'agreedInPrinciple')
      expect(negotiationStep(state, 'reopen', { met: all }).ok).toBe(state === 'agreedInPrinciple')
    }
  })
})

describe('an offer', () => {
  it.each(pairsOf(offerStates, offerEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = offerPlan[`${state} ${event}`]
      const step = offerStep(state, event, new Set(offerGuards))
      if (next) {
        expect(step).toEqual({ ok: true, to: next })
        return
      }
      expect(step).toMatchObject({ ok: false, why: 'notHere', allowed: Object.keys(offerWays[state]) })
      const refused = refusalOf(() => mustStepOffer(state, event, new Set(offerGuards)))
      for (const locale of locales) expect(refused.sentence(locale).length).toBeGreaterThan(8)
    },
  )

  const guarded = offerStates.flatMap((state) =>
    offerEvents.flatMap((event) =>
      (offerWays[state][event]?.needs ?? []).map((guard) => [state, event, guard] as const),
    ),
  )
  it.each(guarded)('that is %s does not go by %s without %s, and says so', (state, event, guard) => {
    const met = new Set(offerGuards.filter((each) => each !== guard))
    const refused = refusalOf(() => mustStepOffer(state, event, met))
    for (const locale of locales) expect(refused.fieldSentences(locale)[guard]?.length).toBeGreaterThan(5)
  })

  it('that was withdrawn or has lapsed cannot be accepted any more', () => {
    expect(refusalOf(() => mustStepOffer('withdrawn', 'accept', new Set(offerGuards))).sentence('zh-TW')).toContain(
      '已撤回',
    )
    expect(refusalOf(() => mustStepOffer('lapsed', 'accept', new Set(offerGuards))).sentence('zh-TW')).toContain(
      '重新提出',
    )
  })

  it('reaches an end from every state', () => {
    const ends = offerStates.filter((state) => Object.keys(offerWays[state]).length === 0)
    expect(ends).toEqual(['accepted', 'countered', 'declined', 'withdrawn', 'lapsed'])
    for (const start of offerStates)
      expect(
        reached(start, (state) => Object.values(offerWays[state]).map(({ to }) => to)).some((state) =>
          ends.includes(state),
        ),
      ).toBe(true)
  })
})

/** Every state that can be reached from one, itself included. */
function reached<State>(start: State, next: (state: State) => State[]): State[] {
  const found = new Set([start])
  for (const state of found) for (const each of next(state)) found.add(each)
  return [...found]
}
