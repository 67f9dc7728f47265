import { describe, expect, it } from 'vitest'
import type { BreachState } from '@/lib/modules/kpis/model-states'
import type { KpiStatus } from '@/lib/modules/kpis/model-values'
import { usualRule } from '@/lib/modules/kpis/rules-breaches'
import { replayed } from '@/lib/modules/kpis/rules-replay'

const statuses: Readonly<Record<string, KpiStatus>> = { g: 'green', a: 'amber', r: 'red', '.': 'noData' }
const months = (letters: string) =>
  [...letters].map((letter, at) => {
    const key = `2026-${String(at + 1).padStart(2, '0')}`
    return { key, from: `${key}-01`, status: statuses[letter] ?? 'noData', value: letter === 'r' ? '94.99' : '99' }
  })
const free = { rule: usualRule, credit: null, places: 0 }
const needsPlan = { ...free, planRequired: true }
const needsNone = { ...free, planRequired: false }
const kept = (openedPeriod: string, state: BreachState, greenPeriod: string | null = null) => [
  { id: 'b', openedPeriod, state, greenPeriod, amount: null },
]

describe('replaying the periods', () => {
  it('opens what follows from them, and nothing when they are replayed again', () => {
    const first = replayed(months('grr'), [], needsPlan)
    expect(first.opened).toMatchObject([{ openedPeriod: '2026-03', openedFrom: '2026-03-01', because: 'consecutive' }])
    const again = replayed(months('grr'), kept('2026-03', 'open'), needsPlan)
    expect(again).toEqual({ opened: [], refound: [], reopened: [], changed: [], alive: 1 })
  })

  it('voids what does not follow any more, however far it had come, and not what was closed', () => {
    for (const state of ['open', 'acknowledged', 'actionPlanned', 'inProgress', 'verified'] as const)
      expect(replayed(months('grg'), kept('2026-03', state), needsPlan)).toMatchObject({
        changed: [{ id: 'b', state: 'void' }],
        alive: 0,
      })
    expect(replayed(months('grg'), kept('2026-03', 'closed'), needsPlan)).toMatchObject({ changed: [], alive: 0 })
  })

  it('finds again what was void, as a new one in its place', () => {
    const again = replayed(months('grr'), kept('2026-03', 'void'), needsPlan)
    expect(again).toMatchObject({ refound: ['b'], alive: 1 })
    expect(again.opened).toHaveLength(1)
  })

  it('keeps the green period, and closes by it only where no plan is required', () => {
    expect(replayed(months('grrg'), kept('2026-03', 'open'), needsPlan)).toMatchObject({
      changed: [{ state: 'open', greenPeriod: '2026-04' }],
      alive: 1,
    })
    expect(replayed(months('grrg'), kept('2026-03', 'open'), needsNone)).toMatchObject({
      changed: [{ state: 'closed', greenPeriod: '2026-04' }],
      alive: 0,
    })
    expect(replayed(months('grrg'), [], needsNone).opened).toMatchObject([{ over: true, greenPeriod: '2026-04' }])
  })

  it('takes the green period back when it is restated', () => {
    expect(replayed(months('grra'), kept('2026-03', 'inProgress', '2026-04'), needsPlan)).toMatchObject({
      changed: [{ state: 'inProgress', greenPeriod: null }],
      alive: 1,
    })
  })

  it('reopens what was closed when its green period is green no longer, and not what was closed without one', () => {
    for (const agreed of [needsNone, needsPlan])
      expect(replayed(months('rrrrr'), kept('2026-02', 'closed', '2026-03'), agreed)).toMatchObject({
        opened: [],
        reopened: ['b'],
        changed: [{ id: 'b', state: 'open', greenPeriod: null }],
        alive: 1,
      })
    const byHand = replayed(months('rrrrr'), kept('2026-02', 'closed'), needsPlan)
    expect(byHand).toMatchObject({ reopened: [], changed: [], alive: 0 })
    const greenLater = replayed(months('rrrrg'), kept('2026-02', 'closed', '2026-03'), needsNone)
    expect(greenLater).toMatchObject({ reopened: [], changed: [{ state: 'closed', greenPeriod: '2026-05' }], alive: 0 })
  })

  it('counts a breach of its own after a green one', () => {
    const twice = replayed(months('rrgrr'), kept('2026-02', 'closed', '2026-03'), needsPlan)
    expect(twice.opened).toMatchObject([{ openedPeriod: '2026-05' }])
    expect(twice.alive).toBe(1)
  })

  it('keeps what a breach costs with it, more with every red period, and nothing twice', () => {
    const tiers = [
      { from: '99', pct: '10' },
      { from: '95', pct: '20' },
      { from: '0', pct: '50' },
    ]
    const costs = { ...needsPlan, credit: { monthlyFee: '120000', cap: '25', tiers } }
    const [opened] = replayed(months('grr'), [], costs).opened
    expect(opened).toMatchObject({ openedPeriod: '2026-03', amount: '60000' })
    const now = [{ id: 'b', openedPeriod: '2026-03', state: 'open', greenPeriod: null, amount: '60000' }] as const
    expect(replayed(months('grr'), now, costs).changed).toEqual([])
    expect(replayed(months('grrar'), now, costs).changed).toMatchObject([{ id: 'b', amount: '90000' }])
    expect(replayed(months('grrarg'), now, costs).changed).toMatchObject([{ greenPeriod: '2026-06', amount: '90000' }])
    expect(replayed(months('grg'), now, costs).changed).toMatchObject([{ state: 'void', amount: null }])
  })
})
