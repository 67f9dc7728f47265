import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgreementAspect,
  agreementAspects,
  clauseTags,
  type ReadClause,
} from '@/lib/modules/agreements/model-values'
import {
  aspectsOfClause,
  aspectsOfTermCode,
  touchedAspects,
  type VersionContent,
} from '@/lib/modules/agreements/rules-aspects'
import { termCodes } from '@/lib/modules/terms/model-catalogue'

const clause = (key: string, aspect: AgreementAspect, tags: readonly string[] = []): ReadClause => ({
  key,
  heading: key,
  body: `${key} 條文`,
  aspect,
  tags,
  issueKey: null,
  value: null,
})
const content: VersionContent = {
  clauses: [
    clause('payment', 'credit', ['payment']),
    clause('quality', 'quality', ['quality']),
    clause('data', 'data', ['personalData']),
    clause('delivery', 'supply', ['delivery']),
  ],
  terms: { paymentDays: { kind: 'payment', count: '60' }, shelfLife: { kind: 'text', text: '三分之二' } },
  kpis: { OTIF: { aspect: 'supply', content: { target: '95' } } },
  parties: { theirName: '大安食品', theirBusinessNumber: '04595257' },
  days: { startsOn: '2026-01-01', months: 12 },
  yearlyValue: '12000000',
  currency: 'TWD',
  governingLaw: '中華民國',
}
const edited = (key: string, body: string): VersionContent => ({
  ...content,
  clauses: content.clauses.map((each) => (each.key === key ? { ...each, body } : each)),
})

describe('the aspects that an edit touches', () => {
  it('editing the payment clause or term voids credit and price, and leaves quality', () => {
    expect(touchedAspects(content, edited('payment', '75 日'))).toEqual(['price', 'credit'])
    const term = { ...content, terms: { ...content.terms, paymentDays: { kind: 'payment', count: '75' } } }
    expect(touchedAspects(content, term)).toEqual(['price', 'credit'])
  })

  it.each<[string, VersionContent, AgreementAspect[]]>([
    ['nothing', content, []],
    ['the order of clauses', { ...content, clauses: [...content.clauses].reverse() }, []],
    [
      'the order of fields',
      {
        ...content,
        terms: { shelfLife: { text: '三分之二', kind: 'text' }, paymentDays: { count: '60', kind: 'payment' } },
      },
      [],
    ],
    ['a clause on data', edited('data', '不得'), ['legal', 'data']],
    [
      'a clause that went',
      { ...content, clauses: content.clauses.filter(({ key }) => key !== 'quality') },
      ['quality'],
    ],
    ['a new clause', { ...content, clauses: [...content.clauses, clause('dm', 'marketing')] }, ['marketing']],
    [
      'a clause that is about something else now',
      {
        ...content,
        clauses: content.clauses.map((each) => (each.key === 'delivery' ? clause('delivery', 'marketing') : each)),
      },
      ['supply', 'marketing'],
    ],
    [
      'the target of a KPI',
      { ...content, kpis: { OTIF: { aspect: 'supply', content: { target: '96' } } } },
      ['supply'],
    ],
    [
      'a term that was dropped',
      { ...content, terms: { paymentDays: content.terms.paymentDays } },
      ['supply', 'quality'],
    ],
    ['their name', { ...content, parties: { ...content.parties, theirName: '大安' } }, ['legal']],
    ['the last day', { ...content, days: { ...content.days, months: 24 } }, ['legal']],
    ['the value', { ...content, yearlyValue: '13000000' }, ['price', 'credit']],
    ['the law', { ...content, governingLaw: '日本' }, ['legal']],
  ])('%s', (_, after, aspects) => {
    expect(touchedAspects(content, after)).toEqual(aspects)
    expect(touchedAspects(after, content)).toEqual(aspects)
  })

  it('are exactly those of the clauses that changed, whichever they are', () => {
    const anyClauses = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...'abcdef'),
        aspect: fc.constantFrom(...agreementAspects),
        tags: fc.subarray([...clauseTags], { maxLength: 2 }),
      }),
      { selector: ({ key }) => key },
    )
    fc.assert(
      fc.property(anyClauses, fc.subarray([...'abcdef']), (clauses, changed) => {
        const read = clauses.map(({ key, aspect, tags }) => clause(key, aspect, tags))
        const after = read.map((each) => (changed.includes(each.key) ? { ...each, body: '改' } : each))
        const touched = touchedAspects({ ...content, clauses: read }, { ...content, clauses: after })
        const expected = new Set(read.filter(({ key }) => changed.includes(key)).flatMap(aspectsOfClause))
        expect(touched).toEqual(agreementAspects.filter((aspect) => expected.has(aspect)))
      }),
    )
  })
})

describe('every tag and every term', () => {
  it('concerns at least one aspect', () => {
    for (const code of termCodes) expect(aspectsOfTermCode(code).length).toBeGreaterThan(0)
    for (const tag of clauseTags) expect(aspectsOfClause({ aspect: 'legal', tags: [tag] }).length).toBeGreaterThan(0)
    expect(aspectsOfClause({ aspect: 'price', tags: ['somethingElse'] })).toEqual(['price', 'legal'])
    expect(aspectsOfTermCode('somethingElse')).toEqual(['price', 'legal'])
  })
})
