import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { locales } from '@/lib/kernel/messages'
import { groupThousands } from '@/lib/kernel/money'
import { kpiCodes, kpiTypeOf, kpiTypes } from '@/lib/modules/kpis/model-catalogue'
import { kpiWords } from '@/lib/modules/kpis/model-catalogue-words'
import { ratioOf } from '@/lib/modules/kpis/rules-aggregate'

describe('the library of KPIs', () => {
  it('has each code once, and words for each and for no other', () => {
    expect(kpiCodes).toHaveLength(30)
    expect(new Set(kpiCodes).size).toBe(30)
    expect(Object.keys(kpiWords).sort()).toEqual([...kpiCodes].sort())
    expect(kpiTypeOf('OTIF')?.direction).toBe('higher')
    expect(kpiTypeOf('FOO')).toBeNull()
  })

  it.each(kpiTypes)('$code says in both languages what it is, what is left out, and who measures it', (type) => {
    for (const locale of locales) {
      const words = kpiWords[type.code]?.[locale]
      if (!words) throw new Error('no words')
      const { counts, of, ...always } = words
      for (const text of Object.values(always)) expect(text.trim().length).toBeGreaterThan(1)
      expect((counts === null) === (of === null)).toBe(true)
      expect((counts !== null) === 'numerator' in type.sample).toBe(true)
      if (type.aggregation === 'ratio') expect(counts).not.toBeNull()
      expect(/[\u4e00-\u9fff]/.test(Object.values(always).join('')) === (locale === 'zh-TW')).toBe(true)
    }
  })

  it.each(kpiTypes)('$code calculates its sample as it says', ({ code, sample, unit, decimals }) => {
    for (const locale of locales) expect(kpiWords[code]?.[locale].sample).toContain(groupThousands(sample.value))
    if (!('numerator' in sample)) return
    const value = ratioOf(sample.numerator, sample.denominator, unit)
    expect(
      exact(value ?? Number.NaN)
        .toDecimalPlaces(decimals)
        .toFixed(),
    ).toBe(sample.value)
    for (const locale of locales)
      for (const text of [sample.numerator, sample.denominator])
        expect(kpiWords[code]?.[locale].sample).toContain(
          `${text.startsWith('-') ? '-' : ''}${groupThousands(text.replace('-', ''))}`,
        )
  })
})
