import { describe, expect, it } from 'vitest'
import { breachEvents, breachStates, sharingEvents, sharingStates } from '@/lib/modules/kpis/model-states'
import { breachStep, breachWays, sharingStep, sharingWays } from '@/lib/modules/kpis/rules-states'

const pairsOf = <State, Event>(states: readonly State[], events: readonly Event[]) =>
  states.flatMap((state) => events.map((event) => [state, event] as const))

describe('a measurement that is shared', () => {
  const facts = { value: '95', theirValue: '93', theirSource: '驗收單' }
  const plan: Readonly<Record<string, string>> = {
    'notShared share': 'shared',
    'shared agree': 'agreed',
    'shared dispute': 'disputed',
    'shared restate': 'notShared',
    'agreed dispute': 'disputed',
    'agreed restate': 'notShared',
    'disputed agree': 'agreed',
    'disputed restate': 'notShared',
  }
  it.each(pairsOf(sharingStates, sharingEvents))(
    'and is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = plan[`${state} ${event}`]
      expect(sharingStep(state, event, facts)).toEqual(
        next ? { ok: true, to: next } : { ok: false, why: 'notHere', allowed: Object.keys(sharingWays[state]) },
      )
    },
  )
  it('is disputed only with the other number and its source, and never shared without a value', () => {
    expect(sharingStep('shared', 'dispute', { theirValue: ' ' })).toMatchObject({
      unmet: ['theirValueGiven', 'theirSourceGiven'],
    })
    expect(sharingStep('notShared', 'share', { value: null })).toMatchObject({ unmet: ['valueGiven'] })
  })
})

describe('a breach', () => {
  const facts = {
    cause: '車次不足',
    actions: 2,
    openActions: 0,
    effect: 'OTIF 回到 95 %',
    ownerId: 'yvonne',
    actorId: 'howard',
    planRequired: false,
    follows: false,
    green: false,
  }
  const plan: Readonly<Record<string, string>> = {
    'open restate': 'void',
    'acknowledged restate': 'void',
    'actionPlanned restate': 'void',
    'inProgress restate': 'void',
    'verified restate': 'void',
    'open acknowledge': 'acknowledged',
    'open recover': 'closed',
    'acknowledged plan': 'actionPlanned',
    'acknowledged recover': 'closed',
    'actionPlanned start': 'inProgress',
    'actionPlanned recover': 'closed',
    'inProgress verify': 'verified',
    'inProgress recover': 'closed',
    'verified close': 'closed',
    'closed reopen': 'open',
  }
  it.each(pairsOf(breachStates, breachEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = plan[`${state} ${event}`]
      expect(breachStep(state, event, facts)).toEqual(
        next ? { ok: true, to: next } : { ok: false, why: 'notHere', allowed: Object.keys(breachWays[state]) },
      )
    },
  )
  it.each([
    ['acknowledged', 'plan', { cause: '' }, 'causeGiven'],
    ['acknowledged', 'plan', { actions: 0 }, 'actionGiven'],
    ['inProgress', 'verify', { openActions: 1 }, 'actionsDone'],
    ['inProgress', 'verify', { effect: null }, 'effectGiven'],
    ['inProgress', 'verify', { actorId: 'yvonne' }, 'bySomebodyElse'],
    ['open', 'recover', { planRequired: true }, 'planNotRequired'],
    ['open', 'restate', { follows: true }, 'noLongerFollows'],
    ['closed', 'reopen', { green: true }, 'noLongerGreen'],
  ] as const)('that is %s does not go by %s with %o', (state, event, changed, guard) => {
    expect(breachStep(state, event, { ...facts, ...changed })).toMatchObject({ ok: false, unmet: [guard] })
  })
  it('reaches an end from every state, and leaves it only where its green period was restated', () => {
    expect([Object.keys(breachWays.closed), breachWays.void]).toEqual([['reopen'], {}])
    for (const start of breachStates.filter((state) => state !== 'void')) {
      const seen = new Set<(typeof breachStates)[number]>([start])
      for (const state of seen) for (const { to } of Object.values(breachWays[state])) seen.add(to)
      expect(seen.has('closed')).toBe(true)
    }
  })
})
