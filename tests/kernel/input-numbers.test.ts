import { expect, it } from 'vitest'
import { amount, currency, number, optionalPercent, percent } from '@/lib/kernel/input-numbers'

const said = (outcome: { success: boolean; error?: { issues: { message: string }[] } }) =>
  outcome.error?.issues.map(({ message }) => message)

it('reads numbers as people type them, exactly', () => {
  expect(amount.parse('１２,３４５.６７')).toBe('12345.67')
  expect(amount.parse('NT$1,200')).toBe('1200')
  expect(amount.parse('0.1000')).toBe('0.1')
  expect(percent.parse('3％')).toBe('3')
  expect(currency.parse('ｔｗｄ')).toBe('TWD')
})

it('keeps "not set" apart from 0', () => {
  expect(optionalPercent.parse('')).toBeNull()
  expect(optionalPercent.parse(undefined)).toBeNull()
  expect(optionalPercent.parse('0')).toBe('0')
  expect(amount.safeParse('').success).toBe(false)
})

it('refuses negative, overflowing and 30-digit amounts, and percentages beyond 100', () => {
  expect(said(amount.safeParse('-1'))).toEqual(['notNegative'])
  expect(said(amount.safeParse('123456789012345678901234567890'))).toEqual(['numberTooLarge'])
  expect(said(amount.safeParse('1.00001'))).toEqual(['tooManyDecimals'])
  expect(said(percent.safeParse('100.0001'))).toEqual(['numberTooLarge'])
  expect(said(amount.safeParse('abc'))).toEqual(['notANumber'])
  expect(said(number({ min: '-5' }).safeParse('-6'))).toEqual(['numberTooSmall'])
})
