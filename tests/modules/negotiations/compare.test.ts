import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/negotiations/commands'
import { comparable, compare } from '@/lib/modules/negotiations/queries-compare'
import { courseOf, mattersOf } from '@/lib/modules/negotiations/rules-compare'
import { newcomer, owner, person } from '@/tests/people'
import { done } from '../terms/scene'
import { annual, aScene } from './scene'
import { accept, aTable, fourOffers, theOffers } from './table-rows'

/** A negotiation that was agreed on, and the next one with the same client, of which nothing is known yet. */
async function twoTalks() {
  const scene = await aScene()
  const { keeper, accountId, negotiationId: before } = scene
  const of = { negotiationId: before, memberId: keeper.id }
  await aTable(of)
  const offers = await theOffers(of, fourOffers)
  await accept(of, offers[2] ?? '', { payment: '45', rebate: '4', display: 'none' })
  const { negotiationId } = await done(open, keeper, { accountId, direction: 'sell', ...annual, title: '今年' })
  await aTable({ negotiationId, memberId: keeper.id }, { turned: true })
  return { ...scene, before, negotiationId }
}

const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch(({ code }: { code: string }) => code)

describe('two negotiations side by side', () => {
  it('show how both went, issue by issue, with what it took', async () => {
    const { keeper, before, negotiationId } = await twoTalks()
    const { sides, matters } = await ask(compare, keeper, { negotiationId: before, otherId: negotiationId })
    expect(sides[0]).toMatchObject({ state: 'agreedInPrinciple', lead: '林怡君', inGroup: true })
    expect(sides[0].course).toEqual({ rounds: 2, ours: 2, theirs: 2, days: 4 })
    expect(sides[1].course).toEqual({ rounds: 0, ours: 0, theirs: 0, days: null })
    expect(Number(sides[0].secret?.left)).toBeGreaterThan(0)
    expect(sides[1].secret?.left).toBeNull()
    const payment = matters.find(({ name }) => name === '付款天數')
    expect(payment?.one).toMatchObject({
      agreed: '45',
      ours: '45',
      theirs: '75',
      secret: { target: '30', limit: '75' },
    })
    expect(payment?.other).toMatchObject({ agreed: null, ours: null, secret: { opening: '30' } })
  })

  it('say nothing of limits, concessions and value left outside the mandate group of each', async () => {
    const { workspace, manager, keeper, before, accountId } = await twoTalks()
    const own = await done(open, manager, { accountId, direction: 'sell', ...annual, title: '經理自己的' })
    await aTable({ negotiationId: own.negotiationId, memberId: manager.id })
    const asked = { negotiationId: before, otherId: own.negotiationId }
    const { sides, matters } = await ask(compare, manager, asked)
    expect([sides[0].secret, sides[0].inGroup, sides[1].inGroup]).toEqual([null, false, true])
    expect(matters.every(({ one }) => one?.secret === null)).toBe(true)
    expect(matters.some(({ other }) => other?.secret?.limit === '75')).toBe(true)
    for (const actor of [keeper, await person('auditor', workspace)])
      expect((await ask(compare, actor, asked)).sides[1].secret).toBeNull()
  })

  it('do not exist for another company, neither as the first nor as the second', async () => {
    const { before, negotiationId } = await twoTalks()
    const stranger = await newcomer('manager')
    expect(await refusal(ask(compare, stranger, { negotiationId: before, otherId: negotiationId }))).toBe('notFound')
    const account = await twoTalks()
    const mixed = { negotiationId: account.before, otherId: before }
    expect(await refusal(ask(compare, account.keeper, mixed))).toBe('notFound')
    expect(await ask(comparable, stranger, {})).toEqual([])
  })

  it('are chosen from the formal ones', async () => {
    const { keeper, before, negotiationId } = await twoTalks()
    expect((await ask(comparable, keeper, {})).map(({ id }) => id).sort()).toEqual([before, negotiationId].sort())
    await owner()`update negotiations set path = 'light' where id = ${before}`
    expect((await ask(comparable, keeper, {})).map(({ id }) => id)).toEqual([negotiationId])
  })
})

describe('matters', () => {
  const issue = (key: string, termCode: string | null = null) => ({
    key,
    name: key,
    kind: 'numeric' as const,
    unit: null,
    termCode,
    options: [],
    agreed: null,
    ours: null,
    theirs: null,
    secret: null,
  })

  it('are the same by their kind of term, else by their key; what only one had comes last', () => {
    const one = [issue('only'), issue('days', 'paymentDays'), issue('shelf')]
    const other = [issue('shelf'), issue('new'), issue('credit', 'paymentDays')]
    const pairs = mattersOf(one, other).map((matter) => [matter.one?.key ?? null, matter.other?.key ?? null])
    expect(pairs).toEqual([
      ['days', 'credit'],
      ['shelf', 'shelf'],
      ['only', null],
      [null, 'new'],
    ])
    expect(mattersOf([], [])).toEqual([])
  })

  it('take the days from the first offer to the last, both counted in', () => {
    const said = [
      { round: 2, side: 'us' as const, day: '2026-11-20' },
      { round: 1, side: 'them' as const, day: '2026-11-18' },
    ]
    expect(courseOf(said)).toEqual({ rounds: 2, ours: 1, theirs: 1, days: 3 })
    expect(courseOf(said.slice(0, 1)).days).toBe(1)
  })
})
