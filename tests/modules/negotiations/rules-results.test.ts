import { describe, expect, it } from 'vitest'
import { translatorOf } from '@/lib/kernel/translate'
import { resultWords } from '@/lib/modules/negotiations/messages-results'
import { audiences } from '@/lib/modules/negotiations/model-results'
import type { Member } from '@/lib/modules/negotiations/rules-colleagues'
import {
  type AgreedIssue,
  agreedInWords,
  audiencesOf,
  draftedMessage,
  proposedNotices,
  readersOf,
} from '@/lib/modules/negotiations/rules-results'
import { termTypes } from '@/lib/modules/terms/model-catalogue'

const issue = (
  key: string,
  termCode: string | null,
  agreedValue: string | boolean,
  more: object = {},
): AgreedIssue => ({
  ...{ key, name: key, kind: 'numeric', unit: null, termCode, options: [], agreedValue },
  ...more,
})
const [zh, en] = [translatorOf(resultWords, 'zh-TW'), translatorOf(resultWords, 'en')]

describe('a result concerns', () => {
  it('finance when payment changed, logistics when delivery did, quality when shelf life or returns did, legal when it is exclusive', () => {
    expect(audiencesOf('paymentDays')).toEqual(['finance'])
    expect(audiencesOf('leadTime')).toEqual(['logistics'])
    expect(audiencesOf('deliveryFrequency')).toEqual(['logistics'])
    expect(audiencesOf('shelfLife')).toContain('quality')
    expect(audiencesOf('returnTerms')).toContain('quality')
    expect(audiencesOf('exclusivity')).toContain('legal')
    expect(audiencesOf('latePenalty')).toContain('legal')
    expect(audiencesOf('listDiscount')).toEqual(['sales'])
    expect(audiencesOf('displayFee')).toContain('sales')
  })

  it('sales when it is no term, and somebody whatever the kind of term', () => {
    expect(audiencesOf(null)).toEqual(['sales'])
    for (const { code } of termTypes) expect(audiencesOf(code).length).toBeGreaterThan(0)
  })

  it('each audience once, whatever the order in which issues were entered', () => {
    const [days, tenor, lead] = [
      issue('付款', 'paymentDays', '60'),
      issue('票期', 'chequeTenor', '30'),
      issue('交期', 'leadTime', '3'),
    ]
    const told = proposedNotices([days, tenor, lead], audiences)
    expect(told.map(({ audience, issues }) => [audience, issues.map(({ key }) => key)])).toEqual([
      ['finance', ['付款', '票期']],
      ['logistics', ['交期']],
    ])
    expect(proposedNotices([lead, tenor, days], audiences).map(({ audience }) => audience)).toEqual([
      'finance',
      'logistics',
    ])
    expect(proposedNotices([], audiences)).toEqual([])
  })
})

it('an agreed value is said with its unit, by its option, as yes or no, or as it was written', () => {
  expect(agreedInWords(issue('a', null, '60.0000', { unit: '天' }), zh)).toBe('60 天')
  expect(agreedInWords(issue('a', null, '0', { unit: '%' }), zh)).toBe('0 %')
  const options = [{ key: 'x', label: '每週三次' }]
  expect(agreedInWords(issue('a', null, 'x', { kind: 'ordinal', options }), zh)).toBe('每週三次')
  expect(agreedInWords(issue('a', null, false, { kind: 'boolean' }), en)).toBe('no')
  expect(agreedInWords(issue('a', null, '依附件', { kind: 'text' }), zh)).toBe('依附件')
})

it('the drafted message names the client, every agreed value and the day, in either language', () => {
  const about = {
    account: '大安食品',
    title: '年度條件',
    day: '2026/11/25',
    issues: [issue('付款', null, '60', { unit: '天' })],
  }
  expect(draftedMessage(about, zh)).toBe(
    '與大安食品就「年度條件」談定：\n・付款：60 天\n請依此辦理，並於 2026/11/25 前確認。',
  )
  expect(draftedMessage(about, en)).toContain('- 付款: 60 天')
})

it('an audience is its discipline; sales are who serves the account and who leads its owner', () => {
  const member = (id: string, more: Partial<Member> = {}): Member => ({
    ...{ id, name: id, roles: ['accountManager'], disciplines: [], reportsToId: null },
    ...more,
  })
  const all = [
    member('owner', { reportsToId: 'lead' }),
    member('lead', { roles: ['salesLead'] }),
    member('served'),
    member('other'),
    member('money', { roles: ['specialist'], disciplines: ['finance'] }),
  ]
  const served = { ownerId: 'owner', team: new Set(['served']) }
  const ids = (audience: Parameters<typeof readersOf>[0]) => readersOf(audience, all, served).map(({ id }) => id)
  expect(ids('finance')).toEqual(['money'])
  expect(ids('legal')).toEqual([])
  expect(ids('sales')).toEqual(['owner', 'lead', 'served'])
  expect(ids('other')).toEqual([])
})
