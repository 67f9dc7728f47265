import { describe, expect, it } from 'vitest'
import { kpiAnnexes, kpiVariables } from '@/lib/modules/agreements/rules-annex'

const otif = {
  ...{ name: '準時足量交付率', englishName: 'On time in full', unit: 'percent', direction: 'higher', party: 'us' },
  ...{ definition: '在約定交期內送達。', numerator: '準時足量行數', denominator: '總行數', frequency: 'month' },
  ...{ startsOn: '2026-01-01', cumulative: false, weight: '3', consequence: 'penalty', consequenceNote: null },
  targets: [
    { target: '95', amber: '90', zero: '80' },
    { target: '0', amber: '-1', zero: '-2', fromDay: '2026-02-01', toDay: '2026-02-28' },
  ],
}

describe('the annex of KPIs', () => {
  it('says every target with its limits and what it means, a target of 0 too', () => {
    const [annex] = kpiAnnexes([{ key: 'OTIF us', content: otif }], 'zh-TW')
    const said = JSON.stringify(annex)
    for (const each of ['95% 以上', '90%；80%', '0% 以上', '準時足量行數 ÷ 總行數', '罰則', '2026'])
      expect(said).toContain(each)
    expect(JSON.stringify(kpiAnnexes([{ key: 'OTIF us', content: otif }], 'en'))).toContain('On time in full')
  })

  it('says what follows in money where an amount was agreed', () => {
    const credit = { monthlyFee: '120000', cap: '25', tiers: [{ from: '90', pct: '10' }] }
    const said = (language: 'zh-TW' | 'en') =>
      JSON.stringify(kpiAnnexes([{ key: 'OTIF us', content: { ...otif, credit } }], language))
    expect(said('zh-TW')).toContain('每期費用 120,000，上限 25%：達 90% 者 10%')
    expect(said('en')).toContain('of a fee of 120,000 each period, at most 25%: from 90%: 10%')
  })

  it('says that a KPI ends where a version ends it, and is not there without KPIs', () => {
    const ended = { ...otif, targets: [{ target: null, amber: null, zero: null }] }
    expect(JSON.stringify(kpiAnnexes([{ key: 'OTIF us', content: ended }], 'zh-TW'))).toContain('終止')
    expect(kpiAnnexes([], 'zh-TW')).toEqual([])
  })
})

describe('the variables of KPIs', () => {
  const coded = { ...otif, code: 'OTIF' }

  it('say the name, the target and how often it is measured, in the language of the paper', () => {
    const monthly = { ...coded, targets: [{ target: '95', amber: '90', zero: '80' }] }
    expect(kpiVariables([{ content: monthly }], 'zh-TW')).toEqual({
      OTIF: '準時足量交付率：95% 以上（每月）',
      'OTIF.name': '準時足量交付率',
      'OTIF.target': '95% 以上',
      'OTIF.frequency': '每月',
    })
    expect(kpiVariables([{ content: monthly }], 'en')).toMatchObject({
      OTIF: 'On time in full: 95% or more (monthly)',
    })
  })

  it('say both where both sides promise the same, a target of 0 too, and nothing of one that has ended', () => {
    const theirs = { ...coded, party: 'them', targets: [{ target: '0', amber: '-1', zero: '-2' }] }
    const ours = { ...coded, targets: [{ target: '95', amber: '90', zero: '80' }] }
    const ended = { ...coded, code: 'PAY', targets: [{ target: null, amber: null, zero: null }] }
    const said = kpiVariables([{ content: ours }, { content: theirs }, { content: ended }], 'zh-TW')
    expect(said['OTIF.target']).toBe('95% 以上；0% 以上')
    expect(said['OTIF.name']).toBe('準時足量交付率')
    expect(Object.keys(said).filter((name) => name.startsWith('PAY'))).toEqual([])
  })
})
