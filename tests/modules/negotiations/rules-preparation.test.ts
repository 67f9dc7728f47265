import { describe, expect, it } from 'vitest'
import { checkpoints, handPoints } from '@/lib/modules/negotiations/model-preparation'
import { checklistOf, conductLacks, movedBy, type PreparationFacts } from '@/lib/modules/negotiations/rules-preparation'

const nothing: PreparationFacts = {
  issues: 0,
  unvalued: 0,
  interests: { us: 0, them: 0 },
  evidence: 0,
  questions: 0,
  alternatives: 0,
  conductConfirmed: false,
  etiquette: false,
  ticked: [],
}
const everything: PreparationFacts = {
  issues: 3,
  unvalued: 0,
  interests: { us: 1, them: 2 },
  evidence: 1,
  questions: 1,
  alternatives: 1,
  conductConfirmed: true,
  etiquette: true,
  ticked: handPoints,
}

describe('the checklist of a preparation', () => {
  it('lacks every technique of note 2 at first', () => {
    expect(checklistOf(nothing).missing).toEqual(checkpoints)
    expect(checklistOf(nothing).complete).toBe(false)
  })

  it('is complete when everything is on record and ticked off', () => {
    expect(checklistOf(everything)).toMatchObject({ complete: true, missing: [] })
  })

  it.each([
    ['targets', { unvalued: 1 }],
    ['targets', { issues: 0 }],
    ['needs', { interests: { us: 1, them: 0 } }],
    ['evidence', { evidence: 0 }],
    ['questions', { questions: 0 }],
    ['options', { alternatives: 0 }],
    ['language', { conductConfirmed: false }],
    ['culture', { etiquette: false }],
    ['bargaining', { ticked: ['indicators', 'nonverbal', 'confirming'] }],
  ])('says that %s is missing', (point, facts) => {
    expect(checklistOf({ ...everything, ...facts }).missing).toContain(point)
  })

  it('takes no word by hand for what the product sees by itself', () => {
    expect(checklistOf({ ...everything, evidence: 0, ticked: checkpoints }).missing).toEqual(['evidence'])
  })
})

describe('language and counterpart', () => {
  it('are both needed before they are confirmed', () => {
    expect(conductLacks({ language: null, counterparts: 0 })).toEqual(['language', 'counterparts'])
    expect(conductLacks({ language: 'zh-TW', counterparts: 0 })).toEqual(['counterparts'])
    expect(conductLacks({ language: 'zh-TW', counterparts: 1 })).toEqual([])
  })
})

describe('an ordered thing', () => {
  it('moves by one place and no further than the end', () => {
    expect(movedBy(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c'])
    expect(movedBy(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b'])
    expect(movedBy(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c'])
    expect(movedBy(['a', 'b', 'c'], 'c', 'down')).toEqual(['a', 'b', 'c'])
    expect(movedBy(['a', 'b'], 'x', 'up')).toEqual(['a', 'b'])
  })
})
