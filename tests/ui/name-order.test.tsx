// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { type ColumnView, packed } from '@/lib/kernel/list-view'
import type { Locale } from '@/lib/kernel/messages'
import { AccountTable } from '@/lib/modules/accounts/views/account-table'
import { PeopleTable } from '@/lib/modules/contacts/views/people-table'
import { screen } from './screen'

const column = (name: string): ColumnView => ({ name, kind: 'text', sortable: true, filterable: false, shown: true })
const columns = ['name', 'stroke', 'createdAt'].map(column)
const rest = { query: '', filters: [], before: null, after: null, narrowed: false }
const row = { id: 'r1', name: '大安食品', stroke: '大安食品', createdAt: null }

const tables = {
  accounts: (sort: string) => (
    <AccountTable
      page={packed({ ...rest, sort, rows: [row as never] })}
      columns={columns}
      today="2026-11-21"
      mayOpen
      mayEdit={false}
    />
  ),
  contacts: (sort: string) => (
    <PeopleTable page={{ ...rest, sort, rows: [row as never] }} columns={columns} members={[]} mayAdd peek={null} />
  ),
}

describe.each(['accounts', 'contacts'] as const)('the list of %s', (list) => {
  it.each<[string, Locale, string]>([
    ['-name', 'zh-TW', 'descending'],
    ['name', 'zh-TW', 'ascending'],
    ['-stroke', 'zh-TW', 'descending'],
    ['-stroke', 'en', 'descending'],
    ['-name', 'en', 'descending'],
  ])('sorted by %s in %s says so in the head of its names, and turns round from there', async (sort, locale, said) => {
    const { find } = await screen(tables[list](sort), { locale, path: `/${list}`, query: `sort=${sort}` })
    const head = find('thead th')
    expect(head.getAttribute('aria-sort')).toBe(said)
    const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`
    expect(head.querySelector('a')?.getAttribute('href')).toBe(`/${list}?sort=${other}`)
  })

  it('sorted by something else keeps the names as the language reads them', async () => {
    const { find, container } = await screen(tables[list]('createdAt'), { path: `/${list}` })
    expect(find('thead th a').getAttribute('href')).toBe(`/${list}?sort=stroke`)
    expect(container.querySelectorAll('[aria-sort]')).toHaveLength(1)
  })
})
