import { describe, expect, it } from 'vitest'
import type { Paper } from '@/lib/kernel/paper'
import { renderPdf } from '@/lib/kernel/pdf/render-pdf'
import { textOf } from './pdf-text'

/** Three hundred characters as contracts have them: full-width signs, rare names, formal numerals. */
const sample = [
  '年度供貨協議書（草案）：甲方「大安食品股份有限公司」，乙方「和泰食品股份有限公司」；雙方本於誠信，同意條款如下。',
  '一、付款條件：月結六十日，票期三十日，逾期按年利率百分之五計收遲延利息。',
  '二、折讓：每季達新臺幣壹佰貳拾萬元整者，給予百分之二之銷貨折讓；未達者不予計算。',
  '三、窗口：採購經理游錫堃、財務李宗喆、業務陳峯賢、法務王煊、物流黃鈺婷、品保蕭瑀珊、總務顏㛢綺。',
  '四、運送：基隆、臺北、桃園、新竹、苗栗、臺中、彰化、南投、雲林、嘉義、臺南、高雄、屏東、宜蘭、花蓮、臺東、澎湖、金門、馬祖。',
  '五、其他：％、＋、－、＝、～、…、—、《》、『』、【】、①②③、㎏、℃、零壹貳參肆伍陸柒捌玖拾佰仟萬億，以下空白，特此敬告。',
].join('')

const paper: Paper = {
  language: 'zh-TW',
  title: '年度交易條件確認書',
  reference: 'TT-2026-018',
  on: '2026-01-01',
  from: { company: '和泰食品股份有限公司', person: '林怡君' },
  to: { company: '大安食品股份有限公司', person: '游錫堃', salutation: '游經理您好：' },
  blocks: [
    { kind: 'heading', text: '條款' },
    { kind: 'text', text: sample },
    { kind: 'facts', rows: [['統一編號', '12345675']] },
    {
      kind: 'table',
      head: ['條件', '標準', '本客戶'],
      rows: Array.from({ length: 80 }, (_, index) => [`第 ${index + 1} 項`, '60 天', '75 天']),
      numeric: [1, 2],
      note: '金額均未稅。',
    },
  ],
  closing: '敬請確認。',
}

const squeezed = (text: string) => text.replace(/\s/g, '')

describe('a paper as PDF', () => {
  it('holds every character of a Chinese text, so that it can be read, searched and copied', async () => {
    expect([...sample].length).toBeGreaterThanOrEqual(300)
    const text = squeezed(textOf(await renderPdf(paper)))
    const missing = [...new Set(squeezed(sample))].filter((character) => !text.includes(character))
    expect(missing).toEqual([])
    expect(text).not.toContain('\ufffd')
    for (const rare of '，：（）「」堃喆峯煊') expect(text).toContain(rare)
  })

  it('dates a Chinese paper by the ROC calendar with the ISO date, an English one in words with it', async () => {
    expect(squeezed(textOf(await renderPdf(paper)))).toContain('民國115年1月1日（2026-01-01）')
    const english = squeezed(textOf(await renderPdf({ ...paper, language: 'en' })))
    expect(english).toContain('January1,2026(2026-01-01)')
  })

  it.each([14, 16, 17, 18, 19, 20, 21])(
    'never parts the rows to sign from their heading, after %i lines',
    async (count) => {
      const lines = Array.from({ length: count }, (_, index) => ({ kind: 'text', text: `第 ${index} 句` }) as const)
      const rows = [
        ['買受人', '\n\n'],
        ['出賣人', '\n\n'],
      ]
      const signed = { kind: 'table', head: ['當事人', '用印欄'], rows } as const
      const blocks = [...lines, { kind: 'heading', text: '立約人簽章' } as const, signed]
      const text = squeezed(textOf(await renderPdf({ ...paper, blocks, closing: null }, 'ab', { contract: true })))
      const pages = text.split(/第\d+頁，共\d+頁/).filter((page) => page.includes('用印欄'))
      expect(pages).toHaveLength(1)
      for (const word of ['立約人簽章', '買受人', '出賣人']) expect(pages[0]).toContain(word)
    },
  )

  it('repeats the head of a table on every page, numbers its pages and carries the hash of its content', async () => {
    const text = squeezed(textOf(await renderPdf(paper, 'ab12'.repeat(16))))
    expect(text.split('本客戶').length - 1).toBeGreaterThan(1)
    expect(text).toContain('第80項')
    expect(text).toContain('內容碼ab12ab12ab12ab12')
    expect(text).toMatch(/第1頁，共[2-9]頁/)
  })

  it('prints what looks like markup or an address as the text it is, and reads nothing for it', async () => {
    const odd = '<img src="file:///etc/passwd"> {{x}} https://evil.example/a.png'
    const text = squeezed(textOf(await renderPdf({ ...paper, blocks: [{ kind: 'text', text: odd }] })))
    expect(text).toContain(squeezed(odd))
  })
})
