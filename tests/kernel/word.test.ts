import { describe, expect, it } from 'vitest'
import type { Paper } from '@/lib/kernel/paper'
import { renderWord } from '@/lib/kernel/word/render-word'
import { wordMarksOf, wordTextOf } from './word-text'

const paper: Paper = {
  language: 'zh-TW',
  title: '年度供貨合約',
  reference: 'AG-2026-0001',
  on: '2026-01-01',
  from: { company: '和泰食品股份有限公司', person: null },
  to: { company: '大安食品股份有限公司', person: null, salutation: null },
  blocks: [
    { kind: 'heading', text: '第一條　付款' },
    { kind: 'text', text: '月結 60 天，票期 30 天。\n逾期者＜按日＞計息 <5%> & 其他，游錫堃、顏㛢綺。\u0000\ud800' },
    { kind: 'facts', rows: [['統一編號', '12345675']] },
    { kind: 'table', head: ['條件', '值'], rows: [['折扣', '3 %'], ['帳期']], numeric: [1], note: '金額均未稅。' },
  ],
  closing: null,
}
const digest = 'ab12'.repeat(16)

describe('a paper for Word', () => {
  it('holds every word of the paper, with signs that markup is made of and rare characters of names', async () => {
    const text = wordTextOf(await renderWord(paper, digest))
    for (const said of [
      '年度供貨合約',
      'AG-2026-0001',
      '第一條　付款',
      '<5%> & 其他，游錫堃、顏㛢綺。',
      '12345675',
      '3 %',
      '金額均未稅。',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('\u0000')
  })

  it('has headings, a table head that repeats, and a font for Chinese', async () => {
    const marks = wordMarksOf(await renderWord(paper, digest), 'word/document.xml')
    expect(marks).toContain('w:pStyle w:val="Heading1"')
    expect(marks).toContain('<w:tblHeader')
    expect(wordMarksOf(await renderWord(paper, digest), 'word/styles.xml')).toContain('w:eastAsia="Microsoft JhengHei"')
  })

  it('carries the whole hash and the page number at the foot of every page, and the mark of a draft at its head', async () => {
    const draft = await renderWord(paper, digest, { mark: '草　稿' })
    const foot = 'word/footer1.xml'
    expect(wordTextOf(draft, foot)).toContain(`內容碼 ${digest}`)
    expect(wordTextOf(draft, foot)).toMatch(/第.*頁，共.*頁/)
    for (const field of ['PAGE', 'NUMPAGES']) expect(wordMarksOf(draft, foot)).toContain(`>${field}<`)
    expect(wordTextOf(draft, 'word/header1.xml')).toBe('草　稿')
    expect(wordMarksOf(await renderWord(paper, digest), 'word/header1.xml')).toBe('')
  })
})
