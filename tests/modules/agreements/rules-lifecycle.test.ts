import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import { deadlineOf, marksFor, opensTalks, retentionOf, termsBegun } from '@/lib/modules/agreements/rules-lifecycle'
import { lateCost } from '@/lib/modules/agreements/rules-obligations'
import { obligationReminder } from '@/lib/modules/agreements/rules-reminders'
import type { TermFacts } from '@/lib/modules/agreements/rules-term'

const open = '9999-12-31'
const renewing: TermFacts = {
  startsOn: '2024-02-29',
  months: 12,
  renewal: 'autoRenew',
  renewalMonths: 12,
  maxRenewals: null,
  notice: { count: 1, unit: 'month' },
}

describe('the terms that began by themselves', () => {
  const begun = (today: string, stoppedOn: string[] = [], decided: string[] = []) =>
    termsBegun(renewing, { endsOn: '2025-02-27', stoppedOn, decidedFor: new Set(decided) }, today)

  it('are none up to the last day, and one from the next', () => {
    expect(begun('2025-02-27')).toEqual([])
    expect(begun('2025-02-28')).toEqual([
      { from: '2025-02-28', to: '2026-02-27', noticeOn: '2026-01-27', missed: '2025-01-27' },
    ])
  })

  it('are counted from the first day, never chained: the leap year has its 29th again', () => {
    expect(begun('2028-03-01').map(({ from, to }) => [from, to])).toEqual([
      ['2025-02-28', '2026-02-27'],
      ['2026-02-28', '2027-02-27'],
      ['2027-02-28', '2028-02-28'],
      ['2028-02-29', '2029-02-27'],
    ])
  })

  it('end where somebody stopped it in time, and once later where it was too late', () => {
    expect(begun('2028-03-01', ['2025-01-27'])).toEqual([])
    expect(begun('2028-03-01', ['2025-01-28'])).toHaveLength(1)
  })

  it('miss no deadline that was decided', () => {
    expect(begun('2025-02-28', [], ['2025-01-27'])[0]?.missed).toBeNull()
  })
})

describe('what is derived of an agreement', () => {
  const held = { state: 'active', startsOn: '2026-01-01', endsOn: '2026-12-31', noticeOn: '2026-10-02', endedOn: null }
  const marks = (today: string, more: object = {}, decided: Parameters<typeof marksFor>[1] = null) =>
    marksFor({ ...held, ...more }, decided, null, today)

  it.each([
    ['2025-12-31', {}, ['notStarted']],
    ['2026-06-01', {}, []],
    ['2026-09-15', {}, ['noticeClosing']],
    ['2026-10-02', {}, ['noticeClosing']],
    ['2026-10-03', {}, ['noticeMissed']],
    ['2026-12-01', {}, ['expiringSoon', 'noticeMissed']],
    ['2026-12-01', { noticeOn: open }, ['expiringSoon', 'noticeClosing']],
    ['2026-12-01', { noticeOn: open, endsOn: open }, []],
    ['2026-12-01', { state: 'draft' }, []],
    ['2027-03-01', { state: 'terminated', endedOn: '2026-12-31' }, []],
  ])('on %s with %j is %j', (today, more, wanted) => expect(marks(today, more)).toEqual(wanted))

  it('stays missed when it was decided too late, and is not when in time', () => {
    const late = { decidedOn: '2026-10-05', missedOn: '2026-10-03' }
    expect(marks('2026-10-10', {}, late)).toEqual(['noticeMissed'])
    expect(marks('2026-10-10', {}, { decidedOn: '2026-09-30', missedOn: null })).toEqual([])
  })

  it('goes on in holdover when something was sold after its end', () => {
    const over = { ...held, state: 'expired', endedOn: '2026-12-31' }
    expect(marksFor(over, null, '2027-01-05', '2027-02-01')).toEqual(['inHoldover'])
    expect(marksFor(over, null, '2026-12-31', '2027-02-01')).toEqual([])
  })
})

it('the deadline is the last day for notice, or the end, or there is none', () => {
  expect(deadlineOf({ noticeOn: '2026-10-02', endsOn: '2026-12-31' })).toBe('2026-10-02')
  expect(deadlineOf({ noticeOn: open, endsOn: '2026-12-31' })).toBe('2026-12-31')
  expect(deadlineOf({ noticeOn: open, endsOn: open })).toBeNull()
})

it('talks are opened unless it simply renews or ends', () => {
  expect(opensTalks('renew', 'autoRenew')).toBe(false)
  expect(opensTalks('renew', 'manual')).toBe(true)
  expect(opensTalks('renegotiate', 'autoRenew')).toBe(true)
  expect(opensTalks('lapse', 'none')).toBe(false)
})

it('ten years after 29 February are kept until the 28th', () =>
  expect(retentionOf('2024-02-29', 10)).toBe('2034-02-28'))

describe('a reminder of what is owed', () => {
  const keys = (party: 'us' | 'them', from: number, to: number, graceDays = 0) => {
    const found = []
    for (let day = from; day <= to; day++)
      found.push(obligationReminder({ party, dueOn: '2026-06-15', graceDays }, addDays('2026-06-15', day))?.key)
    return [...new Set(found.filter((key) => key !== undefined))].map((key) => key.replace('2026-06-15 ', ''))
  }

  it('comes 14, 7 and 1 days before ours, on each of five days late, then once a week', () => {
    expect(keys('us', -20, 21)).toEqual([
      ...['ahead 14', 'ahead 7', 'ahead 1'],
      ...['day 1', 'day 2', 'day 3', 'day 4', 'day 5', 'week 1', 'week 2'],
    ])
  })

  it('comes on the day of theirs, and once a week after; days of grace are waited for', () => {
    expect(keys('them', -20, 40)).toEqual(['due 0', 'late 7'])
    expect(keys('them', 5, 9, 10)).toEqual(['due 0'])
    expect(keys('us', 1, 3, 3)).toEqual([])
  })
})

describe('what lateness costs', () => {
  const penalty = { monthlyFee: '100000', cap: '25', tiers: [{ from: '0', pct: '40' }] }
  const due = { dueOn: '2026-02-01', graceDays: 2, everyMonths: null, currency: 'TWD' }

  it('is nothing in time, in the days of grace, and where nothing was agreed', () => {
    expect(lateCost(penalty, due, '2026-02-01')).toBeNull()
    expect(lateCost(penalty, due, '2026-02-03')).toBeNull()
    expect(lateCost(null, due, '2026-03-03')).toBeNull()
  })

  it('never exceeds the cap, however late', () => {
    expect(lateCost(penalty, due, '2026-02-04')).toMatchObject({ amount: '25000', capped: true })
    expect(lateCost(penalty, due, '2030-02-04')).toMatchObject({ amount: '25000' })
  })

  it('is rounded as its currency is', () => {
    const small = { monthlyFee: '1234.5', cap: '25', tiers: [{ from: '0', pct: '5' }] }
    expect(lateCost(small, due, '2026-02-04')).toMatchObject({ amount: '62' })
    expect(lateCost(small, { ...due, currency: 'USD' }, '2026-02-04')).toMatchObject({ amount: '61.73' })
  })
})
