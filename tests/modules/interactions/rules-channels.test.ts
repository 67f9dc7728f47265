import { expect, test } from 'vitest'
import { directionOf } from '@/lib/modules/interactions/rules-channels'

test('calls, visits, meetings and meals are two-way by default; the others ask', () => {
  expect((['call', 'visit', 'meeting', 'meal'] as const).map(directionOf)).toEqual(Array(4).fill('twoWay'))
  expect((['mail', 'line', 'storeCheck', 'other'] as const).map(directionOf)).toEqual(Array(4).fill('ask'))
})
