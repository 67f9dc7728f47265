// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { DateField } from '@/lib/ui/date-field'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TagsField } from '@/lib/ui/tags-field'
import { TextField } from '@/lib/ui/text-field'
import { click, press, screen, type } from './screen'

const valuesOf = (form: HTMLFormElement, name: string) => new FormData(form).getAll(name)

describe('tags', () => {
  it('are added by Enter and comma, not while composing, and never twice', async () => {
    const { find } = await screen(
      <form>
        <TagsField name="tags" label="標籤" defaultValue={['冷鏈']} />
      </form>,
    )
    const box = find<HTMLInputElement>('.tags > input:not([type=hidden])')
    await type(box, '出口')
    expect(await press(box, 'Enter', { isComposing: true })).toBe(true)
    expect(await press(box, 'Enter')).toBe(false)
    await type(box, '冷鏈、有機，出口')
    await press(box, 'Enter')
    expect(valuesOf(find('form'), 'tags')).toEqual(['冷鏈', '出口', '有機'])
    await press(box, 'Backspace')
    await click(find('[aria-label="移除「冷鏈」"]'))
    expect(valuesOf(find('form'), 'tags')).toEqual(['出口'])
  })
})

describe('repeated rows', () => {
  it('keep what was typed into each when others come and go', async () => {
    const { find, container } = await screen(
      <form>
        <RepeatedRows
          name="phones"
          label="電話"
          addLabel="新增電話"
          initial={[{ value: '02-1' }, { value: '02-2' }]}
          blank={{ value: '' }}
        >
          {(row, path) => <TextField name={`${path}.value`} label="號碼" defaultValue={row.value} />}
        </RepeatedRows>
      </form>,
    )
    await type(find('[name="phones.1.value"]'), '0912')
    await click(find('[data-add]'))
    await type(find('[name="phones.2.value"]'), '0933')
    await click(find('[aria-label="移除「電話 1」"]'))
    expect([...new FormData(find<HTMLFormElement>('form'))]).toEqual([
      ['phones.0.value', '0912'],
      ['phones.1.value', '0933'],
    ])
    expect(container.querySelectorAll('.row')).toHaveLength(2)
  })
})

describe('a day', () => {
  it('is sent as typed, and what was understood is said beside it', async () => {
    const { find, text } = await screen(
      <form>
        <DateField name="on" label="日期" />
      </form>,
    )
    expect(text()).toContain('例如 2026-11-21 或 115/11/21')
    await type(find('[name=on]'), '115/11/21')
    expect(text()).toContain('2026年11月21日')
    expect(valuesOf(find('form'), 'on')).toEqual(['115/11/21'])
  })
})
