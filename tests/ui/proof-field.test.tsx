// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Form } from '@/lib/ui/form'
import { ProofField } from '@/lib/ui/proof-field'
import { screen, submit } from './screen'

afterEach(() => vi.unstubAllGlobals())

it('a form is not saved while its proof is on the way, says so, and is saved with it afterwards', async () => {
  let arrive: (answer: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (arrive = resolve)))
  const sent: FormData[] = []
  const { find, text } = await screen(
    <Form
      action={async (_before, form) => {
        sent.push(form)
        return { status: 'done', value: null }
      }}
    >
      <ProofField label="證明" />
    </Form>,
  )
  const chooser = find<HTMLInputElement>('input[type=file]')
  Object.defineProperty(chooser, 'files', { value: [new File(['%PDF-1.4'], '掃描.pdf', { type: 'application/pdf' })] })
  await act(async () => void chooser.dispatchEvent(new Event('change', { bubbles: true })))
  expect(text()).toContain('上傳中')

  await submit(find('form'))
  expect(sent).toHaveLength(0)
  expect(text()).toContain('檔案仍在上傳，尚未儲存')
  expect(document.activeElement).toBe(chooser)

  await act(async () => arrive(Response.json({ files: [{ id: 'f1', name: '掃描.pdf' }] })))
  expect(text()).not.toContain('仍在上傳')
  await submit(find('form'))
  expect(sent.map((form) => form.get('fileId'))).toEqual(['f1'])
})
