import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterDecline,
  daysLate,
  isComplete,
  type Signatory,
  signatoryProblems,
  signingProblem,
  turnOf,
} from '@/lib/modules/agreements/rules-signing'
import { liesInTerm } from '@/lib/modules/agreements/rules-signing-steps'

const one = (id: string, part: Signatory['part'], side: Signatory['side'], order: number): Signatory => ({
  id,
  part,
  side,
  order,
  state: 'waiting',
  shownHash: null,
})
const round = [
  one('manager', 'approver', 'us', 1),
  one('finance', 'approver', 'us', 2),
  one('ours', 'signer', 'us', 1),
  one('theirs', 'signer', 'them', 1),
  one('chair', 'signer', 'them', 2),
]
const paper = { paperHash: 'a', shownHash: 'a' }
const sign = (signatories: readonly Signatory[], ...ids: string[]) =>
  signatories.map((each) => (ids.includes(each.id) ? { ...each, state: 'signed' as const, shownHash: 'a' } : each))
const decline = (signatories: readonly Signatory[], id: string | null) => {
  const next = new Map(afterDecline(signatories, id).map((each) => [each.id, each.state]))
  return signatories.map((each) => ({ ...each, state: next.get(each.id) ?? each.state }))
}

describe('whose turn it is', () => {
  it.each([
    [[], ['manager']],
    [['manager'], ['finance']],
    [
      ['manager', 'finance'],
      ['ours', 'theirs'],
    ],
    [['manager', 'finance', 'theirs'], ['ours']],
    [['manager', 'finance', 'theirs', 'ours'], ['chair']],
    [['manager', 'finance', 'theirs', 'ours', 'chair'], []],
  ])('after %o it is that of %o', (signed, turn) => {
    expect(turnOf(sign(round, ...signed))).toEqual(turn)
  })

  it('is nobody’s once somebody declined', () => {
    expect(turnOf(decline(sign(round, 'manager'), 'finance'))).toEqual([])
  })
})

describe('why somebody cannot sign', () => {
  it.each([
    ['chair', sign(round, 'manager', 'finance'), paper, 'notYourTurn'],
    ['ours', round, paper, 'notYourTurn'],
    ['ours', sign(round, 'manager', 'finance'), paper, null],
    ['ours', sign(round, 'manager', 'finance'), { ...paper, shownHash: 'b' }, 'otherPaper'],
    ['ours', sign(round, 'manager', 'finance', 'ours'), paper, 'alreadySigned'],
    ['theirs', decline(sign(round, 'manager', 'finance'), 'ours'), paper, 'roundDeclined'],
    ['ours', decline(sign(round, 'manager', 'finance'), 'ours'), paper, 'roundDeclined'],
    ['ours', decline(round, null), paper, 'roundVoid'],
    ['nobody', round, paper, 'unknown'],
  ])('%s', (id, signatories, hashes, problem) => {
    expect(signingProblem(signatories, id, hashes)).toBe(problem)
  })
})

describe('a round', () => {
  const all = sign(round, 'manager', 'finance', 'ours', 'theirs', 'chair')

  it('is complete when everybody signed the same paper', () => {
    expect(isComplete(all, 'a')).toBe(true)
    expect(isComplete(all, 'b')).toBe(false)
    expect(
      isComplete(
        all.map((each) => (each.id === 'theirs' ? { ...each, shownHash: 'old' } : each)),
        'a',
      ),
    ).toBe(false)
    expect(isComplete(sign(round, 'manager', 'finance', 'ours', 'theirs'), 'a')).toBe(false)
  })

  it('is never complete without a signer of both sides', () => {
    expect(isComplete([], 'a')).toBe(false)
    expect(
      isComplete(
        all.filter(({ side }) => side === 'us'),
        'a',
      ),
    ).toBe(false)
    expect(
      isComplete(
        all.filter(({ part }) => part === 'approver'),
        'a',
      ),
    ).toBe(false)
  })

  it('loses every signature when somebody declines or a change is asked for', () => {
    const declined = decline(sign(round, 'manager', 'finance', 'ours'), 'theirs')
    expect(declined.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'manager void',
      'finance void',
      'ours void',
      'theirs declined',
      'chair void',
    ])
    expect(decline(sign(round, 'manager'), null).every(({ state }) => state === 'void')).toBe(true)
    expect(afterDecline(declined, 'theirs')).toEqual([])
  })

  it('that is signed turn by turn, in whatever order within a turn, completes and never lets a signer go first', () => {
    const anyRound = fc
      .uniqueArray(
        fc.record({
          id: fc.string({ minLength: 1 }),
          part: fc.constantFrom('approver', 'signer'),
          side: fc.constantFrom('us', 'them'),
          order: fc.integer({ min: 1, max: 4 }),
        }),
        { selector: ({ id }) => id, maxLength: 8 },
      )
      .map((rows) => [
        one('us', 'signer', 'us', 1),
        one('them', 'signer', 'them', 2),
        ...rows
          .filter(({ id }) => id !== 'us' && id !== 'them')
          .map((row) => one(row.id, row.part as 'signer', row.side as 'us', row.order)),
      ])
    fc.assert(
      fc.property(anyRound, fc.infiniteStream(fc.nat(7)), (start, dice) => {
        let now: readonly Signatory[] = start
        for (let turn = turnOf(now); turn.length > 0; turn = turnOf(now)) {
          const next = turn[(dice.next().value ?? 0) % turn.length] ?? ''
          expect(signingProblem(now, next, paper)).toBeNull()
          for (const { id, state } of now)
            if (state !== 'signed' && !turn.includes(id)) expect(signingProblem(now, id, paper)).toBe('notYourTurn')
          const part = now.find(({ id }) => id === next)?.part
          if (part === 'signer')
            expect(now.every((each) => each.part === 'signer' || each.state === 'signed')).toBe(true)
          expect(isComplete(now, 'a')).toBe(false)
          now = sign(now, next)
          expect(signingProblem(now, next, paper)).toBe('alreadySigned')
        }
        expect(isComplete(now, 'a')).toBe(true)
      }),
    )
  })
})

describe('before a paper is sent out', () => {
  it('each side needs a signer, and orders count from 1', () => {
    expect(signatoryProblems(round)).toEqual([])
    expect(signatoryProblems([])).toEqual(['noSignerOfOurs', 'noSignerOfTheirs'])
    expect(signatoryProblems([...round, one('x', 'signer', 'us', 0)])).toEqual(['orderWrong'])
  })
})

describe('a paper of an agreement that expired', () => {
  it.each([
    ['2026-12-31', '2026-12-31', true],
    ['2026-03-01', '2026-12-31', true],
    ['2026-03-01', '2026-06-30', true],
    ['2027-01-01', '2026-12-31', false],
    ['2026-03-01', '2027-01-01', false],
    ['2026-03-01', null, false],
  ])('valid from %s, with the term to %s: %s', (validFrom, endsOn, may) => {
    expect(liesInTerm('2026-12-31', { validFrom, endsOn })).toBe(may)
  })
})

describe('late signing', () => {
  it.each([
    ['2026-04-20', '2026-01-01', 109],
    ['2026-01-01', '2026-01-01', 0],
    ['2025-12-20', '2026-01-01', 0],
  ])('executed %s, valid from %s: %i days late', (executedOn, validFrom, days) => {
    expect(daysLate(executedOn, validFrom)).toBe(days)
  })
})
