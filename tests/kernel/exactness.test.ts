import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, type Day, dayOf, daysBetween, instantOf, weekday } from '@/lib/kernel/day'
import { allocate, placesOf, roundHalfUp } from '@/lib/kernel/money'
import { cutSpan, prorated, type Span, spanDays } from '@/lib/kernel/prorate'
import { creditOf } from '@/lib/kernel/service-credit'
import { closedDaysOf } from '@/lib/kernel/workday'
import { adjusted, type DayRule, nominalDays } from '@/lib/modules/agreements/rules-schedule'
import { noticeDeadline, termAsOf } from '@/lib/modules/agreements/rules-term'
import { segmentsOf, weightedTarget } from '@/lib/modules/kpis/rules-targets'
import { owner } from '@/tests/people'

/** Ways of calculating that share nothing with the product's: whole numbers of any size, and days counted by the calendar's law. */
const tens = (places: number) => 10n ** BigInt(places)
const magnitude = (value: bigint) => (value < 0n ? -value : value)
/** A fraction rounded half-up away from zero. */
const halfUp = (over: bigint, under: bigint) => {
  const whole = (2n * magnitude(over) + under) / (2n * under)
  return over < 0n ? -whole : whole
}
/** A whole number of the smallest units as text with its places. */
const written = (units: bigint, places: number) => {
  const digits = String(magnitude(units)).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return units < 0n ? `-${text}` : text
}
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengths = (year: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]
const padded = (value: number) => String(value).padStart(2, '0')
/** Days since 1 January of the year 1, by the lengths of years and months alone. */
function counted(day: Day): number {
  const [year, month, date] = parts(day)
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const months = lengths(year)
    .slice(0, month - 1)
    .reduce((sum, days) => sum + days, 0)
  return before * 365 + leaps + months + date - 1
}
/** The same date so many months on, one month at a time, clamped at the end alone. */
function monthsOn(day: Day, months: number): Day {
  let [year, month, date] = parts(day)
  for (let left = Math.abs(months); left > 0; left--) {
    month += Math.sign(months)
    if (month > 12) [year, month] = [year + 1, 1]
    if (month < 1) [year, month] = [year - 1, 12]
  }
  return `${year}-${padded(month)}-${padded(Math.min(date, lengths(year)[month - 1] ?? 0))}`
}

const oddDays = ['2024-02-29', '2027-02-28', '2028-02-29', '2026-01-31', '2026-12-31', '2028-01-31', '2000-02-29']
const someDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1990-01-01', offset)) },
  { weight: 1, arbitrary: fc.constantFrom(...oddDays) },
)
const someSpan = fc.tuple(someDay, fc.nat(800)).map(([from, long]): Span => ({ from, to: addDays(from, long) }))
/** Amounts of up to eighteen digits in ten-thousandths, also beyond what a binary float holds. */
const units = fc.oneof(
  fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  fc.constantFrom(2n ** 53n + 1n, -(2n ** 53n) - 1n, 0n, 1n, -1n, 5n, 15n, 25n, -25n, 49_995n, 50_005n),
)
const somePlaces = fc.constantFrom('TWD', 'USD', 'JPY', 'EUR').map(placesOf)

let cases = 0
/** Every case of a property, counted: together they are as many as was promised. */
const holds = <Values extends unknown[]>(runs: number, property: fc.IProperty<Values>) => {
  fc.assert(property, { numRuns: runs })
  cases += runs
}
/** A wrong way of doing the same is found out by the same property. */
const fails = <Values extends unknown[]>(property: fc.IProperty<Values>) =>
  expect(fc.check(property, { numRuns: 20_000 }).failed).toBe(true)

afterAll(() => expect(cases).toBeGreaterThanOrEqual(100_000))

describe('money', () => {
  const rounds = (rounded: (value: string, places: number) => string) =>
    fc.property(units, somePlaces, (value, places) => {
      expect(rounded(written(value, 4), places)).toBe(written(halfUp(value, tens(4 - places)), places))
    })

  it('is rounded half-up to its currency’s smallest unit', () => {
    holds(12_000, rounds(roundHalfUp))
    fails(rounds((value, places) => Number(value).toFixed(places)))
  })

  const weights = fc
    .array(fc.nat(100_000), { minLength: 1, maxLength: 9 })
    .filter((all) => all.some((each) => each > 0))
  const splits = (split: typeof allocate) =>
    fc.property(units, weights, somePlaces, (value, shares, places) => {
      const whole = halfUp(value, tens(4 - places))
      const total = BigInt(shares.reduce((sum, each) => sum + each, 0))
      const found = split(written(value, 4), shares, places).map((part) => BigInt(part.replace('.', '')))
      expect(found.reduce((sum, part) => sum + part, 0n)).toBe(whole)
      for (const [index, part] of found.entries()) {
        const over = magnitude(whole) * BigInt(shares[index] ?? 0) - magnitude(part) * total
        expect(magnitude(over) < total).toBe(true)
      }
    })

  it('is split into parts that add up to it, none a whole unit off its share', () => {
    holds(8_000, splits(allocate))
    fails(
      splits((total, shares, places) => {
        const sum = shares.reduce<number>((all, each) => all + Number(each), 0)
        return shares.map((each) => roundHalfUp((Number(total) * Number(each)) / sum, places))
      }),
    )
  })

  const prorates = (share: typeof prorated) =>
    fc.property(units, someSpan, someSpan, somePlaces, (value, part, whole, places) => {
      const from = Math.max(counted(part.from), counted(whole.from))
      const to = Math.min(counted(part.to), counted(whole.to))
      const days = BigInt(Math.max(0, to - from + 1))
      const all = BigInt(counted(whole.to) - counted(whole.from) + 1)
      const expected = written(halfUp(value * days, tens(4 - places) * all), places)
      expect(share(written(value, 4), part, whole, places)).toBe(expected)
    })
  const near = fc.tuple(someDay, fc.nat(60), fc.nat(200))

  it('is shared out by days, both ends counted, and rounded once', () => {
    holds(12_000, prorates(prorated))
    const overlaps = fc.property(near, units, ([from, begins, long], value) => {
      const whole = { from, to: addDays(from, 364) }
      const part = { from: addDays(from, begins), to: addDays(from, begins + long) }
      expect(prorated(written(value, 4), part, whole, 2)).toBe(
        written(halfUp(value * BigInt(long + 1), 100n * 365n), 2),
      )
    })
    holds(8_000, overlaps)
    fails(
      prorates((amount, part, whole, places) =>
        prorated(amount, part, { ...whole, to: addDays(whole.to, -1) }, places),
      ),
    )
  })

  const levels = fc.uniqueArray(fc.integer({ min: 8_000, max: 10_000 }), { minLength: 1, maxLength: 4 })
  const credits = (credit: typeof creditOf) =>
    fc.property(units, levels, fc.nat(10_000), fc.nat(10_000), somePlaces, (fee, from, attained, cap, places) => {
      const best = [...from].sort((a, b) => b - a)
      const tiers = best.map((level, index) => ({
        from: written(BigInt(level), 2),
        pct: written(BigInt(index * 777), 2),
      }))
      const reached = best.findIndex((level) => attained >= level)
      const pct = BigInt(Math.min(777 * (reached === -1 ? best.length - 1 : reached), cap))
      const given = { attained: written(BigInt(attained), 2), monthlyFee: written(fee, 4), tiers }
      expect(credit(given, written(BigInt(cap), 2), places)?.amount).toBe(
        written(halfUp(fee * pct, tens(4 - places) * 10_000n), places),
      )
    })

  it('that is credited for a missed level is the share agreed, at most the cap', () => {
    holds(10_000, credits(creditOf))
    fails(credits((given, cap, places) => creditOf(given, String(Number(cap) + 1), places)))
  })
})

describe('days', () => {
  const counts = (between: typeof daysBetween) =>
    fc.property(someDay, someDay, (a, b) => {
      expect(between(a, b)).toBe(counted(b) - counted(a))
      expect(weekday(a)).toBe((counted(a) % 7) + 1)
    })
  const moves = (moved: typeof addMonths) =>
    fc.property(someDay, fc.integer({ min: -90, max: 90 }), (day, months) => {
      expect(moved(day, months)).toBe(monthsOn(day, months))
    })

  it('are counted and moved by months as the calendar has them', () => {
    holds(10_000, counts(daysBetween))
    holds(10_000, moves(addMonths))
    fails(counts((a, b) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000 / 365) * 365))
    fails(moves((day, months) => addMonths(addMonths(day, 1), months - 1)))
  })

  const notices = (deadline: typeof noticeDeadline) =>
    fc.property(someDay, fc.nat(400), fc.constantFrom('day' as const, 'month' as const), (ends, count, unit) => {
      const on = deadline(ends, { count: unit === 'day' ? count : count % 24, unit })
      if (unit === 'day') expect(counted(ends) - counted(on)).toBe(count)
      else expect(on).toBe(monthsOn(ends, -(count % 24)))
    })
  const terms = fc.property(someDay, fc.integer({ min: 1, max: 60 }), fc.nat(4_000), (startsOn, months, later) => {
    const facts = {
      startsOn,
      months,
      renewal: 'autoRenew' as const,
      renewalMonths: 12,
      maxRenewals: null,
      notice: null,
    }
    const { startsOn: from, endsOn, renewals } = termAsOf(facts, addDays(startsOn, later))
    const lastOf = (count: number) => counted(monthsOn(startsOn, months + 12 * count)) - 1
    expect(counted(endsOn ?? '')).toBe(lastOf(renewals))
    expect(counted(from)).toBe(renewals === 0 ? counted(startsOn) : lastOf(renewals - 1) + 1)
    expect(counted(startsOn) + later).toBeLessThanOrEqual(lastOf(renewals))
  })

  it('of notice and of renewed terms are those counted from the first day', () => {
    holds(8_000, notices(noticeDeadline))
    holds(4_000, terms)
    fails(notices((ends, notice) => noticeDeadline(addDays(ends, 1), notice)))
  })

  const rules = fc.constantFrom<DayRule>('none', 'following', 'modifiedFollowing', 'preceding')
  const closed = fc.array(fc.nat(20), { maxLength: 8 })
  const moved = (move: typeof adjusted) =>
    fc.property(someDay, rules, closed, (day, rule, offsets) => {
      const off = new Set(offsets.map((offset) => counted(day) + offset - 10))
      const works = (at: number) => at % 7 < 5 && !off.has(at)
      const stride = (by: number) => {
        let at = counted(day)
        while (!works(at)) at += by
        return at
      }
      const closedDays = closedDaysOf(
        [...off].map((at) => ({ day: addDays(day, at - counted(day)), kind: 'closed' as const })),
      )
      const monthEnd = counted(`${day.slice(0, 8)}01`) + (lengths(parts(day)[0])[parts(day)[1] - 1] ?? 0) - 1
      const next = stride(1)
      const expected = {
        none: counted(day),
        following: next,
        preceding: stride(-1),
        modifiedFollowing: next > monthEnd ? stride(-1) : next,
      }[rule]
      expect(counted(move(day, rule, { closedDays }))).toBe(expected)
    })
  const laidOut = fc.property(
    someDay,
    fc.integer({ min: 1, max: 14 }),
    fc.nat(900),
    (firstDueOn, everyMonths, long) => {
      const until = addDays(firstDueOn, long)
      const schedule = {
        schedule: 'recurring' as const,
        firstDueOn,
        everyMonths,
        lastDueOn: null,
        dayRule: 'none' as const,
      }
      const expected: Day[] = []
      for (let n = 0; monthsOn(firstDueOn, n * everyMonths) <= until; n++)
        expected.push(monthsOn(firstDueOn, n * everyMonths))
      expect(nominalDays(schedule, until)).toEqual(expected)
    },
  )

  it('on which something is owed return to the 31st and the 29th, and move to workdays as agreed', () => {
    holds(6_000, moved(adjusted))
    holds(4_000, laidOut)
    fails(moved((day, rule, calendar) => adjusted(day, rule === 'modifiedFollowing' ? 'following' : rule, calendar)))
  })

  const taipei = (shown: typeof dayOf) =>
    fc.property(someDay, fc.nat(86_399_999), (day, after) => {
      const midnight = instantOf(day)
      expect(midnight.toISOString()).toBe(`${addDays(day, -1)}T16:00:00.000Z`)
      expect(shown(new Date(midnight.getTime() + after))).toBe(day)
      expect(shown(new Date(midnight.getTime() - 1))).toBe(addDays(day, -1))
    })

  it('begin in Taipei at sixteen o’clock of the day before in UTC', () => {
    holds(4_000, taipei(dayOf))
    fails(taipei((instant) => instant.toISOString().slice(0, 10)))
  })

  it('are those of Postgres, which counts for itself', async () => {
    const sample = fc.sample(fc.tuple(someDay, fc.integer({ min: -60, max: 60 }), units), 2_000)
    const rows = await owner()<{ days: number; month: string; rounded: string }[]>`
      select (a.day - date '2026-01-01') as days, (a.day + make_interval(months => a.months))::date::text as month,
        round(a.amount, 2)::text as rounded
      from unnest(${sample.map(([day]) => day)}::date[], ${sample.map(([, months]) => months)}::int[],
        ${sample.map(([, , value]) => written(value, 4))}::numeric[]) with ordinality as a(day, months, amount, n) order by n`
    expect(rows).toEqual(
      sample.map(([day, months, value]) => ({
        days: daysBetween('2026-01-01', day),
        month: addMonths(day, months),
        rounded: roundHalfUp(written(value, 4), 2),
      })),
    )
    cases += sample.length
  })
})

describe('a target that changes in the middle', () => {
  const thresholds = (target: string) => ({ direction: 'higher' as const, target, amber: '0', zero: '0' })
  const row = (number: number, fromDay: Day, target: string) => ({
    ...{ id: String(number), number, order: String(number).padStart(4, '0'), fromDay, toDay: '9999-12-31' },
    ...{ seasonal: false, thresholds: thresholds(target) },
  })
  const changed = fc.tuple(someDay, fc.integer({ min: 2, max: 366 }), fc.array(fc.nat(365), { maxLength: 4 }))
  const weighs = (weigh: typeof weightedTarget) =>
    fc.property(changed, fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 5 }), ([from, long, cuts], targets) => {
      const period = { from, to: addDays(from, long - 1) }
      const inside = [...new Set(cuts)].filter((cut) => cut > 0 && cut < long).sort((a, b) => a - b)
      const rows = [0, ...inside].map((cut, index) => row(index + 1, addDays(from, cut), String(targets[index] ?? 0)))
      const segments = segmentsOf(rows, period)
      expect(segments.reduce((days, each) => days + each.days, 0)).toBe(long)
      const whole = [0, ...inside].reduce(
        (sum, cut, index) => sum + BigInt(targets[index] ?? 0) * BigInt((inside[index] ?? long) - cut),
        0n,
      )
      const expected = written(halfUp(whole * tens(10), BigInt(long)), 10).replace(/\.?0+$/, '') || '0'
      expect(weigh(segments, period, true)).toMatchObject({ target: expected })
    })

  it('is split by its days: the pieces make up the period, their sum the target', () => {
    holds(4_000, weighs(weightedTarget))
    const pieces = fc.property(changed, ([from, long, cuts]) => {
      const span = { from, to: addDays(from, long - 1) }
      const found = cutSpan(
        span,
        cuts.map((cut) => addDays(from, cut)),
      )
      expect(found.reduce((days, piece) => days + spanDays(piece), 0)).toBe(long)
    })
    holds(4_000, pieces)
    fails(
      weighs((segments, period, adds) =>
        weightedTarget(
          segments.map((each) => ({ ...each, days: 1 })),
          period,
          adds,
        ),
      ),
    )
  })
})
