import { describe, expect, it } from 'vitest'
import { isForeignLaw, newSuggestions, suggestionsOf, type TriggerFacts } from '@/lib/modules/agreements/rules-triggers'

const clause = (key: string, body: string, tags: readonly string[] = []) => ({ key, heading: '條款', body, tags })
const plain: TriggerFacts = {
  clauses: [clause('payment', '每月 25 日結帳。', ['payment'])],
  governingLaw: '中華民國法律',
  months: 12,
  openEnd: false,
}
const said = (facts: Partial<TriggerFacts>) =>
  suggestionsOf({ ...plain, ...facts }).map(
    ({ trigger, clauseKey, discipline, blocking, found }) =>
      `${trigger} ${clauseKey} ${discipline} ${blocking ? 'blocking' : 'open'} ${found}`,
  )

describe('when an expert is suggested', () => {
  it('is not for an ordinary agreement', () => {
    expect(said({})).toEqual([])
  })

  it.each([
    ['exclusivity', '僅向甲方供應', 'exclusivity x legal blocking tag'],
    ['liability', '以合約總額為限', 'liability x legal blocking tag'],
    ['intellectualProperty', '設計歸甲方', 'intellectualProperty x legal blocking tag'],
    ['personalData', '會員名單', 'personalData x legal blocking tag'],
    ['onSiteWork', '補貨人員', 'onSiteWork x quality open tag'],
  ])('the tag %s suggests it', (tag, body, line) => {
    expect(said({ clauses: [clause('x', body, [tag])] })).toEqual([line])
  })

  it.each([
    ['乙方為甲方之獨家供應商', 'exclusivity'],
    ['The supplier is the EXCLUSIVE source', 'exclusivity'],
    ['乙方應負連帶責任', 'liability'],
    ['Supplier shall indemnify the buyer', 'liability'],
    ['商標使用須經同意', 'intellectualProperty'],
    ['蒐集之個人資料', 'personalData'],
    ['乙方人員駐點理貨', 'onSiteWork'],
  ])('and so do the words 「%s」', (body, trigger) => {
    expect(said({ clauses: [clause('x', body)] })).toEqual([expect.stringContaining(`${trigger} x `)])
    expect(said({ clauses: [clause('x', body)] })[0]).toContain('words')
  })

  it.each([
    [{ governingLaw: '日本法' }, 'foreignLaw null legal blocking facts'],
    [{ months: 37 }, 'longTerm null director open facts'],
    [{ months: null, openEnd: true }, 'longTerm null director open facts'],
  ])('%o suggests %s', (facts, line) => {
    expect(said(facts)).toEqual([line])
  })

  it('three years, an unset limit and a penalty that equals it suggest nothing', () => {
    const clauses = [clause('x', '違約金為缺交金額之 10.0%。', ['penalty'])]
    expect(said({ months: 36, clauses })).toEqual([])
    const unset = { longTermMonths: null, penaltyOverPct: null }
    const severe = [clause('x', '違約金 99%', ['penalty'])]
    expect(suggestionsOf({ ...plain, months: 120, clauses: severe }, unset)).toEqual([])
  })

  it.each([
    ['缺交金額 10.01% 之違約金', []],
    ['遲交者，按未交金額１５％計罰款', []],
    ['違約金為總價百分之十二', []],
    ['按總價百分之二十五處以懲罰性賠償', []],
    ['違約金為總價百分之百', []],
    ['Liquidated damages of 12 percent of the order', []],
    ['A penalty of up to 10.5 % applies', []],
    ['缺交金額之 20%', ['penalty']],
  ])('a penalty above ten percent suggests finance: 「%s」', (body, tags) => {
    expect(said({ clauses: [clause('x', '違約金 3%', ['penalty']), clause('y', body, tags)] })).toEqual([
      'highPenalty y finance open words',
    ])
  })

  it('a percentage of something else does not, nor does a penalty without one', () => {
    expect(said({ clauses: [clause('x', '年度折扣 15%'), clause('y', '違約金另議')] })).toEqual([])
    expect(said({ clauses: [clause('x', '違約金為百分之十'), clause('y', '罰款百分之九')] })).toEqual([])
    const filled = { ...clause('x', '缺貨罰款'), value: '12%' }
    expect(said({ clauses: [filled] })).toEqual(['highPenalty x finance open words'])
  })

  it('suggests each only once for a clause', () => {
    const suggestions = suggestionsOf({
      ...plain,
      governingLaw: '日本',
      clauses: [clause('x', '獨家'), clause('y', '獨家')],
    })
    expect(suggestions).toHaveLength(3)
    const existing = [
      { trigger: 'exclusivity', clauseKey: 'x' },
      { trigger: 'foreignLaw', clauseKey: '' },
    ]
    expect(newSuggestions(suggestions, existing).map(({ clauseKey }) => clauseKey)).toEqual(['y'])
  })
})

describe('foreign law', () => {
  it.each([
    ['中華民國', false],
    ['臺灣', false],
    ['台灣法律', false],
    ['Laws of Taiwan (R.O.C.)', false],
    ['Republic of China', false],
    ['ＴＡＩＷＡＮ', false],
    [null, false],
    ['  ', false],
    ['中華人民共和國', true],
    ["People's Republic of China", true],
    ['日本', true],
    ['England and Wales', true],
  ])('%s: %s', (law, foreign) => {
    expect(isForeignLaw(law)).toBe(foreign)
  })
})
