import { expect, it } from 'vitest'
import type { PointView } from '@/lib/modules/contacts/model-people'
import { mailOf } from '@/lib/modules/contacts/model-people'

const point = (kind: PointView['kind'], value: string, preferred = false): PointView => ({
  ...{ id: value, version: 1, kind, value, shown: value, link: null, checked: true, preferred },
})

it('somebody is written to at the preferred mail address, otherwise at the first, and not at all against their wish', () => {
  const points = [
    point('phone', '02-2345-6789'),
    point('email', 'a@example.com'),
    point('email', 'b@example.com', true),
  ]
  expect(mailOf({ points, doNotContact: false })).toBe('b@example.com')
  expect(mailOf({ points: points.slice(0, 2), doNotContact: false })).toBe('a@example.com')
  expect(mailOf({ points: points.slice(0, 1), doNotContact: false })).toBeNull()
  expect(mailOf({ points, doNotContact: true })).toBeNull()
})
