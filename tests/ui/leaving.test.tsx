// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'
import { click, screen, type } from './screen'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A form with something unsaved in it, a link to another page and one to the mail program. */
async function typedForm() {
  const asked = vi.fn(() => false)
  vi.stubGlobal('confirm', asked)
  const { find } = await screen(
    <Form action={async () => ({ status: 'done', value: null })}>
      <TextField name="letter" label="信件" />
      <a href="/accounts">客戶</a>
      <a href="mailto:wang@example.com?subject=1">以電子郵件開啟</a>
    </Form>,
  )
  await type(find('[name=letter]'), '請於月底前付款')
  /** Whether the browser would ask on leaving the page. */
  const isHeld = () => {
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    return leaving.defaultPrevented
  }
  return { asked, find, isHeld }
}

describe('a form with something unsaved', () => {
  it('asks before another page is opened', async () => {
    const { asked, find, isHeld } = await typedForm()
    await click(find('a[href="/accounts"]'))
    expect(asked).toHaveBeenCalledOnce()
    expect(isHeld()).toBe(true)
  })

  it('asks nothing when a link opens the mail program, and asks again afterwards', async () => {
    const { asked, find, isHeld } = await typedForm()
    vi.useFakeTimers()
    const mail = find('a[href^="mailto:"]')
    mail.addEventListener('click', (event) => event.preventDefault())
    await click(mail)
    expect(asked).not.toHaveBeenCalled()
    expect(isHeld()).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(isHeld()).toBe(true)
  })
})
