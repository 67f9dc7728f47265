import { describe, expect, test } from 'vitest'
import {
  businessNumberAddsUp,
  checkBusinessNumber,
  isBusinessNumber,
  normaliseBusinessNumber,
} from '@/lib/kernel/business-number'

describe('統一編號', () => {
  test('follows the rule in force since 2023-04-01 (U01)', () => {
    const numbers = ['22099131', '04595257', '22099132', '2209913', '10458575', '12345675', '22099136', '00000000']
    expect(numbers.map(businessNumberAddsUp)).toEqual([true, true, false, false, true, true, true, true])
    expect(isBusinessNumber('16446274')).toBe(true)
    expect(isBusinessNumber('12345678')).toBe(false)
  })

  test('eight zeros pass the arithmetic and are refused all the same', () => {
    expect(checkBusinessNumber('00000000')).toEqual({ number: null, problem: 'zeros' })
  })

  test('is stored in plain digits however it was typed', () => {
    expect(checkBusinessNumber('２２０９９１３１')).toEqual({ number: '22099131', problem: null })
    expect(normaliseBusinessNumber(' 2209-9131 ')).toBe('22099131')
  })

  test('says what is wrong', () => {
    expect(checkBusinessNumber('2209913').problem).toBe('length')
    expect(checkBusinessNumber('22099132').problem).toBe('checksum')
    expect(checkBusinessNumber('台積電').problem).toBe('length')
    expect(checkBusinessNumber('1'.repeat(3_000_000)).problem).toBe('length')
  })
})
