import { describe, expect, it } from 'vitest'
import { confirmationState } from '@/lib/modules/confirmations/model'
import { nameKeyOf } from '@/lib/modules/contacts/model'
import {
  editedName,
  isSharedMailbox,
  keptName,
  mustBeNewPoint,
  readPoint,
  tellingPoints,
} from '@/lib/modules/contacts/rules'
import { mustBeAbleToReport, postsFirst } from '@/lib/modules/contacts/rules-affiliations'
import { coverageOfAccount, slotState } from '@/lib/modules/contacts/rules-slots'

const nobody = { displayName: null, familyName: null, givenName: null, englishName: null, honorific: null }
const refusalOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a name', () => {
  it('in one piece is split: family first in Chinese, last in Latin letters', () => {
    expect(keptName({ ...nobody, displayName: '歐陽小華' })).toMatchObject({ familyName: '歐陽', givenName: '小華' })
    expect(keptName({ ...nobody, displayName: 'Maria Anders' })).toMatchObject({
      familyName: 'Anders',
      givenName: 'Maria',
    })
  })

  it('in parts makes the name on screen', () => {
    expect(keptName({ ...nobody, familyName: '王', givenName: '大明' }).displayName).toBe('王大明')
    expect(keptName({ ...nobody, familyName: 'Anders', givenName: 'Maria' }).displayName).toBe('Maria Anders')
    expect(keptName({ ...nobody, englishName: 'Amy Chen' }).displayName).toBe('Amy Chen')
  })

  it('must be there', () => {
    expect(refusalOf(() => keptName(nobody))).toBe('contacts.nameMissing')
  })

  it('is split again when it is written anew in one piece, and kept when only another part changes', () => {
    const before = keptName({ ...nobody, displayName: '王大明' })
    expect(editedName(before, { displayName: '林怡君' })).toMatchObject({ familyName: '林', givenName: '怡君' })
    expect(editedName(before, { honorific: '經理' })).toMatchObject({ displayName: '王大明', honorific: '經理' })
    expect(editedName(before, {})).toBeNull()
    expect(refusalOf(() => editedName(before, { displayName: null, familyName: null, givenName: null }))).toBe(
      'contacts.nameMissing',
    )
  })

  it('meets its other spellings in one key', () => {
    expect(nameKeyOf('José  Ma-ría')).toBe(nameKeyOf('jose maria'))
    expect(nameKeyOf('王 大明')).toBe(nameKeyOf('王大明'))
  })
})

describe('a way to reach somebody', () => {
  it('is kept as typed with its comparable form', () => {
    expect(readPoint('phone', '02-2345-6789 分機 12', 'TW')).toEqual({
      value: '02-2345-6789 分機 12',
      normal: '+886223456789',
      extension: '12',
      checked: true,
    })
    expect(readPoint('email', ' Ann@Example.COM ', null)).toMatchObject({ normal: 'ann@example.com', checked: true })
    expect(readPoint('line', 'Daming_88', null)).toMatchObject({ normal: 'daming_88', checked: true })
  })

  it('is read in the custom of the account’s country', () => {
    expect(readPoint('phone', '030-0074321', 'Germany')).toMatchObject({ normal: '+49300074321' })
  })

  it('is never refused: what cannot be read stays, unchecked', () => {
    expect(readPoint('phone', '請打總機', 'TW')).toMatchObject({ value: '請打總機', normal: null, checked: false })
    expect(readPoint('email', 'ann at example', null)).toMatchObject({ checked: false })
    expect(readPoint('line', '王大明', null)).toMatchObject({ checked: false })
  })

  it('tells who somebody is only when it is theirs alone', () => {
    expect(['info@a.tw', 'sales2@a.tw', 'purchasing@a.tw'].every(isSharedMailbox)).toBe(true)
    expect(isSharedMailbox('ann@a.tw')).toBe(false)
    const points = [
      { kind: 'email', normal: 'sales@a.tw' },
      { kind: 'phone', normal: '+886223456789' },
      { kind: 'mobile', normal: '+886912345678' },
    ] as const
    expect(tellingPoints(points)).toEqual(['+886912345678'])
  })

  it('is kept once', () => {
    const known = [{ kind: 'mobile', value: '0912-345-678', normal: '+886912345678' }]
    const same = { kind: 'mobile', value: '0912345678', normal: '+886912345678' } as const
    expect(refusalOf(() => mustBeNewPoint(same, known))).toBe('contacts.pointKnown')
    expect(refusalOf(() => mustBeNewPoint({ ...same, normal: '+886912345679' }, known))).toBeNull()
  })
})

describe('reporting', () => {
  const colleagues = new Map([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
  ])
  it.each([
    ['a', 'a', 'contacts.reportsToSelf'],
    ['a', 'x', 'contacts.reportsElsewhere'],
    ['a', 'c', 'contacts.reportsInCircle'],
    ['c', 'a', null],
    ['c', null, null],
  ])('%s to %s', (person, superior, code) => {
    expect(refusalOf(() => mustBeAbleToReport(person, superior, colleagues))).toBe(code)
  })
})

it('posts come in the order in which they stand for the person', () => {
  const post = (id: string, main: boolean, fromDay: string | null, toDay: string | null) => ({
    id,
    main,
    fromDay,
    toDay,
  })
  const posts = [
    post('1', false, '2020-01-01', '2024-01-01'),
    post('2', false, '2025-01-01', null),
    post('3', true, '2024-01-01', null),
  ]
  expect(posts.toSorted(postsFirst).map((each) => each.id)).toEqual(['3', '2', '1'])
})

describe('coverage', () => {
  const claim = (slot: 'decisionMaker' | 'window' | 'quality', id: string) => ({
    id,
    slot,
    accountId: 'x',
    personId: 'p',
    valueHash: id,
  })
  const confirmation = (id: string, validUntil: string) => ({
    id,
    subjectId: id,
    valueHash: id,
    method: 'call' as const,
    confirmedBy: 'm',
    confirmedByName: '林怡君',
    withPersonId: null,
    evidenceId: null,
    note: null,
    confirmedOn: '2026-01-01',
    validUntil,
    voidedBecause: null,
  })

  it('is confirmed required roles of all required ones', () => {
    const claims = [claim('decisionMaker', '1'), claim('window', '2'), claim('quality', '3')]
    const confirmations = new Map(
      [confirmation('1', '2026-06-30'), confirmation('2', '2026-02-01'), confirmation('3', '2026-06-30')].map(
        (each) => [each.id, each],
      ),
    )
    const required = ['decisionMaker', 'window', 'finance'] as const
    expect(coverageOfAccount(required, claims, confirmations, '2026-03-01')).toEqual({
      required: 3,
      confirmed: 1,
      expired: 1,
      claimed: 0,
      empty: 1,
    })
  })

  it('counts a changed fact as a claim again', () => {
    expect(
      slotState(confirmationState({ ...confirmation('1', '2026-06-30'), valueHash: 'other' }, '1', '2026-03-01')),
    ).toBe('claimed')
    expect(slotState(null)).toBe('empty')
  })
})
