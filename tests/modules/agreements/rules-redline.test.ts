import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareClauses, type Run, redline } from '@/lib/modules/agreements/rules-redline'

const shown = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('')
const joined = (runs: readonly Run[], without: Run['kind']) =>
  runs.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('')

describe('a redline', () => {
  it.each([
    ['乙方應於六十日內付款。', '乙方應於七十五日內付款。', '乙方應於[-六十][+七十五]日內付款。'],
    ['付款期限為 60 日', '付款期限為 75 日', '付款期限為 [-60][+75] 日'],
    ['Payment is due within 60 days.', 'Payment is due within 75 days.', 'Payment is due within [-60][+75] days.'],
    ['the buyer pays', 'the buyers pay', 'the [-buyer][+buyers] [-pays][+pay]'],
    ['1,000 元', '1,500 元', '[-1,000][+1,500] 元'],
    ['', '新條文', '[+新條文]'],
    ['舊條文', '', '[-舊條文]'],
    ['一樣', '一樣', '一樣'],
    ['', '', ''],
  ])('of %s and %s is %s', (before, after, expected) => {
    expect(shown(redline(before, after))).toBe(expected)
  })

  const sign = fc.constantFrom(
    '甲',
    '乙',
    '方',
    '付款',
    ' ',
    '\n',
    'term',
    '60',
    '1,000',
    '。',
    '𠮷',
    'é',
    '👨‍👩‍👧',
    "don't",
  )
  const text = fc.oneof(
    fc.array(sign, { maxLength: 40 }).map((each) => each.join('')),
    fc.string({ unit: 'binary' }),
  )

  it('same and removed are the old text, same and added the new one, and no run is empty', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = redline(before, after)
        expect(joined(runs, 'added')).toBe(before)
        expect(joined(runs, 'removed')).toBe(after)
        expect(runs.every((run) => run.text.length > 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('of long texts that share nothing is the old one and the new one', () => {
    const [before, after] = [
      Array.from({ length: 6000 }, (_, i) => `a${i}`),
      Array.from({ length: 6000 }, (_, i) => `b${i}`),
    ]
    const runs = redline(before.join('|'), after.join('/'))
    expect(joined(runs, 'added')).toBe(before.join('|'))
    expect(joined(runs, 'removed')).toBe(after.join('/'))
  })
})

describe('two versions clause by clause', () => {
  const of = (key: string, body = `${key} 的內容`) => ({ key, heading: `第 ${key} 條`, body })
  const kinds = (before: readonly string[], after: readonly string[]) =>
    compareClauses(
      before.map((key) => of(key)),
      after.map((key) => of(key)),
    ).map(({ kind, key }) => `${kind} ${key}`)

  it('names what was added, removed, moved and what stayed, a removed one where it stood', () => {
    expect(kinds(['a', 'b', 'c', 'd'], ['a', 'c', 'x', 'd'])).toEqual([
      'same a',
      'removed b',
      'same c',
      'added x',
      'same d',
    ])
    expect(kinds(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['moved c', 'same a', 'same b'])
    expect(kinds(['a', 'b'], ['b'])).toEqual(['removed a', 'same b'])
    expect(kinds(['a', 'b', 'c'], ['a'])).toEqual(['same a', 'removed b', 'removed c'])
  })

  it('shows what changed inside a clause, also when it was moved', () => {
    const [first, second] = compareClauses([of('a', '60 日'), of('b'), of('c')], [of('b'), of('c'), of('a', '75 日')])
    expect([first?.kind, second?.kind]).toEqual(['same', 'same'])
    const changed = compareClauses([of('a', '60 日'), of('b'), of('c')], [of('b'), of('c'), of('a', '75 日')]).at(-1)
    expect(changed).toMatchObject({ kind: 'changed', key: 'a', moved: true })
    expect(changed?.kind === 'changed' && shown(changed.body)).toBe('[-60][+75] 日')
    expect(changed?.kind === 'changed' && shown(changed.heading)).toBe('第 a 條')
  })

  it('has every clause of both versions once, and reading it leaves out what came or went gives each version', () => {
    const keys = fc.shuffledSubarray([...'abcdefgh'])
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const changes = compareClauses(
          before.map((key) => of(key)),
          after.map((key) => of(key)),
        )
        expect(changes.flatMap((each) => (each.kind === 'removed' ? [] : each.key))).toEqual(after)
        expect(changes.map(({ key }) => key).sort()).toEqual([...new Set([...before, ...after])].sort())
        for (const { kind, key } of changes) {
          expect(kind === 'added').toBe(!before.includes(key))
          expect(kind === 'removed').toBe(!after.includes(key))
        }
      }),
    )
  })
})
