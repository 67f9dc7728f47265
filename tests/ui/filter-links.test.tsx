// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { FilterLinks } from '@/lib/modules/needs/views/filter-links'
import type { Said } from '@/lib/modules/needs/views/said'
import { screen } from '@/tests/ui/screen'

const said = { t: (word: string) => word } as unknown as Said
const marked = async (address: Record<string, string>, path?: string) => {
  const links = <FilterLinks me="a" reports={['b']} said={said} address={address} {...(path ? { path } : {})} />
  const { container } = await screen(links)
  return [...container.querySelectorAll('[aria-current]')].map((each) => each.textContent)
}

it('marks the cut of the register that is shown, on whatever page of it, and none for a cut of one’s own', async () => {
  expect(await marked({})).toEqual(['all'])
  expect(await marked({ after: 'x', sort: '-heardOn' })).toEqual(['all'])
  expect(await marked({ owner: 'a' })).toEqual(['mine'])
  expect(await marked({ owner: 'a,b' })).toEqual(['team'])
  expect(await marked({ owed: 'true' })).toEqual(['owedOnes'])
  expect(await marked({ owner: 'a', tier: 'A' })).toEqual([])
})

it('marks the cut of the board', async () => {
  expect(await marked({}, '/needs/board')).toEqual(['all'])
  expect(await marked({ owner: 'a' }, '/needs/board')).toEqual(['mine'])
})
