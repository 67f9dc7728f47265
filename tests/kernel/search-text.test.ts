import { describe, expect, test } from 'vitest'
import { grams, normaliseForSearch } from '@/lib/kernel/search-text'

describe('text for search', () => {
  test.each([
    ['臺灣大哥大', '台灣大哥大'],
    ['ＡＢＣ　１２３', 'abc 123'],
    ['Taquería  Cárdenas', 'taqueria cardenas'],
    ['Königlich Essen', 'koniglich essen'],
    ['Folk och fä HB', 'folk och fa hb'],
    ['Straße', 'strasse'],
    ['Æblegård', 'aeblegard'],
    ['プロジェクト', 'プロジェクト'],
    ['㈱大安', '(株)大安'],
  ])('%s → %s', (typed, expected) => {
    expect(normaliseForSearch(typed)).toBe(expected)
  })

  test('a search in either spelling meets the stored form', () => {
    expect(normaliseForSearch('Antonio Moreno Taquería')).toContain(normaliseForSearch('taqueria'))
    expect(normaliseForSearch('臺積電')).toBe(normaliseForSearch('台積電'))
  })

  test('Chinese is found by one and by two characters, Latin by the beginning of a word', () => {
    expect(grams('臺積電')).toEqual(
      ['台', '台積', '積', '積電', '電'].sort(byPlace(['台', '積', '台積', '電', '積電'])),
    )
    expect(grams('Alfreds Futterkiste')).toEqual(['a', 'al', 'f', 'fu'])
    expect(new Set(grams('Q1交期 Taquería'))).toEqual(new Set(['q', 'q1', '交', '期', '交期', 't', 'ta']))
    expect(grams('大安大安')).toEqual(['大', '安', '大安', '安大'])
    expect(grams('  ，。 ')).toEqual([])
  })

  test('characters outside the basic plane stay whole', () => {
    expect(grams('𠮷野')).toEqual(['𠮷', '野', '𠮷野'])
  })

  test('a very long text comes back', () => {
    expect(grams('客戶'.repeat(1_500_000))).toEqual(['客', '戶', '客戶', '戶客'])
  })
})

const byPlace = (order: string[]) => (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
