// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { DataTable, type DataTableProps } from '@/lib/ui/data-table'
import { click, Page, press, screen } from './screen'

type Row = { id: string; name: string; tier: string; lastContact: string | null; revenue: number | null }
const rows: Row[] = [
  { id: 'r1', name: '大安食品', tier: 'A', lastContact: '2026-11-21', revenue: 1234567.5 },
  { id: 'r2', name: '<b>永豐</b>', tier: 'B', lastContact: null, revenue: null },
]
const column = (name: string, kind: ColumnView['kind'], more: Partial<ColumnView> = {}): ColumnView => ({
  name,
  kind,
  sortable: true,
  filterable: true,
  shown: true,
  ...more,
})
const columns = [
  column('name', 'text'),
  column('tier', 'choice', { choices: ['A', 'B'] }),
  column('lastContact', 'day'),
  column('revenue', 'number', { sortable: false }),
]
const words: Record<string, string> = {
  name: '名稱',
  tier: '等級',
  lastContact: '上次聯繫',
  revenue: '營收',
  A: '重點',
  B: '一般',
}
const page = (more: Partial<ListPage<Row>> = {}): ListPage<Row> => ({
  rows,
  sort: 'name',
  query: '',
  filters: [],
  before: null,
  after: null,
  narrowed: false,
  ...more,
})
const table = (more: Partial<DataTableProps<Row>> = {}) => (
  <DataTable
    caption="客戶"
    page={page()}
    columns={columns}
    column={(name) => words[name] ?? name}
    choice={(_, value) => words[value] ?? value}
    href={(row) => `/accounts/${row.id}`}
    empty={<p>還沒有客戶。</p>}
    {...more}
  />
)

describe('the table', () => {
  it('is a plain table: one link per row, every value as its kind says, and nothing executable', async () => {
    const { find, container } = await screen(table())
    expect(find('tbody th').innerHTML).toBe('<a href="/accounts/r1">大安食品</a>')
    expect([...find('tbody tr').children].map((cell) => cell.textContent)).toEqual([
      '大安食品',
      '重點',
      '2026/11/21',
      '1,234,567.5',
    ])
    expect(container.querySelectorAll('tbody b')).toHaveLength(0)
    expect(find('table').closest('[aria-label]')?.getAttribute('aria-label')).toBe('客戶')
  })

  it('says how it is sorted, and sorts by links that a colleague can open', async () => {
    const { find, container } = await screen(table({ page: page({ sort: '-name' }) }), {
      query: 'sort=-name&tier=A&after=x',
    })
    expect(find('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    expect(container.querySelectorAll('[aria-sort]')).toHaveLength(1)
    expect(find<HTMLAnchorElement>('th[aria-sort] a').getAttribute('href')).toBe('/accounts?sort=name&tier=A')
    expect([...container.querySelectorAll('thead th')].at(-1)?.querySelector('a')).toBeNull()
  })

  it('shows filters as sentences that can be taken away', async () => {
    const filters = [{ column: 'tier', operator: 'is', values: ['A', 'B'] }] as const
    const { find } = await screen(table({ page: page({ filters }) }), { query: 'tier=A,B' })
    expect(find('.filter-chip').textContent).toBe('等級是 重點 或 一般')
    const remove = find<HTMLAnchorElement>('.filter-chip a:last-child')
    expect(remove.getAttribute('aria-label')).toBe('移除篩選：等級是 重點 或 一般')
    expect(remove.getAttribute('href')).toBe('/accounts')
  })

  it('tells an empty list from one that filters hide', async () => {
    const { text, draw, find } = await screen(table({ page: page({ rows: [] }) }))
    expect(text()).toBe('還沒有客戶。')
    await draw(
      table({ page: page({ rows: [], query: '台機', filters: [{ column: 'tier', operator: 'is', values: ['A'] }] }) }),
    )
    expect(text()).toContain('找不到「台機」')
    expect(text()).toContain('清除 2 個篩選')
    expect(find('.empty a').getAttribute('href')).toBe('/accounts')
  })

  it('asks to narrow a search that found too much, and turns pages without counting', async () => {
    const { text, find } = await screen(table({ page: page({ narrowed: true, before: 'b', after: 'c' }) }), {
      query: 'sort=name',
    })
    expect(text()).toContain('請縮小搜尋範圍')
    expect(find('[rel=prev]').getAttribute('href')).toBe('/accounts?sort=name&before=b')
    expect(find('[rel=next]').getAttribute('href')).toBe('/accounts?sort=name&after=c')
  })

  it('shows the columns that the address asks for', async () => {
    const { container } = await screen(table(), { query: 'columns=revenue' })
    expect([...container.querySelectorAll('thead th')].map((cell) => cell.textContent)).toEqual(['名稱', '營收'])
  })

  it('keeps exports in step with what is shown', async () => {
    const { find } = await screen(table({ exports: { csv: '/api/v1/accounts/csv' } }), {
      query: 'q=x&columns=tier&after=c&peek=r1',
    })
    expect(find('a[download]').getAttribute('href')).toBe('/api/v1/accounts/csv?q=x&columns=tier')
  })

  it('comes from the server with little more than its values', () => {
    const markup = renderToStaticMarkup(<Page>{table({ bare: true })}</Page>)
    const row = /<tbody><tr>(.*?)<\/tr>/.exec(markup)?.[1] ?? ''
    expect(row).toBe(
      '<th scope="row"><a href="/accounts/r1">大安食品</a></th><td>重點</td><td>2026/11/21</td><td class="n">1,234,567.5</td>',
    )
  })
})

describe('the keyboard in a table', () => {
  it('walks with J and K, previews with Enter, opens with Ctrl or ⌘ and Enter', async () => {
    const { container, visits } = await screen(table({ peekable: true }), { query: 'q=x' })
    const links = container.querySelectorAll<HTMLElement>('tbody th a')
    await press(document.body, 'j')
    expect(document.activeElement).toBe(links[0])
    await press(links[0] as HTMLElement, 'j')
    expect(document.activeElement).toBe(links[1])
    await press(links[1] as HTMLElement, 'k')
    expect(document.activeElement).toBe(links[0])
    await press(links[0] as HTMLElement, 'Enter', { isComposing: true })
    await press(links[0] as HTMLElement, 'Enter')
    await press(links[0] as HTMLElement, 'Enter', { ctrlKey: true })
    expect(visits).toEqual(['/accounts?q=x&peek=r1', '/accounts/r1'])
  })

  it('selects with X, all at once, and hands the ids to the bulk actions', async () => {
    const bulk = (ids: readonly string[], clear: () => void) => (
      <button type="button" id="bulk" onClick={clear}>
        {ids.join()}
      </button>
    )
    const { container, find } = await screen(table({ bulk }))
    await press(document.body, 'j')
    expect(document.activeElement).toBe(find('tbody th a'))
    await press(find('tbody th a'), 'x')
    expect(find('#bulk').textContent).toBe('r1')
    expect(container.textContent).toContain('已選取 1 筆')
    await click(find('thead input'))
    expect(find('#bulk').textContent).toBe('r1,r2')
    await click(find('#bulk'))
    expect(container.querySelectorAll('[aria-selected]')).toHaveLength(0)
  })
})
