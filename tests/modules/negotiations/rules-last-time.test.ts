import { describe, expect, it } from 'vitest'
import { beginningOf, valueIn } from '@/lib/modules/negotiations/rules-last-time'

const last = (target: string | null, limit: string | null) => ({ target, limit, wanted: null, required: false })

describe('the target and limit that new talks begin with', () => {
  it('are what was agreed last, and the last limit', () => {
    expect(beginningOf('numeric', '2', last('1', '3'))).toMatchObject({ target: '2', limit: '3' })
    expect(beginningOf('ordinal', 'dap', last('exw', 'ddp'))).toMatchObject({ target: 'dap', limit: 'ddp' })
    expect(beginningOf('text', '雙方共同', last(null, null))).toMatchObject({ target: '雙方共同', limit: null })
  })

  it('are the last ones where we went to the limit or beyond: what is better for us does not turn round', () => {
    for (const agreed of ['3', '4']) expect(beginningOf('numeric', agreed, last('1', '3')).target).toBe('1')
    for (const agreed of ['60', '45']) expect(beginningOf('numeric', agreed, last('90', '60')).target).toBe('90')
    expect(beginningOf('ordinal', 'ddp', last('exw', 'ddp')).target).toBe('exw')
  })

  it('are what was agreed alone for whoever does not know the last mandate', () => {
    expect(beginningOf('numeric', '2', null)).toEqual({ target: '2', limit: null, wanted: null, required: false })
    expect(beginningOf('boolean', true, null)).toMatchObject({ wanted: true, required: false })
  })

  it('are what we wanted of a question with yes or no, whatever the answer was', () => {
    const wanted = { target: null, limit: null, wanted: false, required: true }
    expect(beginningOf('boolean', true, wanted)).toEqual(wanted)
  })
})

it('what a clause says is read as a value of its issue', () => {
  const numeric = { kind: 'numeric' as const, unit: '%', options: [] }
  expect(valueIn(numeric, '2.50 %')).toBe('2.5')
  expect(valueIn({ ...numeric, unit: null }, 'NT$1,200')).toBe('1200')
  expect(valueIn(numeric, '2 至 3 %')).toBeNull()
  const ordinal = { kind: 'ordinal' as const, unit: null, options: [{ key: 'dap', label: '送達' }] }
  expect([valueIn(ordinal, '送達'), valueIn(ordinal, '自取')]).toEqual(['dap', null])
})
