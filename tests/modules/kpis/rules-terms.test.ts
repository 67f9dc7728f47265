import { describe, expect, it } from 'vitest'
import { targetOf } from '@/lib/modules/kpis/rules-terms'

const kpi = { direction: 'higher', startsOn: '2026-01-01' } as const
const numbers = { target: '60', amber: '50', zero: '40', low: null, high: null, tolerance: null }
const august = { id: 'season', fromDay: '2026-08-01', toDay: '2026-08-31', seasonal: true, ...numbers }
const kept = (validFrom: string, kind = 'amendment') => ({
  ...{ target: august, number: 2, kind, validFrom, validTo: null, recordedAt: null },
})

describe('a seasonal target of an amendment', () => {
  it('holds as far as the amendment does', () => {
    expect(targetOf(kpi, kept('2026-07-01'))).toMatchObject({ fromDay: '2026-08-01', toDay: '2026-08-31' })
    expect(targetOf(kpi, kept('2026-08-15'))).toMatchObject({ fromDay: '2026-08-15', toDay: '2026-08-31' })
  })

  it('holds on no day where the amendment was put off until after it', () => {
    expect(targetOf(kpi, kept('2026-10-01'))).toBeNull()
  })
})
