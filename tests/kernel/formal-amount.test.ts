import { describe, expect, it } from 'vitest'
import { formatRocDay } from '@/lib/kernel/day-roc'
import { formalAmount } from '@/lib/kernel/formal-amount'

describe('amounts and days as contracts write them (L01)', () => {
  it.each([
    ['0', '新臺幣零元整'],
    ['10', '新臺幣壹拾元整'],
    ['10050', '新臺幣壹萬零伍拾元整'],
    ['1200000', '新臺幣壹佰貳拾萬元整'],
    ['20304005', '新臺幣貳仟零參拾萬肆仟零伍元整'],
    ['100000000', '新臺幣壹億元整'],
    ['300040000', '新臺幣參億零肆萬元整'],
    ['1000010', '新臺幣壹佰萬零壹拾元整'],
    ['98765', '新臺幣玖萬捌仟柒佰陸拾伍元整'],
  ])('%s is %s', (amount, written) => {
    expect(formalAmount(amount)).toBe(written)
  })

  it.each([
    ['100000005', '新臺幣壹億零伍元整'],
    ['1000050000000', '新臺幣壹兆零伍仟萬元整'],
    ['100001000', '新臺幣壹億零壹仟元整'],
    ['1234.5', '新臺幣壹仟貳佰參拾伍元整'],
    ['-500', '負新臺幣伍佰元整'],
    ['9999999999999999', '新臺幣玖仟玖佰玖拾玖兆玖仟玖佰玖拾玖億玖仟玖佰玖拾玖萬玖仟玖佰玖拾玖元整'],
  ])('%s is %s, with one 零 for each gap', (amount, written) => {
    expect(formalAmount(amount)).toBe(written)
  })

  it('refuses what has no such form', () => {
    expect(() => formalAmount('10000000000000000')).toThrow(RangeError)
  })

  it.each([
    ['2026-01-01', '民國115年1月1日'],
    ['1912-01-01', '民國1年1月1日'],
    ['2011-12-31', '民國100年12月31日'],
  ])('%s is %s', (day, written) => {
    expect(formatRocDay(day)).toBe(written)
  })
})
