import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import type { Renewal } from '@/lib/modules/agreements/model'
import {
  isMissed,
  marksOf,
  noticeDeadline,
  reminderKey,
  remindersDue,
  type TermFacts,
  termAsOf,
  termProblems,
} from '@/lib/modules/agreements/rules-term'

const term = (
  startsOn: string,
  months: number,
  renewalMonths: number,
  unit: 'day' | 'month',
  count: number,
  renewal: Renewal = renewalMonths > 0 ? 'autoRenew' : 'none',
): TermFacts => ({ startsOn, months, renewal, renewalMonths, maxRenewals: null, notice: { unit, count } })
const yearly = term('2026-01-01', 12, 12, 'day', 90)

describe('A01: the term and its notice deadline', () => {
  it.each([
    [yearly, '2026-06-01', '2026-12-31', 0, '2026-10-02', true, false],
    [yearly, '2026-10-02', '2026-12-31', 0, '2026-10-02', true, false],
    [yearly, '2026-10-03', '2026-12-31', 0, '2026-10-02', false, false],
    [term('2020-08-01', 36, 12, 'month', 3), '2023-10-31', '2024-07-31', 1, '2024-04-30', true, false],
    [term('2024-02-29', 12, 12, 'month', 1), '2027-03-01', '2028-02-28', 3, '2028-01-28', true, false],
    [term('2026-06-01', 12, 0, 'month', 3), '2027-06-01', '2027-05-31', 0, '2027-02-28', false, true],
    [term('2025-12-01', 6, 6, 'month', 3), '2026-05-01', '2026-05-31', 0, '2026-02-28', false, false],
  ] as const)('%o on %s', (facts, asOf, endsOn, renewals, noticeOn, noticeOpen, expired) => {
    expect(termAsOf(facts, asOf)).toMatchObject({ endsOn, renewals, noticeOn, noticeOpen, expired })
  })

  it('begins the renewed term on the day after the one before', () => {
    expect(termAsOf(yearly, '2027-01-01')).toMatchObject({ startsOn: '2027-01-01', endsOn: '2027-12-31', renewals: 1 })
  })

  it.each(['none', 'manual'] as const)('does not roll by itself when its renewal is %s', (renewal) => {
    expect(termAsOf({ ...yearly, renewal }, '2027-01-01')).toMatchObject({ renewals: 0, expired: true })
  })

  it('extends by itself as it renews by itself', () => {
    expect(termAsOf({ ...yearly, renewal: 'autoExtend', renewalMonths: 1 }, '2027-02-01')).toMatchObject({
      endsOn: '2027-02-28',
      renewals: 2,
    })
  })

  it('ends when notice was given on the last day, and only a term later when it was given a day late', () => {
    expect(termAsOf(yearly, '2027-01-01', ['2026-10-02'])).toMatchObject({ endsOn: '2026-12-31', expired: true })
    expect(termAsOf(yearly, '2027-01-01', ['2026-10-03'])).toMatchObject({ endsOn: '2027-12-31', expired: false })
    expect(termAsOf(yearly, '2029-01-01', ['2026-10-03'])).toMatchObject({ endsOn: '2027-12-31', expired: true })
  })

  it('renews no more often than was agreed', () => {
    expect(termAsOf({ ...yearly, maxRenewals: 2 }, '2031-01-01')).toMatchObject({ endsOn: '2028-12-31', renewals: 2 })
    expect(termAsOf({ ...yearly, maxRenewals: 0 }, '2031-01-01')).toMatchObject({ endsOn: '2026-12-31', renewals: 0 })
  })

  it('never ends when its end is open', () => {
    expect(termAsOf({ ...yearly, months: null }, '2031-01-01')).toMatchObject({ endsOn: null, expired: false })
  })

  it('takes the end for the deadline when no notice was agreed', () => {
    expect(noticeDeadline('2026-12-31', null)).toBe('2026-12-31')
  })

  it('says what is wrong with its numbers', () => {
    const wrong = {
      ...yearly,
      months: 0,
      renewalMonths: 0,
      maxRenewals: -1,
      notice: { unit: 'day', count: -1 },
    } as const
    expect(termProblems(wrong)).toEqual(['monthsTooFew', 'renewalMonthsMissing', 'renewalsNegative', 'noticeNegative'])
    expect(termProblems(yearly)).toEqual([])
    expect(termProblems({ ...yearly, renewal: 'none', renewalMonths: 0 })).toEqual([])
  })

  const anyTerm = fc.record({
    startsOn: fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days)),
    months: fc.integer({ min: 1, max: 48 }),
    renewal: fc.constantFrom<Renewal>('none', 'manual', 'autoRenew', 'autoExtend'),
    renewalMonths: fc.integer({ min: 1, max: 24 }),
    maxRenewals: fc.option(fc.integer({ min: 0, max: 3 })),
    notice: fc.option(fc.record({ count: fc.integer({ min: 0, max: 400 }), unit: fc.constantFrom('day', 'month') })),
  }) as fc.Arbitrary<TermFacts>

  it('notice is never due after the end, and an unexpired term holds the day or lies ahead of it', () => {
    fc.assert(
      fc.property(anyTerm, fc.integer({ min: 0, max: 6000 }), (facts, offset) => {
        const asOf = addDays('2020-01-01', offset)
        const { noticeOn, endsOn, expired, startsOn } = termAsOf(facts, asOf)
        expect((noticeOn ?? '') <= (endsOn ?? '')).toBe(true)
        expect(expired).toBe(asOf > (endsOn ?? ''))
        expect(asOf >= startsOn || startsOn === facts.startsOn).toBe(true)
      }),
    )
  })

  it('does not depend on how often it is asked: rolling from each term to the next gives the same', () => {
    fc.assert(
      fc.property(anyTerm, fc.integer({ min: 0, max: 3000 }), (facts, offset) => {
        const asOf = addDays(facts.startsOn, offset)
        const once = termAsOf(facts, asOf)
        for (let day = 0; day <= offset; day += 97) {
          const before = termAsOf(facts, addDays(facts.startsOn, day))
          expect(before.renewals).toBeLessThanOrEqual(once.renewals)
        }
        expect(termAsOf(facts, asOf)).toEqual(once)
        const end = once.endsOn ?? ''
        if (!once.expired && once.renewals > 0) expect(termAsOf(facts, end)).toMatchObject({ endsOn: end })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a missed deadline', () => {
  it('stays missed whatever is decided later', () => {
    expect(isMissed('2026-10-02', null, '2026-10-02')).toBe(false)
    expect(isMissed('2026-10-02', null, '2026-10-03')).toBe(true)
    expect(isMissed('2026-10-02', '2026-10-03', '2030-01-01')).toBe(true)
    expect(isMissed('2026-10-02', '2026-10-02', '2030-01-01')).toBe(false)
  })
})

describe('reminders', () => {
  const open = { noticeOn: '2026-10-02', endsOn: '2026-12-31', decidedOn: null }
  const run = (
    days: readonly string[],
    facts: typeof open | { noticeOn: string; endsOn: string; decidedOn: string },
  ) => {
    const sent = new Set<string>()
    return days.flatMap((today) =>
      remindersDue(facts, sent, today).map((each) => {
        sent.add(reminderKey(each, each.kind === 'end' ? facts.endsOn : facts.noticeOn))
        return `${today} ${each.kind} ${each.step}`
      }),
    )
  }
  const everyDay = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index))

  it('come 180, 90, 60, 30, 14, 7 and 1 days before the notice deadline, the day after it, and before the end', () => {
    expect(run(everyDay, open)).toEqual([
      '2026-04-05 notice 180',
      '2026-07-04 notice 90',
      '2026-08-03 notice 60',
      '2026-09-02 notice 30',
      '2026-09-18 notice 14',
      '2026-09-25 notice 7',
      '2026-10-01 notice 1',
      '2026-10-03 missed 0',
      '2026-11-01 end 60',
      '2026-12-01 end 30',
    ])
  })

  it('after days on which nothing ran only the nearest comes, with the days that are left', () => {
    expect(remindersDue(open, new Set(), '2026-09-20')).toEqual([{ kind: 'notice', step: 14, days: 12 }])
    expect(run(['2026-07-04', '2026-09-20', '2026-12-20'], open)).toEqual([
      '2026-07-04 notice 90',
      '2026-09-20 notice 14',
      '2026-12-20 missed 0',
      '2026-12-20 end 30',
    ])
  })

  it('do not come once it is decided, nor after the end', () => {
    expect(run(everyDay, { ...open, decidedOn: '2026-01-01' })).toEqual([])
    expect(remindersDue(open, new Set(), '2027-01-01')).toEqual([])
  })

  it('never come twice, on whatever days the job runs', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 80 }), (offsets) => {
        const days = offsets.sort((a, b) => a - b).map((offset) => addDays('2026-01-01', offset))
        const told = run(days, open).map((line) => line.slice(11))
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })
})

describe('what is derived of a term', () => {
  const none = { decidedOn: null, tradedOn: null }
  it.each([
    ['2025-12-31', none, ['notStarted']],
    ['2026-09-02', none, ['noticeClosing']],
    ['2026-09-02', { ...none, decidedOn: '2026-09-01' }, []],
    ['2026-10-03', none, ['noticeMissed']],
    ['2026-11-15', { ...none, decidedOn: '2026-10-01' }, ['expiringSoon']],
    ['2027-01-05', { decidedOn: '2026-10-01', tradedOn: '2027-01-02' }, ['inHoldover']],
    ['2027-01-05', { decidedOn: '2026-10-01', tradedOn: '2026-12-31' }, []],
  ])('on %s with %o: %o', (today, facts, marks) => {
    expect(marksOf(termAsOf({ ...yearly, renewal: 'manual' }, today), facts, today)).toEqual(marks)
  })
})
