import { expect, it } from 'vitest'
import { cut, shortened } from '@/lib/kernel/cut'

it('leaves what is short enough as it is', () => {
  expect(cut('商誼', 2)).toBe('商誼')
  expect(shortened('商誼', 2)).toBe('商誼')
})

it('never ends on half of a character', () => {
  expect(cut('a𠮷野家', 2)).toBe('a')
  expect(cut('a𠮷野家', 3)).toBe('a𠮷')
  expect(shortened('a𠮷野家', 3)).toBe('a…')
  expect(shortened('a𠮷野家', 4)).toBe('a𠮷…')
})
