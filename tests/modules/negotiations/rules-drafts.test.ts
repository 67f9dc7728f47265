import { describe, expect, it } from 'vitest'
import { Refusal } from '@/lib/kernel/refusal'
import type { OfferState } from '@/lib/modules/negotiations/model-states'
import { besideEachIssue, placeWhenSaid } from '@/lib/modules/negotiations/rules-drafts'

const placed = (no: number, side: 'us' | 'them', round: number, state: OfferState) => ({ no, side, round, state })

describe('the place of a draft that is said', () => {
  const draft = placed(2, 'us', 1, 'internalCheck')
  const first = placed(1, 'them', 1, 'countered')
  it('stays its own while nothing was said after it was written', () => {
    const others = [placed(3, 'us', 2, 'draft'), placed(4, 'us', 2, 'withdrawn')]
    expect(placeWhenSaid(draft, [first, draft, ...others])).toEqual({ no: 2, round: 1 })
  })
  it('is after whatever was said since, in a round in which its side has not spoken', () => {
    const theirs = placed(3, 'them', 2, 'received')
    expect(placeWhenSaid(draft, [first, draft, theirs])).toEqual({ no: 4, round: 2 })
    const ours = placed(4, 'us', 2, 'sent')
    expect(placeWhenSaid(draft, [first, draft, theirs, ours])).toEqual({ no: 5, round: 3 })
  })
  it('takes no number that another draft has', () => {
    const others = [placed(3, 'them', 1, 'received'), placed(7, 'us', 2, 'draft')]
    expect(placeWhenSaid(draft, [first, draft, ...others])).toEqual({ no: 8, round: 1 })
  })
})

describe('a draft that somebody else changed first', () => {
  const issues = ['price', 'days', 'note'].map((key) => ({ key, kind: 'numeric' as const, unit: null, options: [] }))
  const both = { now: { price: '98', days: '45' }, typed: { price: '98', note: '1' }, version: 3 }
  const words = { yes: '是', no: '否' }
  const fieldsOf = (refusal: unknown) => (refusal instanceof Refusal ? refusal.fieldSentences('zh-TW') : null)
  const clash = (fields: Refusal['fields']) => new Refusal('changedMeanwhile', { version: 3 }, fields)
  it('says beside each issue that differs what it says now, and keeps what is said of its terms', () => {
    const code = 'changedTo'
    const refused = clash({ values: { code, params: { theirs: '[]' } }, note: { code, params: { theirs: '急件' } } })
    expect(fieldsOf(besideEachIssue(refused, both, issues, words))).toEqual({
      note: '已被改為「急件」。',
      'values.days': '同仁剛記錄的是「45」。',
      'values.note': '同仁剛記錄的是「—」。',
    })
  })
  it('says nothing of issues when only its terms clash, and nothing of any other refusal', () => {
    const refused = clash({ note: { code: 'changedTo', params: { theirs: '急件' } } })
    expect(fieldsOf(besideEachIssue(refused, both, issues, words))).toEqual({ note: '已被改為「急件」。' })
    const other = new Refusal('notFound')
    expect(besideEachIssue(other, both, issues, words)).toBe(other)
  })
})
