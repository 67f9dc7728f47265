// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { FormAction, FormState } from '@/lib/kernel/form-state'
import { CheckboxField, ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { setReader } from '@/lib/ui/recent'
import { TextField } from '@/lib/ui/text-field'
import { click, press, screen, submit, type } from './screen'

type Answer = FormState<{ id: string }> | Error | Promise<FormState<{ id: string }>>

/** A server action that answers in turn and remembers what it was sent. */
function server(...answers: Answer[]) {
  const sent: FormData[] = []
  const action: FormAction<{ id: string }> = async (_before, form) => {
    sent.push(form)
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    if (answer instanceof Error || answer === undefined) throw answer ?? new Error('no answer')
    return answer
  }
  return { action, sent }
}

const refused = (fields: Record<string, string>, more: object = {}) =>
  ({ status: 'refused', code: 'invalid', sentence: '請檢查標示的欄位。', fields, input: {}, ...more }) as const
const done = { status: 'done', value: { id: 'a1' } } as const

const fields = (
  <>
    <TextField name="name" label="名稱" required />
    <TextField name="email" label="電子郵件" />
    <TextField name="secret" label="密碼" type="password" />
    <ChoiceField name="tier" label="等級" options={[{ value: 'A', label: 'A' }]} />
  </>
)

describe('a form that is refused', () => {
  it('keeps what was typed, says why beside each field, and puts the reader on the first one', async () => {
    const { action } = server(refused({ email: '請輸入電子郵件。', tier: '請從選項中選擇。' }))
    const { find } = await screen(<Form action={action}>{fields}</Form>)
    await type(find('[name=name]'), '大安食品')
    await type(find('[name=email]'), '不是信箱')
    await submit(find('form'))

    expect(find('[name=name]')).toHaveProperty('value', '大安食品')
    const email = find<HTMLInputElement>('[name=email]')
    expect(email.value).toBe('不是信箱')
    expect(email.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(email.getAttribute('aria-describedby') ?? '')?.textContent).toBe('請輸入電子郵件。')
    expect(document.activeElement).toBe(email)
    expect(find('[role=alert]').textContent).toBe('請檢查標示的欄位。')
  })

  it('takes the mark away from a field that is being mended, and from no other', async () => {
    const { action } = server(refused({ name: '請填寫此欄位。', email: '請輸入電子郵件。' }))
    const { find } = await screen(<Form action={action}>{fields}</Form>)
    await submit(find('form'))
    await type(find('[name=name]'), '大安')
    expect(find('[name=name]').hasAttribute('aria-invalid')).toBe(false)
    expect(find('[name=email]').hasAttribute('aria-invalid')).toBe(true)
  })

  it('says above the fields what has no field of its own', async () => {
    const { action } = server(refused({ ghost: '這裡沒有這個欄位。' }))
    const { find } = await screen(<Form action={action}>{fields}</Form>)
    await submit(find('form'))
    expect(find('[role=alert]').textContent).toContain('這裡沒有這個欄位。')
    expect(document.activeElement).toBe(find('[role=alert]'))
  })

  it('shows the other value after a conflict, takes it on request, and saves over the newer version', async () => {
    const conflict = refused({ name: '已被改為「大安食品（股）」。' }, { code: 'changedMeanwhile', version: 7 })
    const { action, sent } = server(conflict, done)
    const { find } = await screen(
      <Form action={action}>
        {fields}
        <input type="hidden" name="version" defaultValue="3" />
      </Form>,
    )
    await type(find('[name=name]'), '大安')
    await submit(find('form'))
    expect(find('[name=name]')).toHaveProperty('value', '大安')
    await click(await vi.waitFor(() => find<HTMLElement>('.refusal button'), { timeout: 30_000 }))
    expect(find('[name=name]')).toHaveProperty('value', '大安食品（股）')
    await submit(find('form'))
    expect(sent.map((form) => form.get('version'))).toEqual(['3', '7'])
  })
})

describe('a form that nobody answers', () => {
  it('keeps everything, says that nothing was saved, and tries again with the same key', async () => {
    const { action, sent } = server(new TypeError('fetch failed'), done)
    const { find, text, visits } = await screen(
      <Form action={action} after="/accounts/{id}">
        {fields}
      </Form>,
    )
    await type(find('[name=name]'), '大安食品')
    await submit(find('form'))
    expect(text()).toContain('尚未儲存')
    expect(find('[name=name]')).toHaveProperty('value', '大安食品')

    await submit(find('form'))
    const keys = sent.map((form) => form.get('idempotencyKey'))
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[1]).toBe(keys[0])
    expect(visits).toEqual(['/accounts/a1'])
  })

  it('sends once however often it is pressed, and takes a new key for the next thing', async () => {
    const answers: ((state: FormState<{ id: string }>) => void)[] = []
    const waiting = () => new Promise<FormState<{ id: string }>>((resolve) => answers.push(resolve))
    const sent: FormData[] = []
    const action: FormAction<{ id: string }> = (_before, form) => {
      sent.push(form)
      return waiting()
    }
    const { find } = await screen(
      <Form action={action} again>
        {fields}
      </Form>,
    )
    await type(find('[name=name]'), '一')
    await submit(find('form'))
    await submit(find('form'))
    expect(sent).toHaveLength(1)
    await act(async () => answers[0]?.(done))
    expect(find('[name=name]')).toHaveProperty('value', '')
    await submit(find('form'))
    expect(sent[1]?.get('idempotencyKey')).not.toBe(sent[0]?.get('idempotencyKey'))
    await act(async () => answers[1]?.(done))
  })
})

describe('the keyboard in a form', () => {
  it('submits with Ctrl or ⌘ and Enter, but never with an Enter that picks a word', async () => {
    const { action, sent } = server(done)
    const { find } = await screen(<Form action={action}>{fields}</Form>)
    const name = find('[name=name]')
    for (const composing of [{ isComposing: true }, { keyCode: 229 }, { isComposing: true, ctrlKey: true }])
      expect(await press(name, 'Enter', composing)).toBe(false)
    expect(sent).toHaveLength(0)
    await press(name, 'Enter', { metaKey: true })
    expect(sent).toHaveLength(1)
  })
})

describe('a draft', () => {
  const form = (action: FormAction<{ id: string }>) => (
    <Form action={action} draft="accounts.create">
      {fields}
      <CheckboxField name="restricted" label="限閱" defaultChecked />
    </Form>
  )

  it('comes back after a reload, without passwords, and is gone once saved', async () => {
    const { action } = server(done)
    const first = await screen(form(action))
    await type(first.find('[name=name]'), '大安食品')
    await type(first.find('[name=secret]'), '不可外洩')
    expect(JSON.stringify({ ...localStorage })).not.toContain('不可外洩')
    document.body.innerHTML = ''

    const second = await screen(form(action))
    expect(second.find('[name=name]')).toHaveProperty('value', '大安食品')
    expect(second.find('[name=secret]')).toHaveProperty('value', '')
    expect(second.find('[name=restricted]')).toHaveProperty('checked', true)
    expect(second.text()).toContain('尚未儲存的草稿')
    await submit(second.find('form'))
    expect(localStorage.length).toBe(0)
  })

  it('is not shown to a colleague on the same computer, and waits for whoever typed it', async () => {
    const { action } = server(done)
    const seenBy = async (reader: string) => {
      setReader(reader)
      document.body.innerHTML = ''
      return screen(form(action))
    }
    await type((await seenBy('wang')).find('[name=name]'), '大安食品')
    const colleague = await seenBy('lin')
    expect(colleague.find('[name=name]')).toHaveProperty('value', '')
    expect(colleague.text()).not.toContain('尚未儲存的草稿')
    await submit(colleague.find('form'))
    expect((await seenBy('wang')).find('[name=name]')).toHaveProperty('value', '大安食品')
    localStorage.clear()
    setReader('')
  })
})
