import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verbatim } from '@/lib/kernel/said'
import { type Aspect, aspects } from '@/lib/modules/approvals/model'
import {
  authorsOf,
  changed,
  consent,
  ended,
  hasConsented,
  openSteps,
  type Round,
  type Step,
  settled,
  takeWordBack,
  turnOf,
  waitingSeats,
  wordTurnOf,
} from '@/lib/modules/approvals/rules'
import {
  type Circle,
  candidatesOf,
  type Deciding,
  managersAbove,
  replacementOf,
  seatsFor,
} from '@/lib/modules/approvals/rules-approvers'
import { type Delegation, principalsOf } from '@/lib/modules/approvals/rules-delegations'
import { wordSeat } from '@/lib/modules/approvals/rules-refusals'

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const member = (id: string, managerId: string | null, more: Partial<Deciding> = {}): [string, Deciding] => [
  id,
  { id, managerId, roles: ['accountManager'], disciplines: [], ...more },
]
const delegation = (fromId: string, toId: string, start: string, end: string): Delegation => ({
  fromId,
  toId,
  startsAt: new Date(`${start}T00:00:00Z`),
  endsAt: new Date(`${end}T00:00:00Z`),
  endedAt: null,
  subjectKinds: null,
})

type Wanted = { approvers: string[]; mode: 'all' | 'any'; order: number; aspects?: Aspect[] }
const stepsOf = (wanted: readonly Wanted[], circle: Circle): Step[] =>
  wanted.map(({ approvers, mode, order, aspects: looksAt = [] }, index) => ({
    id: `step${index + 1}`,
    order,
    level: `level${index + 1}`,
    label: verbatim(`level${index + 1}`),
    because: [],
    aspects: looksAt,
    mode,
    hours: 24,
    state: 'open',
    resets: 0,
    seats: seatsFor(approvers, circle).map((seat) => ({
      ...seat,
      id: `${index + 1}:${seat.holderId}`,
      state: 'open',
      actedById: null,
    })),
  }))

describe('the worked example W01', () => {
  const members = new Map([
    member('amy', 'ben'),
    member('ben', 'cho'),
    member('cho', 'dan'),
    member('dan', null),
    member('fin1', null),
    member('fin2', null),
  ])
  const circle: Circle = { members, submitterId: 'amy', authors: ['amy'], secondApproverId: null }
  const steps = stepsOf(
    [
      { approvers: ['amy'], mode: 'any', order: 1 },
      { approvers: ['ben', 'fin1'], mode: 'all', order: 2 },
    ],
    circle,
  )
  const first: Round = { state: 'pending', authors: ['amy'], steps }
  const delegations = [delegation('fin1', 'fin2', '2026-03-01', '2026-03-05')]
  const approve = (round: Round, actorId: string, day: string) => {
    const turn = turnOf(round, { actorId, now: at(day), subjectKind: 'dealCheck', delegations })
    return typeof turn === 'string'
      ? { turn, round }
      : { turn, round: consent(round, turn.seatId, actorId, 'approved') }
  }

  it('puts the submitter’s manager in the submitter’s place', () => {
    expect(steps.map(({ seats }) => seats.map(({ holderId }) => holderId))).toEqual([['ben'], ['ben', 'fin1']])
  })

  it('refuses the submitter, counts the delegate for the principal, and lets one person act at two levels', () => {
    expect(approve(first, 'amy', '2026-03-02').turn).toBe('ownSubmission')
    const one = approve(first, 'ben', '2026-03-02')
    expect(one.turn).toEqual({ stepId: 'step1', seatId: '1:ben', onBehalfOf: null })
    const two = approve(one.round, 'fin2', '2026-03-03')
    expect(two.turn).toEqual({ stepId: 'step2', seatId: '2:fin1', onBehalfOf: 'fin1' })
    expect(two.round.state).toBe('pending')
    const three = approve(two.round, 'ben', '2026-03-03')
    expect(three.turn).toEqual({ stepId: 'step2', seatId: '2:ben', onBehalfOf: null })
    expect(three.round.state).toBe('approved')
  })

  it('refuses the delegate outside the window, whose last instant is out', () => {
    const one = approve(first, 'ben', '2026-03-02').round
    expect(approve(one, 'fin2', '2026-03-06').turn).toBe('notApprover')
    const asking = { actorId: 'fin2', subjectKind: 'dealCheck', delegations }
    expect(turnOf(one, { ...asking, now: new Date('2026-03-05T00:00:00Z') })).toBe('notApprover')
    expect(turnOf(one, { ...asking, now: new Date('2026-03-04T23:59:59.999Z') })).toMatchObject({ onBehalfOf: 'fin1' })
    expect(turnOf(one, { ...asking, now: new Date('2026-03-01T00:00:00Z') })).toMatchObject({ onBehalfOf: 'fin1' })
  })

  it('knows that somebody has approved already', () => {
    const one = approve(first, 'ben', '2026-03-02').round
    expect(hasConsented(one, 'ben', 'step1')).toBe(true)
    expect(hasConsented(one, 'ben', 'step2')).toBe(false)
  })

  it('tells whose turn has not come from those who are not asked', () => {
    expect(approve(first, 'fin1', '2026-03-02').turn).toBe('notYourTurn')
    expect(approve(first, 'dan', '2026-03-02').turn).toBe('notApprover')
    expect(approve(ended(first, 'rejected'), 'ben', '2026-03-02').turn).toBe('alreadyDecided')
  })
})

describe('delegations', () => {
  const chain = [
    delegation('a', 'b', '2026-01-01', '2026-02-01'),
    delegation('b', 'c', '2026-01-01', '2026-02-01'),
    delegation('c', 'd', '2026-01-01', '2026-02-01'),
    delegation('d', 'e', '2026-01-01', '2026-02-01'),
    delegation('e', 'a', '2026-01-01', '2026-02-01'),
  ]
  const about = { now: at('2026-01-15'), subjectKind: 'termSheet' }

  it('reach over three hops and end in a circle', () => {
    expect([...principalsOf('d', chain, about)].sort()).toEqual(['a', 'b', 'c'])
    expect([...principalsOf('e', chain, about)].sort()).toEqual(['b', 'c', 'd'])
  })

  it('lead through no author', () => {
    expect([...principalsOf('d', chain, { ...about, barred: ['c'] })]).toEqual([])
    expect([...principalsOf('c', chain, { ...about, barred: ['c'] })]).toEqual([])
  })

  it('hold for the kinds they name, until they are ended', () => {
    const [one] = chain as [Delegation]
    expect([...principalsOf('b', [{ ...one, subjectKinds: ['promotion'] }], about)]).toEqual([])
    expect([...principalsOf('b', [{ ...one, endedAt: at('2026-01-10') }], about)]).toEqual([])
    expect([...principalsOf('b', [{ ...one, endedAt: at('2026-01-20') }], about)]).toEqual(['a'])
  })
})

describe('whoever decides', () => {
  const members = new Map([
    member('amy', 'lead'),
    member('lead', 'boss', { roles: ['salesLead'] }),
    member('other', null, { roles: ['salesLead'] }),
    member('boss', null, { roles: ['manager'] }),
    member('fin', null, { roles: ['specialist'], disciplines: ['finance'] }),
    member('alone', null),
    member('x', 'y'),
    member('y', 'x'),
  ])
  const circle = (submitterId: string, secondApproverId: string | null = null): Circle => ({
    members,
    submitterId,
    authors: [submitterId],
    secondApproverId,
  })

  it('is the nearest above who holds the role, otherwise all who hold it', () => {
    expect(candidatesOf('role:salesLead', circle('amy'))).toEqual(['lead'])
    expect(candidatesOf('role:salesLead', circle('alone'))).toEqual(['lead', 'other'])
    expect(candidatesOf('discipline:finance', circle('amy'))).toEqual(['fin'])
  })

  it('is the second approver, otherwise a manager, where nobody holds the level', () => {
    expect(candidatesOf('discipline:legal', circle('amy', 'fin'))).toEqual(['fin'])
    expect(candidatesOf('discipline:legal', circle('amy'))).toEqual(['boss'])
  })

  it('is the second approver for a submitter without a manager, and nobody when there is none', () => {
    expect(seatsFor(candidatesOf('managerOf', circle('alone', 'boss')), circle('alone', 'boss'))).toEqual([
      { holderId: 'boss', replacesId: null },
    ])
    expect(seatsFor(candidatesOf('managerOf', circle('alone')), circle('alone'))).toEqual([])
    expect(seatsFor(['alone'], circle('alone', 'alone'))).toEqual([])
  })

  it('is found in a circle of managers too', () => {
    expect(managersAbove('x', members)).toEqual(['y'])
    expect(replacementOf('x', { ...circle('x'), authors: ['x', 'y'] })).toBeNull()
  })
})

describe('a change', () => {
  const members = new Map([member('amy', 'ben'), member('ben', 'cho'), member('cho', null), member('fin', 'cho')])
  const circle: Circle = { members, submitterId: 'amy', authors: ['amy'], secondApproverId: null }
  const wanted = [
    { approvers: ['ben'], mode: 'any', order: 1, aspects: ['price'] },
    { approvers: ['fin'], mode: 'any', order: 1, aspects: ['payment'] },
    { approvers: ['cho'], mode: 'any', order: 2 },
  ] satisfies Wanted[]
  const steps = stepsOf(wanted, circle)
  const all = ['1:ben', '2:fin', '3:cho'].reduce<Round>(
    (round, seat) => consent(round, seat, seat.slice(2), 'approved'),
    { state: 'pending', authors: ['amy'], steps },
  )
  const touching = (touched: Aspect[], authorId = 'amy', round = all, demanded = steps) =>
    changed(round, {
      authorId,
      touched,
      wanted: demanded,
      replacementOf: (id, authors) => replacementOf(id, { ...circle, authors }),
    })

  it('voids exactly the consent of the steps that look at what was touched', () => {
    expect(all.state).toBe('approved')
    const { round } = touching(['payment'])
    expect(round.state).toBe('pending')
    expect(round.steps.map(({ state, resets }) => [state, resets])).toEqual([
      ['done', 0],
      ['open', 1],
      ['open', 1],
    ])
  })

  it('makes whoever changed it an author, who gives up their seat', () => {
    const { round } = touching(['price'], 'ben')
    expect(round.authors).toEqual(['amy', 'ben'])
    expect(round.steps[0]?.seats).toMatchObject([{ holderId: 'cho', replacesId: 'ben', state: 'open' }])
  })

  it('says so when nobody is left to decide', () => {
    expect(touching(['price'], 'cho').stuck).toEqual(['level3'])
  })

  it('drops steps that are demanded no more, and opens those that are', () => {
    const fewer = touching(['payment'], 'amy', all, [steps[0] as Step]).round
    expect(fewer.steps.map(({ state }) => state)).toEqual(['done', 'dropped', 'dropped'])
    expect(fewer.state).toBe('approved')
    expect(touching(['payment'], 'amy', fewer).round.steps.map(({ state }) => state)).toEqual(['done', 'open', 'open'])
  })
})

/**
 * Ten thousand stories: members submit, approve, speak by word, delegate to anybody, change their manager and the subject,
 * take it back and let somebody else submit it. Whatever happens, nobody consents to what they wrote, nor through somebody
 * whom a writer named; a run is approved in writing only with the consent of somebody who wrote none of it. Who wrote is
 * counted here, apart from what the rules keep.
 */
/** Whom a member named, and whom those named, over three hops at most and never through a writer. */
function namedBy(
  holderId: string,
  delegations: readonly Delegation[],
  wrote: ReadonlySet<string>,
): ReadonlySet<string> {
  const named = new Set([holderId])
  for (let hop = 0; hop < 3; hop++)
    for (const id of [...named])
      for (const { fromId, toId } of delegations) if (fromId === id && !wrote.has(id)) named.add(toId)
  return named
}

describe('no sequence of actions', () => {
  const people = ['amy', 'ben', 'cho', 'fin', 'dan'] as const
  const who = fc.constantFrom(...people)
  const event = fc.oneof(
    fc.record({ do: fc.constant('approve' as const), by: who }),
    fc.record({ do: fc.constant('approve' as const), by: who }),
    fc.record({ do: fc.constant('word' as const), by: who, holder: who, isAssistant: fc.boolean() }),
    fc.record({ do: fc.constant('write' as const), by: who, agreed: fc.boolean() }),
    fc.record({ do: fc.constant('lapse' as const) }),
    fc.record({ do: fc.constant('edit' as const), by: who, touched: fc.subarray([...aspects].slice(0, 4)) }),
    fc.record({ do: fc.constant('delegate' as const), from: who, to: who }),
    fc.record({ do: fc.constant('again' as const), by: who }),
    fc.record({ do: fc.constant('manager' as const), of: who, to: fc.option(who) }),
  )
  const wantedStep = fc.record({
    approvers: fc.subarray([...people], { minLength: 1 }),
    mode: fc.constantFrom('all' as const, 'any' as const),
    order: fc.integer({ min: 1, max: 3 }),
    aspects: fc.subarray(['price', 'margin', 'payment'] as Aspect[]),
  })

  it('lets an author approve alone', () => {
    fc.assert(
      fc.property(
        who,
        fc.array(wantedStep, { minLength: 1, maxLength: 4 }),
        fc.array(fc.option(who), { minLength: 5, maxLength: 5 }),
        fc.option(who),
        fc.array(event, { maxLength: 40 }),
        (submitter, wanted, managers, second, events) => {
          const members = new Map(people.map((id, index) => member(id, managers[index] ?? null)))
          const circle = (authors: readonly string[]): Circle => ({
            members,
            submitterId: submitter,
            authors,
            secondApproverId: second,
          })
          const steps = stepsOf(wanted, circle([submitter]))
          if (steps.some(({ seats }) => seats.length === 0)) return
          let round = settled({ state: 'pending', authors: [submitter], steps })
          const delegations: Delegation[] = []
          const now = at('2026-01-15')
          const wrote = new Set<string>([submitter])
          const mustBeFree = (actorId: string, holderId: string | null) => {
            expect([...wrote]).not.toContain(actorId)
            if (holderId !== null) expect(namedBy(holderId, delegations, wrote)).toContain(actorId)
          }
          for (const each of events) {
            const asking = { now, subjectKind: 'termSheet', delegations }
            if (each.do === 'approve') {
              const turn = turnOf(round, { ...asking, actorId: each.by })
              if (typeof turn === 'string') continue
              mustBeFree(each.by, turn.onBehalfOf)
              round = consent(round, turn.seatId, each.by, 'approved')
            }
            if (each.do === 'word')
              for (const step of openSteps(round)) {
                const recorder = { id: each.by, isAssistant: each.isAssistant }
                const word = { recorder, holderId: each.holder, stepId: step.id, allowsWord: true }
                try {
                  const seat = wordSeat(openSteps(round), round.authors, word)
                  expect([...wrote, each.by]).not.toContain(each.holder)
                  round = consent(round, seat.id, null, 'byWord')
                } catch {}
              }
            if (each.do === 'write') {
              const turn = wordTurnOf(round, { ...asking, actorId: each.by })
              if (typeof turn === 'string') continue
              mustBeFree(each.by, turn.onBehalfOf)
              round = each.agreed ? consent(round, turn.seatId, each.by, 'approved') : takeWordBack(round, turn.seatId)
            }
            if (each.do === 'lapse')
              for (const { id } of round.steps.flatMap(({ seats }) => seats)) round = takeWordBack(round, id)
            if (each.do === 'edit' && round.state === 'pending') {
              const authors = [...new Set([...round.authors, each.by])]
              const next = changed(round, {
                authorId: each.by,
                touched: each.touched,
                wanted: stepsOf(wanted, circle(authors)),
                replacementOf: (id, barred) => replacementOf(id, circle(barred)),
              })
              if (next.stuck.length === 0) {
                round = next.round
                wrote.add(each.by)
              }
            }
            if (each.do === 'again' && round.state === 'pending') {
              const authors = authorsOf(each.by, ended(round, 'withdrawn'))
              const fresh = stepsOf(wanted, circle(authors))
              if (fresh.some(({ seats }) => seats.length === 0)) continue
              round = settled({ state: 'pending', authors, steps: fresh })
              wrote.add(each.by)
            }
            if (each.do === 'delegate') delegations.push(delegation(each.from, each.to, '2026-01-01', '2026-02-01'))
            if (each.do === 'manager')
              members.set(each.of, { ...(members.get(each.of) as Deciding), managerId: each.to })
            expect(waitingSeats(round).every(({ holderId }) => !round.authors.includes(holderId))).toBe(true)
          }
          for (const { id } of round.steps.flatMap(({ seats }) => seats)) round = takeWordBack(round, id)
          if (round.state !== 'approved') return
          const live = round.steps.filter(({ state }) => state !== 'dropped')
          for (const step of live) {
            const given = step.seats.filter(({ state }) => state === 'approved')
            expect(given.length).toBeGreaterThan(0)
            expect(given.every(({ actedById }) => actedById !== null && actedById !== submitter)).toBe(true)
            if (step.mode === 'all')
              expect(step.seats.every(({ state }) => state === 'approved' || state === 'gone')).toBe(true)
          }
        },
      ),
      { numRuns: 10_000 },
    )
  })
})
