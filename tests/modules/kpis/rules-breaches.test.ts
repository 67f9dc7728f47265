import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KpiStatus } from '@/lib/modules/kpis/model-values'
import { breachChanges, breachesIn, breachRuleProblems, usualRule } from '@/lib/modules/kpis/rules-breaches'

const letters: Readonly<Record<string, KpiStatus>> = { g: 'green', a: 'amber', r: 'red', '-': 'noData' }
const periods = (text: string) => [...text].map((letter, key) => ({ key, status: letters[letter] ?? 'noData' }))
const found = (text: string, rule?: Parameters<typeof breachesIn>[1]) =>
  breachesIn(periods(text), rule).map(({ openedIn, closedIn, because }) => `${openedIn}–${closedIn ?? ''} ${because}`)

describe('K07: from red to a breach', () => {
  it.each([
    ['', []],
    ['rg', []],
    ['rr', ['1– consecutive']],
    ['r-r', ['2– consecutive']],
    ['r--', []],
    ['rar', []],
    ['rarar', ['4– frequent']],
    ['rgrgr', ['4– frequent']],
    ['rggrggr', []],
    ['rggrgr', ['5– frequent']],
    ['rrg', ['1–2 consecutive']],
    ['rra-ag', ['1–5 consecutive']],
    ['rrrrrg', ['1–5 consecutive']],
    ['rrgr', ['1–2 consecutive']],
    ['rrgrgr', ['1–2 consecutive']],
    ['rrgrgrgr', ['1–2 consecutive', '7– frequent']],
    ['rrgrr', ['1–2 consecutive', '4– consecutive']],
    ['a-a-a', []],
  ])('%s: %o', (text, breaches) => {
    expect(found(text)).toEqual(breaches)
  })

  it('names the periods that it rests on', () => {
    expect(breachesIn(periods('rgrr'))[0]?.evidence).toEqual([2, 3])
    expect(breachesIn(periods('rgrgar'))[0]?.evidence).toEqual([0, 2, 5])
  })

  it('follows the rule that was agreed', () => {
    expect(found('r', { inARow: 1 })).toEqual(['0– once'])
    expect(found('rgrgrgr', { inARow: 2 })).toEqual([])
    expect(breachRuleProblems({ inARow: 0, reds: 4, of: 3 })).toEqual(['runTooShort', 'windowTooSmall'])
    expect(breachRuleProblems({ inARow: 2, reds: 3 })).toEqual(['windowTooSmall'])
    expect(breachRuleProblems({ inARow: 2 })).toEqual([])
    expect(breachRuleProblems(usualRule)).toEqual([])
  })

  const statuses = fc.array(fc.constantFrom('g', 'a', 'r', '-'), { maxLength: 40 }).map((each) => each.join(''))

  it('does not see periods without data, wherever they are', () => {
    fc.assert(
      fc.property(statuses, (text) => {
        const all = periods(text)
        const measured = all.filter(({ status }) => status !== 'noData')
        expect(breachesIn(all)).toEqual(breachesIn(measured))
      }),
    )
  })

  it('what comes later never changes an earlier breach, beyond ending it', () => {
    fc.assert(
      fc.property(statuses, statuses, (before, later) => {
        const early = breachesIn(periods(before))
        const late = breachesIn(periods(before + later)).slice(0, early.length)
        expect(late.map(({ openedIn }) => openedIn)).toEqual(early.map(({ openedIn }) => openedIn))
        for (const [index, each] of early.entries()) if (each.closedIn !== null) expect(late[index]).toEqual(each)
      }),
    )
  })

  it('opens on red, closes on green, one at a time, and no red counts twice', () => {
    fc.assert(
      fc.property(statuses, (text) => {
        const breaches = breachesIn(periods(text))
        for (const [index, { openedIn, closedIn }] of breaches.entries()) {
          expect(text[openedIn]).toBe('r')
          if (closedIn !== null) expect(text[closedIn]).toBe('g')
          const next = breaches[index + 1]
          if (next) expect(closedIn !== null && closedIn < (next.evidence[0] ?? -1)).toBe(true)
        }
        const evidence = breaches.flatMap((each) => each.evidence)
        expect(new Set(evidence).size).toBe(evidence.length)
      }),
    )
  })
})

describe('a restatement', () => {
  it('tells which breaches came, went and end otherwise', () => {
    const before = breachesIn(periods('rrgarr'))
    expect(breachChanges(before, breachesIn(periods('rrgagr')))).toMatchObject({ opened: [], gone: [{ openedIn: 5 }] })
    expect(breachChanges(before, breachesIn(periods('rraggr')))).toMatchObject({
      ended: [{ openedIn: 1, closedIn: 3 }],
    })
    expect(breachChanges([], before)).toMatchObject({ opened: before, gone: [], ended: [] })
    expect(breachChanges(before, before)).toEqual({ opened: [], gone: [], ended: [] })
  })
})
