import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { words } from '@/lib/modules/kpis/messages'
import { boardWords } from '@/lib/modules/kpis/messages-board'
import { pageWords } from '@/lib/modules/kpis/messages-pages'
import { differenceSaid, gapSaid } from '@/lib/modules/kpis/model-said'
import { reasonSaid, type Said } from '@/lib/modules/kpis/views/said'

const said = (locale: Locale) =>
  ({
    locale,
    t: translatorOf(pageWords, locale),
    word: translatorOf(words, locale),
    board: translatorOf(boardWords, locale),
  }) as unknown as Said
const share = { unit: 'percent', decimals: 1 } as const
const days = { unit: 'days', decimals: 0 } as const

describe('differences', () => {
  const word = translatorOf(words, 'zh-TW')

  it('of percentages are percentage points, of days days, of amounts plain', () => {
    expect(gapSaid('5.1', share, word)).toBe('5.1 個百分點')
    expect(gapSaid('1200', { unit: 'amount', decimals: 0 }, word)).toBe('1,200')
    expect(differenceSaid('30', '28', days, word)).toBe('−2 天')
    expect(differenceSaid('97.5', '98.6', share, word)).toBe('+1.1 個百分點')
  })
})

describe('why a value stands as it does', () => {
  const higher = { direction: 'higher', target: '93', amber: '90', zero: '80' } as const
  const lower = { direction: 'lower', target: '30', amber: '35', zero: '60' } as const
  const reason = (status: 'green' | 'amber' | 'red', thresholds: typeof higher | typeof lower) =>
    reasonSaid({ status, thresholds }, thresholds.direction === 'higher' ? share : days, said('zh-TW'))

  it('names the side on which the limit was missed', () => {
    expect(reason('red', higher)).toBe('低於黃燈門檻 90.0%；目標為 93.0%')
    expect(reason('amber', higher)).toBe('未達目標 93.0%，但不低於黃燈門檻 90.0%')
    expect(reason('green', higher)).toBe('達到目標 93.0%')
    expect(reason('red', lower)).toBe('超過黃燈門檻 35 天；目標為 30 天')
    expect(reason('amber', lower)).toBe('超過目標 30 天，但未超過黃燈門檻 35 天')
    expect(reason('green', lower)).toBe('未超過目標 30 天')
  })
})
