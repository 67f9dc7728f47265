import { describe, expect, it } from 'vitest'
import { typeOf } from '@/lib/modules/terms/model-catalogue'
import type { TermValue } from '@/lib/modules/terms/model-values'
import { typedOf } from '@/lib/modules/terms/rules-agreed'
import { valueFrom } from '@/lib/modules/terms/rules-values'

function termOf(code: string, said: string | boolean, stands?: TermValue) {
  const type = typeOf(code)
  if (!type) throw new Error(code)
  const typed = typedOf(type, said, stands)
  return typed && valueFrom(type, typed)
}

describe('what was settled, as a term', () => {
  it('counts days by the rule that stands, months where they are whole, else from the invoice', () => {
    expect(termOf('paymentDays', '60')).toEqual({ kind: 'payment', rule: 'net', count: '60' })
    const days = { kind: 'payment', rule: 'closingDays', count: '45' } as const
    expect(termOf('paymentDays', '60.0', days)).toEqual({ kind: 'payment', rule: 'closingDays', count: '60' })
    const months = { kind: 'payment', rule: 'closingMonths', count: '1' } as const
    expect(termOf('paymentDays', '60', months)).toEqual({ kind: 'payment', rule: 'closingMonths', count: '2' })
    expect(termOf('paymentDays', '45', months)).toEqual({ kind: 'payment', rule: 'net', count: '45' })
  })

  it('means a small percent as it was said, and keeps what the talk did not speak of', () => {
    expect(termOf('annualRebate', '0.5')).toEqual({ kind: 'percent', number: '0.5' })
    const fee = { kind: 'each', number: '3000', times: '12' } as const
    expect(termOf('displayFee', '2500', fee)).toEqual({ kind: 'each', number: '2500', times: '12' })
    const cash = { kind: 'cashDiscount', pct: '2', days: '10' } as const
    expect(termOf('cashDiscount', '1', cash)).toEqual({ kind: 'cashDiscount', pct: '1', days: '10' })
  })

  it('takes words and yes or no', () => {
    expect(termOf('returnTerms', '效期前 60 天可退')).toEqual({ kind: 'text', text: '效期前 60 天可退' })
    expect(termOf('exclusivity', true)).toEqual({ kind: 'yesNo', yes: true })
  })

  it('is no term where the kinds do not fit', () => {
    expect(termOf('paymentDays', '四十五天')).toBeNull()
    expect(termOf('paymentDays', '45.5')).toBeNull()
    expect(termOf('annualRebate', true)).toBeNull()
    expect(termOf('exclusivity', '是')).toBeNull()
    expect(termOf('tieredRebate', '3')).toBeNull()
  })
})
