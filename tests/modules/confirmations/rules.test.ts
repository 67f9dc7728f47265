import { describe, expect, it } from 'vitest'
import { type Confirmation, confirmationState } from '@/lib/modules/confirmations/model'
import { mustBeOnRecord, termOf } from '@/lib/modules/confirmations/rules'

const hash = 'a'.repeat(64)
const confirmed = { valueHash: hash, validUntil: '2026-06-30', voidedBecause: null } satisfies Partial<Confirmation>

describe('a fact is', () => {
  it.each([
    ['not confirmed while nobody did', null, '2026-01-01', 'none'],
    ['confirmed', confirmed, '2026-01-01', 'confirmed'],
    ['expiring in its last two weeks', confirmed, '2026-06-16', 'expiring'],
    ['still confirmed on its last day', confirmed, '2026-06-30', 'expiring'],
    ['expired the day after', confirmed, '2026-07-01', 'expired'],
    ['changed when it was voided', { ...confirmed, voidedBecause: 'valueChanged' }, '2026-01-01', 'changed'],
    ['changed when its value is another one', { ...confirmed, valueHash: 'b'.repeat(64) }, '2026-01-01', 'changed'],
  ] as const)('%s', (_, confirmation, today, state) => {
    expect(confirmationState(confirmation, hash, today)).toBe(state)
  })
})

const asked = { confirmedOn: null, validUntil: null, mayLengthen: false }
const refusalOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a confirmation counts', () => {
  it('from today for 180 days', () => {
    expect(termOf(asked, '2026-01-01')).toEqual({ from: '2026-01-01', until: '2026-06-30' })
  })

  it('from the day it was given, when that has come', () => {
    expect(termOf({ ...asked, confirmedOn: '2025-12-30' }, '2026-01-01').until).toBe('2026-06-28')
    expect(refusalOf(() => termOf({ ...asked, confirmedOn: '2026-01-02' }, '2026-01-01'))).toBe(
      'confirmations.confirmedInFuture',
    )
  })

  it('shorter for whoever wants it, longer only by those who may, never beyond two years', () => {
    expect(termOf({ ...asked, validUntil: '2026-02-01' }, '2026-01-01').until).toBe('2026-02-01')
    const longer = { ...asked, validUntil: '2026-12-31' }
    expect(refusalOf(() => termOf(longer, '2026-01-01'))).toBe('confirmations.onlyLeadLengthens')
    expect(termOf({ ...longer, mayLengthen: true }, '2026-01-01').until).toBe('2026-12-31')
    const endless = { ...asked, validUntil: '2029-01-01', mayLengthen: true }
    expect(refusalOf(() => termOf(endless, '2026-01-01'))).toBe('confirmations.tooLong')
  })

  it('not when it would end before it begins', () => {
    expect(refusalOf(() => termOf({ ...asked, validUntil: '2025-12-31' }, '2026-01-01'))).toBe(
      'confirmations.endsBeforeItBegins',
    )
  })

  it('on evidence of the same account only', () => {
    expect(refusalOf(() => mustBeOnRecord(null, 'one'))).toBe('confirmations.evidenceMissing')
    expect(refusalOf(() => mustBeOnRecord({ accountId: 'other' }, 'one'))).toBe('confirmations.evidenceMissing')
    expect(refusalOf(() => mustBeOnRecord({ accountId: 'one' }, 'one'))).toBeNull()
  })
})
