// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { AnswerForm } from '@/lib/modules/links/views/answer-form'
import { PaperView } from '@/lib/ui/paper'
import { QrCode } from '@/lib/ui/qr-code'
import { paper, questions } from '@/tests/modules/links/scene'
import { screen } from './screen'

describe('a paper on a page', () => {
  it('says in its own language what its PDF says, whatever the page speaks', async () => {
    const { container, find } = await screen(<PaperView paper={paper} level={1} />, { locale: 'en' })
    expect(find('article').lang).toBe('zh-TW')
    expect(find('h1').textContent).toBe('2026 年度交易條件')
    for (const words of ['受文者', '大安食品 王大明', '民國115年11月1日（2026-11-01）', '月結 75 天', '敬請確認。'])
      expect(container.textContent).toContain(words)
    expect(find('table caption').textContent).toBe('2026 年度交易條件')
    expect([...container.querySelectorAll('th')].map((each) => each.scope)).toEqual(['col', 'col'])
  })

  it('gives tables of words the same columns, and lets numbers take the room they need', async () => {
    const table = (numeric: number[]) => ({ kind: 'table' as const, head: ['條件', '內容', '約定'], rows: [], numeric })
    const { container } = await screen(<PaperView paper={{ ...paper, blocks: [table([]), table([]), table([2])] }} />)
    const widths = [...container.querySelectorAll('table')].map((each) =>
      [...each.querySelectorAll('col')].map(({ style }) => style.width),
    )
    expect(widths).toEqual([['28%', '36%', '36%'], ['28%', '36%', '36%'], []])
  })

  it('shows what looks like markup as the text it is', async () => {
    const odd = '<b onclick="x()">粗</b>'
    const { container } = await screen(<PaperView paper={{ ...paper, blocks: [{ kind: 'text', text: odd }] }} />)
    expect(container.querySelector('b')).toBeNull()
    expect(container.textContent).toContain(odd)
  })
})

describe('a client’s answer', () => {
  it('has every question under a name, the confirming button first, and what is wrong behind a fold', async () => {
    const form = <AnswerForm linkId="x" contentHash="y" questions={questions} language="zh-TW" />
    const { container, find } = await screen(form)
    expect(container.querySelectorAll('input[name="answers.need-1"]')).toHaveLength(2)
    expect(find('textarea[name="answers.else"]')).toBeDefined()
    const buttons = [...container.querySelectorAll<HTMLButtonElement>('button[name=outcome]')]
    expect(buttons.map(({ value }) => value)).toEqual(['confirmed', 'objected'])
    expect(container.querySelectorAll('.button.primary')).toHaveLength(1)
    expect(buttons[1]?.closest('details')).not.toBeNull()
  })

  it('offers own words beside a choice where both are wanted', async () => {
    const both = questions.slice(0, 1).map((each) => ({ ...each, freeText: true }))
    const { find } = await screen(<AnswerForm linkId="x" contentHash="y" questions={both} language="zh-TW" />)
    expect(find('textarea[name="answers.need-1-note"]')).toBeDefined()
  })
})

it('a QR code is dark on white, with a quiet border and a name', async () => {
  const { find } = await screen(<QrCode text={`https://crm.example/c/${'a'.repeat(86)}`} label="連結的 QR Code" />)
  const code = find<SVGSVGElement>('svg')
  expect(code.getAttribute('role')).toBe('img')
  expect(code.getAttribute('aria-label')).toBe('連結的 QR Code')
  expect(code.getAttribute('viewBox')).toMatch(/^-4 -4 /)
  expect(find('path').getAttribute('fill')).toBe('#000')
})
