import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shaped } from '@/lib/kernel/admit'
import { day } from '@/lib/kernel/input'
import { amount, currency, whole } from '@/lib/kernel/input-numbers'
import { Refusal } from '@/lib/kernel/refusal'

const input = z.strictObject({ amount, pieces: whole(1, 600), currency, on: day })

function told(raw: Record<string, string>) {
  try {
    shaped({ input }, { amount: '1', pieces: '1', currency: 'TWD', on: '115/2/28', ...raw })
    return null
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.fieldSentences('zh-TW')
    throw refusal
  }
}

describe('beside the field stands what is wrong with it', () => {
  it.each([
    [{}, null],
    [{ amount: '１,２００元' }, null],
    [{ amount: 'abc' }, { amount: '請輸入數字。' }],
    [{ amount: '1,234.5萬' }, null],
    [{ amount: '3萬5' }, { amount: '請輸入數字。' }],
    [{ amount: '' }, { amount: '請填寫此欄位。' }],
    [{ pieces: '1.5' }, { pieces: '請輸入整數。' }],
    [{ pieces: '一' }, { pieces: '請輸入數字。' }],
    [{ pieces: '' }, { pieces: '請填寫此欄位。' }],
    [{ pieces: '６０１' }, { pieces: '不可大於 600。' }],
    [{ currency: '台幣' }, { currency: '請輸入幣別代碼，例如 TWD。' }],
    [{ on: '115/2/29' }, { on: '請輸入日期，例如 2026-11-21。' }],
    [{ on: '113/2/29' }, null],
    [{ on: '9999-12-31' }, { on: '請輸入 1900 至 2199 年的日期。' }],
    [{ on: '1026-11-21' }, { on: '請輸入 1900 至 2199 年的日期。' }],
  ])('%j', (raw, sentences) => {
    expect(told(raw)).toEqual(sentences)
  })
})
