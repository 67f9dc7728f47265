import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviationOf, saysTheSame } from '@/lib/modules/agreements/rules-deviations'

const library = [
  { standard: '甲方應於每月 25 日結帳，並於 60 日內付款。', fallback: '甲方應於月底結帳，並於 75 日內付款。' },
  { standard: 'Statements close on the 25th; payment is due within 60 days.', fallback: null },
]

describe('a clause beside its library', () => {
  it.each([
    ['甲方應於每月 25 日結帳，並於 60 日內付款。', 'none'],
    ['甲方應於每月25日結帳,並於６０日內付款', 'none'],
    ['statements close on the 25th;\n payment is due within 60 days', 'none'],
    ['甲方應於月底結帳並於75日內付款。', 'minor'],
    ['甲方應於每月 25 日結帳，並於 75 日內付款。', 'material'],
    ['甲方應於每月 25 日結帳，並於 6 0 日內付款。', 'material'],
    ['', 'material'],
  ])('%s is %s', (body, deviation) => {
    expect(deviationOf(body, library)).toBe(deviation)
  })

  it('without a library is our own invention', () => {
    expect(deviationOf('任何條文', [])).toBe('material')
  })
})

describe('what changes the sense is never taken for punctuation', () => {
  it.each([
    ['1.5%', '15%', false],
    ['1.5%', '1、5%', false],
    ['3–5 日', '35 日', false],
    ['1,000 箱', '1000箱', true],
    ['1,00 箱', '100 箱', false],
    ['5%', '5', false],
    ['5%', '5‰', false],
    ['≥ 95%', '≤ 95%', false],
    ['「獨家」供應', '獨家供應', true],
    ['NT$100', 'US$100', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(saysTheSame(a, b)).toBe(same)
  })

  it('spaces between words and full stops make no difference, one more word does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('甲方', '付款', '60', '%', '1.5', 'days', '不'), { minLength: 1 }),
        (words) => {
          expect(saysTheSame(words.join('，'), words.join(' \n'))).toBe(true)
          expect(saysTheSame(words.join(' '), [...words, '不'].join(' '))).toBe(false)
        },
      ),
    )
  })
})
