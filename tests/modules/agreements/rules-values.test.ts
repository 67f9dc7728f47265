import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountInWords,
  dayInWords,
  fillText,
  mismatchesOf,
  type PaperFacts,
  sameValue,
  variablesOf,
  withVariables,
} from '@/lib/modules/agreements/rules-values'

const facts: PaperFacts = {
  texts: { theirName: '大安食品股份有限公司', theirBusinessNumber: '04595257', ourName: null, venue: ' ' },
  days: { startsOn: '2026-01-01', endsOn: null },
  yearlyValue: '1200000',
  currency: 'TWD',
  terms: { paymentDays: '月結 60 天' },
  kpis: { OTIF: '95 %' },
}

describe('L01: how a contract writes amounts and days', () => {
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
  ])('%s is %s', (amount, words) => {
    expect(amountInWords(amount, 'TWD', 'zh-TW')).toBe(words)
  })

  it.each([
    ['2026-01-01', '民國115年1月1日'],
    ['1912-01-01', '民國1年1月1日'],
    ['2011-12-31', '民國100年12月31日'],
  ])('%s is %s', (day, words) => {
    expect(dayInWords(day, 'zh-TW')).toBe(words)
  })

  it('in English, in other currencies and beyond sixteen digits with digits', () => {
    expect(amountInWords('1200000', 'TWD', 'en')).toBe('NT$1,200,000')
    expect(amountInWords('1200', 'USD', 'zh-TW')).toBe('US$1,200.00')
    expect(amountInWords('10000000000000000', 'TWD', 'zh-TW')).toBe('NT$10,000,000,000,000,000')
    expect(dayInWords('2026-01-01', 'en')).toBe('January 1, 2026')
  })
})

describe('the variables of a clause', () => {
  it('are filled from the facts, and what is missing is named once', () => {
    const template =
      '{{ theirName }}（{{theirBusinessNumber}}）自{{startsOn}}起至{{endsOn}}止，{{term.paymentDays}}，{{kpi.OTIF}}，{{yearlyValueFormal}}；{{ourName}}{{venue}}{{venue}}{{term.shelfLife}}{{tehirName}}'
    const { text, unknown, unfilled } = fillText(template, variablesOf(facts, 'zh-TW'))
    expect(text).toBe(
      '大安食品股份有限公司（04595257）自民國115年1月1日起至{{endsOn}}止，月結 60 天，95 %，新臺幣壹佰貳拾萬元整；{{ourName}}{{venue}}{{venue}}{{term.shelfLife}}{{tehirName}}',
    )
    expect(unfilled).toEqual(['endsOn', 'ourName', 'venue', 'term.shelfLife'])
    expect(unknown).toEqual(['tehirName'])
  })

  it('are named for reading, the rest of the text as it is', () => {
    const text = '額度{{term.creditLimit}}、{{ venue }}。{venue}'
    expect(withVariables(text, (name) => `〔${name} $&〕`)).toBe('額度〔term.creditLimit $&〕、〔venue $&〕。{venue}')
  })

  it('says the same in English', () => {
    expect(fillText('From {{startsOn}}: {{yearlyValueFormal}}', variablesOf(facts, 'en')).text).toBe(
      'From January 1, 2026: NT$1,200,000',
    )
  })

  it('never reads what was filled in for variables, nor as a pattern', () => {
    const odd = variablesOf({ ...facts, texts: { theirName: '{{ourName}} $& $1' } }, 'zh-TW')
    expect(fillText('{{theirName}}', odd)).toEqual({ text: '{{ourName}} $& $1', unknown: [], unfilled: [] })
  })

  it('a text without variables stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('{{')),
        (text) => {
          expect(fillText(text, variablesOf(facts, 'zh-TW'))).toEqual({ text, unknown: [], unfilled: [] })
        },
      ),
    )
  })
})

describe('whether two values are the same', () => {
  it.each<[string | boolean, string | boolean, boolean]>([
    ['2', '2.0', true],
    ['２', '2.00', true],
    ['1,000', '1000', true],
    ['NT$1,000', '1000', true],
    ['75', '60', false],
    ['75 days', '60', false],
    ['60 天', '60', true],
    ['60 天', '60 個月', false],
    ['3％', '3 %', true],
    ['3%', '0.03', false],
    ['-1', '1', false],
    ['100000000000000000001', '100000000000000000002', false],
    [true, '是', true],
    [true, 'yes', true],
    [false, '是', false],
    ['否', false, true],
    ['三分之二', ' 三分之 二', true],
    ['三分之二', '二分之一', false],
    ['0', '', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same)
    expect(sameValue(b, a)).toBe(same)
  })
})

describe('the paper beside what was agreed', () => {
  it('names each difference with both values, and the points that no clause takes up', () => {
    const clauses = [
      { key: 'rebate', issueKey: 'rebate', value: '3' },
      { key: 'payment', issueKey: 'paymentDays', value: '60.0 天' },
      { key: 'returns', issueKey: 'returns', value: '  ' },
      { key: 'free', issueKey: null, value: '9' },
      { key: 'open', issueKey: 'openPoint', value: '1' },
      { key: 'other', issueKey: 'neverNegotiated', value: '1' },
    ]
    const agreed = { rebate: '2', paymentDays: '60', returns: '可退', exclusive: false, openPoint: null }
    expect(mismatchesOf(clauses, agreed)).toEqual([
      { kind: 'different', clauseKey: 'rebate', issueKey: 'rebate', clause: '3', negotiated: '2' },
      { kind: 'notSaid', clauseKey: 'returns', issueKey: 'returns', clause: null, negotiated: '可退' },
      { kind: 'notWritten', clauseKey: null, issueKey: 'exclusive', clause: null, negotiated: false },
    ])
  })
})
