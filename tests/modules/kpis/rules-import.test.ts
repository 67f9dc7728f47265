import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ImportResult, type ImportRow, type ImportWorld, importRows } from '@/lib/modules/kpis/rules-import'

const value = (text: string) => ({ value: text, numerator: null, denominator: null })
const world: ImportWorld = {
  kpis: {
    OTIF: { unit: 'percent', frequency: 'month' },
    UNITS: { unit: 'count', frequency: 'month' },
    NPS: { unit: 'points', frequency: 'quarter' },
  },
  from: '2026-01-01',
  to: '2026-12-31',
  calendar: { kind: 'month', firstMonth: 1 },
  existing: [
    { kpi: 'OTIF', period: '2026-01', ...value('95') },
    { kpi: 'UNITS', period: '2026-01', ...value('1000') },
  ],
}
const row = (kpi: string, period: string, text: string, parts: Partial<ImportRow> = {}): ImportRow => ({
  kpi,
  period,
  value: text,
  ...parts,
})
const file = [
  row('OTIF', '2026-01', '95%'),
  row('UNITS', '2026-01', '1,050'),
  row('OTIF', '2026-02', '９４.５'),
  row('OTIF', '2026-03', '93'),
  row('OTIF', '2026-03', '92'),
  row('UNITS', '2026-02', 'abc'),
  row('FOO', '2026-02', '1'),
  row('UNITS', '2025-12', '900'),
  row('UNITS', '2026-03', '1200'),
  row('UNITS', '2026-03', '1,200'),
]
/** What stands there after an import. */
const worldAfter = (before: ImportWorld, { created, revised }: ImportResult): ImportWorld => {
  const known = new Map(before.existing.map((each) => [`${each.kpi} ${each.period}`, each]))
  for (const { row: _, ...each } of [...created, ...revised]) known.set(`${each.kpi} ${each.period}`, each)
  return { ...before, existing: [...known.values()] }
}
const counts = ({ created, revised, unchanged, rejected, repeated }: ImportResult) => ({
  created: created.length,
  revised: revised.length,
  unchanged: unchanged.length + repeated.length,
  rejected: rejected.length,
})

describe('K11: an import of actual values', () => {
  it('accounts for every row', () => {
    const found = importRows(file, world)
    expect(found.created.map(({ kpi, period, value: text }) => [kpi, period, text])).toEqual([
      ['OTIF', '2026-02', '94.5'],
      ['UNITS', '2026-03', '1200'],
    ])
    expect(found.revised).toMatchObject([{ kpi: 'UNITS', period: '2026-01', before: { value: '1000' }, value: '1050' }])
    expect(found.unchanged.map(({ kpi, period, value: text }) => [kpi, period, text])).toEqual([
      ['OTIF', '2026-01', '95'],
    ])
    expect(found.rejected).toEqual([
      { row: 4, reason: 'ambiguousDuplicate' },
      { row: 5, reason: 'ambiguousDuplicate' },
      { row: 6, reason: 'notANumber' },
      { row: 7, reason: 'unknownKpi' },
      { row: 8, reason: 'periodOutsideAgreement' },
    ])
    expect(found.repeated).toEqual([{ row: 10, as: 9 }])
  })

  it('leaves the parts that are on record alone where a row says the same value without them', () => {
    const kept = { kpi: 'OTIF', period: '2026-01', value: '95', numerator: '95', denominator: '100' }
    const known = { ...world, existing: [kept] }
    expect(counts(importRows([row('OTIF', '2026-01', '95%')], known))).toMatchObject({ revised: 0, unchanged: 1 })
    expect(counts(importRows([row('OTIF', '2026-01', '94%')], known))).toMatchObject({ revised: 1, unchanged: 0 })
    const parts = { numerator: '190', denominator: '200' }
    expect(counts(importRows([row('OTIF', '2026-01', '', parts)], known))).toMatchObject({ revised: 1, unchanged: 0 })
  })

  it('changes nothing when it is repeated', () => {
    const again = importRows(file, worldAfter(world, importRows(file, world)))
    expect(again.unchanged).toHaveLength(4)
    expect(counts(again)).toEqual({ created: 0, revised: 0, unchanged: 5, rejected: 5 })
  })

  it.each([
    [row('otif', '2026/2', '94.5 %'), null],
    [row('OTIF', '2026-02', '９４．５％'), null],
    [row('OTIF', '', '1'), 'notAPeriod'],
    [row('OTIF', '2026-13', '1'), 'notAPeriod'],
    [row('OTIF', '2026-Q1', '1'), 'otherFrequency'],
    [row('NPS', '2026年第1季', '-12'), null],
    [row('OTIF', '2027-01', '1'), 'periodOutsideAgreement'],
    [row('OTIF', '2026-02', ''), 'valueMissing'],
    [row('OTIF', '2026-02', 'NaN'), 'notANumber'],
    [row('OTIF', '2026-02', '1e3'), 'notANumber'],
    [row('OTIF', '2026-02', '１２,３４'), 'notANumber'],
    [row('UNITS', '2026-02', '95%'), 'notANumber'],
    [row('UNITS', '2026-02', '9'.repeat(30)), 'tooLarge'],
    [row('UNITS', '2026-02', '0'), null],
    [row('OTIF', '2026-02', '', { numerator: '90', denominator: '' }), 'partMissing'],
    [row('OTIF', '2026-02', '', { numerator: '90', denominator: '0' }), 'denominatorZero'],
    [row('OTIF', '2026-02', '95', { numerator: '90', denominator: '100' }), 'partsDisagree'],
    [row('OTIF', '2026-02', '', { numerator: 'x', denominator: '100' }), 'notANumber'],
    [row('OTIF', '2026-02', '66.7', { numerator: '2', denominator: '3' }), null],
  ])('of %o is rejected: %s', (given, reason) => {
    const { created, rejected } = importRows([given], world)
    expect(rejected).toEqual(reason === null ? [] : [{ row: 1, reason }])
    expect(created).toHaveLength(reason === null ? 1 : 0)
  })

  it('makes the value of a ratio from its parts', () => {
    const [made] = importRows([row('OTIF', '2026-02', '', { numerator: '1,900', denominator: '2,000' })], world).created
    expect(made).toEqual({
      row: 1,
      kpi: 'OTIF',
      period: '2026-02',
      value: '95',
      numerator: '1900',
      denominator: '2000',
    })
  })

  it('takes a value as it is kept, with four decimals, for the same', () => {
    const kept = { ...world, existing: [{ kpi: 'OTIF', period: '2026-01', ...value('95.0000') }] }
    expect(importRows([row('OTIF', '2026-01', '95')], kept).unchanged).toHaveLength(1)
  })

  it('revises a value that gets its parts, or other ones', () => {
    const parts = { numerator: '190', denominator: '200' }
    expect(importRows([row('OTIF', '2026-01', '95', parts)], world).revised).toHaveLength(1)
  })

  it('knows a period that lies in the agreement with a part only, and an open end', () => {
    const part = { ...world, from: '2026-01-16', existing: [] }
    expect(importRows([row('OTIF', '2026-01', '95')], part).created).toHaveLength(1)
    expect(importRows([row('OTIF', '2099-01', '95')], { ...world, to: null }).created).toHaveLength(1)
  })

  const anyRow = fc.record({
    kpi: fc.constantFrom('OTIF', 'UNITS', 'FOO'),
    period: fc.constantFrom('2026-01', '2026-02', '2026/3', '2025-12', 'x'),
    value: fc.constantFrom('1', '1.0', '2', '1,000', '5%', '', 'abc'),
  })

  it('twice is once, and every row is in exactly one list', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
        const first = importRows(rows, world)
        const { created, revised, unchanged, rejected, repeated } = first
        const all = [...created, ...revised, ...unchanged, ...rejected, ...repeated].map((each) => each.row)
        expect(all.sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1))
        const second = importRows(rows, worldAfter(world, first))
        expect([second.created, second.revised]).toEqual([[], []])
        expect(second.rejected).toEqual(rejected)
      }),
      { numRuns: 300 },
    )
  })
})
