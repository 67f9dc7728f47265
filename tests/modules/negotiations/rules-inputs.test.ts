import { describe, expect, it } from 'vitest'
import { type AskedInput, isExpired, openInputsOf } from '@/lib/modules/negotiations/rules-inputs'

const today = '2026-11-23'
const asked: AskedInput = {
  id: 'a',
  kind: 'input',
  required: true,
  state: 'asked',
  dueOn: '2026-11-25',
  name: '吳柏翰',
}
const open = (wish: Partial<AskedInput>, waivers: { holdsUntil: string }[] = []) =>
  openInputsOf([{ ...asked, ...wish }], waivers, today)

describe('an input keeps a negotiation from being ready', () => {
  it('while it is asked or accepted and not answered, with the name of whom to ask', () => {
    expect(open({})).toEqual([{ id: 'a', kind: 'input', name: '吳柏翰', why: 'unanswered' }])
    expect(open({ state: 'accepted' })).toMatchObject([{ why: 'unanswered' }])
    expect(open({ dueOn: today })).toMatchObject([{ why: 'unanswered' }])
  })

  it('when it is answered and nobody said what became of it, also after its last day', () => {
    expect(open({ state: 'answered', dueOn: '2026-11-01' })).toMatchObject([{ name: '吳柏翰', why: 'undisposed' }])
  })

  it('not when it is not required, expired, declined, cancelled or disposed of', () => {
    expect(open({ required: false })).toEqual([])
    expect(open({ dueOn: '2026-11-22' })).toEqual([])
    for (const state of ['declined', 'cancelled', 'disposed'] as const) expect(open({ state })).toEqual([])
  })

  it('not while a lead’s word holds, its last day included', () => {
    expect(open({}, [{ holdsUntil: today }])).toEqual([])
    expect(open({}, [{ holdsUntil: '2026-11-22' }])).toHaveLength(1)
  })

  it('as one of several: three inputs, one open, is refused with that one name', () => {
    const three: AskedInput[] = [
      { ...asked, id: 'a', state: 'disposed', name: '吳柏翰' },
      { ...asked, id: 'b', state: 'accepted', name: '劉建宏' },
      { ...asked, id: 'c', kind: 'advice', state: 'disposed', name: '許文雄' },
    ]
    expect(openInputsOf(three, [], today).map(({ name }) => name)).toEqual(['劉建宏'])
  })
})

it('an input expires after its last day, and only while it is unanswered', () => {
  expect(isExpired({ state: 'asked', dueOn: today }, today)).toBe(false)
  expect(isExpired({ state: 'asked', dueOn: '2026-11-22' }, today)).toBe(true)
  expect(isExpired({ state: 'answered', dueOn: '2026-11-22' }, today)).toBe(false)
})
