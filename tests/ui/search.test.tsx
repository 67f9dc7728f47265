// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Form } from '@/lib/ui/form'
import { RecordField } from '@/lib/ui/record-field'
import { PaletteDialog } from '@/lib/ui/shell/palette'
import { press, screen, type } from './screen'

const records = [
  { id: 'a1', href: '/accounts/a1', title: '大安食品', subtitle: '22099131' },
  { id: 'a2', href: '/accounts/a2', title: '大安紡織' },
]
const asked: string[] = []

/** The search endpoint of the product, answering at once. */
function answer(address: string): Response {
  const query = new URL(address, 'http://localhost').searchParams.get('q') ?? ''
  asked.push(query)
  return Response.json({ groups: [{ label: '客戶', items: records.filter((each) => each.title.includes(query)) }] })
}

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', async (address: string) => answer(address))
})
afterEach(() => vi.unstubAllGlobals())

const compose = (target: EventTarget, step: 'start' | 'end') =>
  act(async () => void target.dispatchEvent(new CompositionEvent(`composition${step}`, { bubbles: true })))

/** What must become true, however slow the machine is. */
const eventually = <Found,>(look: () => Found) => vi.waitFor(look, { timeout: 30_000, interval: 20 })

/** Follows links as the browser would and remembers where they led. */
function followed(): string[] {
  const visits: string[] = []
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link) visits.push(link.getAttribute('href') ?? '')
    event.preventDefault()
  })
  return visits
}

describe('a field for another record', () => {
  it('keeps what was typed while its list is loaded, finds the record, and sends its id', async () => {
    const { find } = await screen(
      <Form action={async () => ({ status: 'idle' })}>
        <RecordField name="accountId" label="客戶" search="/api/search?kind=account" />
      </Form>,
    )
    const plain = find<HTMLInputElement>('[data-field] input:not([type=hidden])')
    await type(plain, '大安')
    await act(async () => plain.focus())
    const box = await eventually(() => find<HTMLInputElement>('[role=combobox]'))
    expect(box.value).toBe('大安')
    await eventually(() => expect(document.activeElement).toBe(box))
    await type(box, '大安食')
    await eventually(() => expect(asked.at(-1)).toBe('大安食'))
    await eventually(() =>
      expect([...document.querySelectorAll('[role=option]')].map((each) => each.textContent)).toEqual([
        '大安食品22099131',
      ]),
    )
    await act(async () => find('[role=option]').click())
    const chosen = () => new FormData(find<HTMLFormElement>('form')).get('accountId')
    await eventually(() => expect(chosen()).toBe('a1'))
    await type(find('[role=combobox]'), '大安紡')
    await eventually(() => expect(chosen()).toBe(''))
  })
})

describe('the palette', () => {
  const palette = (onClose: () => void) => (
    <PaletteDialog
      entries={[{ href: '/contacts', label: '聯絡人', icon: 'users', key: 'c' }]}
      searchHref="/api/search"
      onClose={onClose}
    />
  )

  it('searches nothing and picks nothing while a word is composed, not even on an Enter that looks plain', async () => {
    const close = vi.fn()
    const visits = followed()
    const { find } = await screen(palette(close))
    const box = find<HTMLInputElement>('.palette-input')
    await compose(box, 'start')
    await type(box, 'ㄉㄚˋ')
    expect(await press(box, 'Enter', { keyCode: 229 })).toBe(false)
    expect(await press(box, 'Enter')).toBe(false)
    expect([asked, close.mock.calls, visits]).toEqual([[], [], []])
  })

  it('waits with an early Enter until the answer is there, then opens its first record', async () => {
    const close = vi.fn()
    const visits = followed()
    const { find } = await screen(palette(close))
    const box = find<HTMLInputElement>('.palette-input')
    await type(box, '大安食')
    await press(box, 'Enter')
    expect(close).not.toHaveBeenCalled()
    await eventually(() => expect(visits).toEqual(['/accounts/a1']))
    expect(close).toHaveBeenCalledTimes(1)
  })
})
