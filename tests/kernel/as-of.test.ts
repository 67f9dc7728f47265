import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Recorded, timelineOf, versionAsOf } from '@/lib/kernel/as-of'
import { addDays } from '@/lib/kernel/day'

const version = (number: number, validFrom: string, validTo: string | null, recordedOn: string): Recorded => ({
  id: `v${number}`,
  number,
  validFrom,
  validTo,
  recordedOn,
  order: recordedOn,
})

describe('A03: the version in force', () => {
  const versions = [
    version(1, '2026-01-01', '2026-12-31', '2025-12-20'),
    version(2, '2026-07-01', '2026-12-31', '2026-06-10'),
    version(3, '2026-04-01', '2026-12-31', '2026-08-05'),
  ]

  it.each([
    ['2026-03-31', '2026-12-01', 1],
    ['2026-05-01', '2026-06-30', 1],
    ['2026-05-01', '2026-08-05', 3],
    ['2026-08-01', '2026-08-04', 2],
    ['2026-08-01', '2026-08-05', 3],
    ['2026-08-01', '2026-06-01', 1],
    ['2027-01-01', '2026-12-01', null],
    ['2026-02-01', '2025-12-19', null],
  ])('on %s as known on %s is %s', (validOn, knownOn, expected) => {
    expect(versionAsOf(versions, validOn, knownOn)?.number ?? null).toBe(expected)
  })

  it('resumes when a temporary one ends', () => {
    const timeline = timelineOf([
      version(1, '2026-01-01', null, '2025-12-01'),
      version(2, '2026-03-01', '2026-03-31', '2026-02-01'),
    ])
    expect(timeline).toEqual([
      { versionId: 'v1', fromDay: '2026-01-01', untilDay: '2026-03-01' },
      { versionId: 'v2', fromDay: '2026-03-01', untilDay: '2026-04-01' },
      { versionId: 'v1', fromDay: '2026-04-01', untilDay: null },
    ])
  })
})

const dayAt = (offset: number) => addDays('2026-01-01', offset)
const anyVersions = fc
  .array(fc.record({ from: fc.nat(60), long: fc.option(fc.nat(40)), recorded: fc.nat(60) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((rows) =>
    rows.map(({ from, long, recorded }, index) =>
      version(index + 1, dayAt(from), long === null ? null : dayAt(from + long), dayAt(recorded)),
    ),
  )

describe('whatever was recorded', () => {
  it('with everything known the answer is the timeline’s, whose stretches never overlap', () => {
    fc.assert(
      fc.property(anyVersions, fc.nat(120), (versions, offset) => {
        const timeline = timelineOf(versions)
        const day = dayAt(offset)
        const covering = timeline.filter(
          (each) => each.fromDay <= day && (each.untilDay === null || day < each.untilDay),
        )
        expect(covering.length).toBeLessThanOrEqual(1)
        expect(covering[0]?.versionId ?? null).toBe(versionAsOf(versions, day, null)?.id ?? null)
      }),
    )
  })

  it('recording one more never changes what was known before', () => {
    fc.assert(
      fc.property(anyVersions, fc.nat(120), fc.nat(60), (versions, offset, known) => {
        const added = version(99, dayAt(0), null, dayAt(known + 1))
        const ask = (each: Recorded[]) => versionAsOf(each, dayAt(offset), dayAt(known))?.id ?? null
        expect(ask([...versions, added])).toBe(ask(versions))
      }),
    )
  })
})
