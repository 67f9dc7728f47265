import { describe, expect, it } from 'vitest'
import { diceOf } from '@/db/seed/dice'
import { stories } from '@/db/seed/stories'
import { listed, rowsOf } from '@/db/seed/story'
import { toldOf } from '@/db/seed/telling'
import { worded } from '@/db/seed/wording'
import { checkBusinessNumber } from '@/lib/kernel/business-number'
import { addDays, dayOf, weekday } from '@/lib/kernel/day'
import { parsePhone } from '@/lib/kernel/phone'
import { sourceViolations } from '../architecture/source-lint'
import { realCompanies } from './real-companies'
import { storyTexts } from './story-texts'

const friday = new Date('2026-11-20T02:00:00Z')
const allOf = (now: Date, seed?: number) => stories.flatMap((story) => toldOf(story, { now, ...(seed && { seed }) }))

/** Mornings and nights, weekends, the new year's holidays, and days on which months end. */
const days = Array.from({ length: 36 }, (_, index) => new Date(Date.UTC(2026, 0, 3 + index * 17, (index * 5) % 24, 20)))

describe('the stories', () => {
  it('are twelve accounts in four trades: customers, two suppliers, a partner, one restricted, one a subsidiary', () => {
    const kinds = stories.map(({ account }) => account.kind)
    expect(stories).toHaveLength(12)
    expect(new Set(stories.map(({ account }) => account.industry))).toEqual(
      new Set(['食品', '電子', '紡織', '物流', '包裝']),
    )
    expect(kinds.filter((kind) => kind === 'supplier')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'partner')).toHaveLength(1)
    expect(new Set(stories.map(({ account }) => account.tier))).toEqual(new Set(['A', 'B', 'C']))
    expect(stories.filter(({ account }) => account.restricted)).toHaveLength(1)
    expect(stories.filter(({ parent }) => parent)).toHaveLength(1)
    expect(stories[0]?.account).toMatchObject({ name: '大安食品股份有限公司', tier: 'A', kind: 'customer' })
  })

  it('name sixty people, each once', () => {
    const names = stories.flatMap(({ people }) => rowsOf(people).map(([name]) => name))
    expect(names).toHaveLength(60)
    expect(new Set(names).size).toBe(60)
  })

  it('say nothing in words of the mainland and name no company that exists', () => {
    const texts = storyTexts()
    expect(texts.length).toBeGreaterThan(3000)
    for (const { place, text } of texts) {
      expect(sourceViolations([{ file: `${place}/messages.ts`, text }]), text).toEqual([])
      expect(
        realCompanies.filter((name) => text.includes(name)),
        `${place}: ${text}`,
      ).toEqual([])
    }
  })

  it('give only numbers that pass the check and that nobody is known by', () => {
    const numbers = stories.map(({ account }) => account.businessNumber)
    expect(numbers.map((number) => checkBusinessNumber(number).problem)).toEqual(numbers.map(() => null))
    expect(new Set(numbers).size).toBe(12)
    expect(numbers.every((number) => number.startsWith('000') || number.startsWith('001'))).toBe(true)
  })

  it('give only telephones that can be read and addresses under names reserved for examples', () => {
    const phones = stories.flatMap(({ account, people }) => [
      account.phone,
      ...rowsOf(people).flatMap((cells) => listed(cells[7])),
    ])
    expect(phones.filter((phone) => !parsePhone(phone).checked)).toEqual([])
    expect(new Set(phones.filter((phone) => phone.startsWith('09'))).size).toBeGreaterThan(35)
    expect(
      stories.filter(({ domain, account }) => !`${domain} ${account.website}`.match(/\.example .*\.example$/)),
    ).toEqual([])
  })

  it('are told alike twice, and otherwise with another seed', () => {
    expect(allOf(friday)).toEqual(allOf(friday))
    expect(allOf(friday)).not.toEqual(allOf(friday, 7))
  })

  it('hold 685 contacts on a Friday in November, hardly two of them alike', () => {
    const told = allOf(friday)
    expect(told).toHaveLength(685)
    expect(new Set(told.map(({ summary }) => summary)).size).toBeGreaterThan(670)
    expect(new Set(told.map(({ channel }) => channel)).size).toBe(8)
    expect(told.filter(({ summary }) => summary.includes('{') || summary.includes('#'))).toEqual([])
  })

  it.each(days)('fit %s: eighteen months, nothing of the past ahead, hardly anything on a day off', (now) => {
    const told = allOf(now)
    expect(told.length).toBeGreaterThan(600)
    expect(told.length).toBeLessThan(720)
    const past = told.filter(({ planned }) => !planned)
    expect(past.filter(({ at, enteredAt }) => at >= enteredAt || enteredAt >= now)).toEqual([])
    expect(past.filter(({ at }) => dayOf(at) < addDays(dayOf(now), -570))).toEqual([])
    expect(past.filter(({ at }) => weekday(dayOf(at)) > 5).length).toBeLessThan(8)
    expect(told.filter(({ arrangedAt, at }) => arrangedAt && arrangedAt >= at)).toEqual([])
    const plans = told.filter(({ planned }) => planned)
    expect(plans.filter(({ enteredAt, at }) => enteredAt >= at || enteredAt >= now)).toEqual([])
    expect(plans.filter(({ at }) => at > now).length).toBeGreaterThanOrEqual(5)
  })
})

describe('a sentence', () => {
  const said = (text: string) => worded(text, '2026-12-28', diceOf(1, 'a'))

  it('says months, quarters, workdays and amounts as of its day', () => {
    expect(said('{上月}、{月}、{下月}月，{季}與{下季}')).toBe('11、12、1月，Q4與Q1')
    expect(said('{+4} 前')).toBe('1/4 前')
    expect(said('{n:3-3} 板、{元:1800-1800}')).toBe('3 板、NT$1,800')
    expect(said('{千元:210-210}')).toMatch(/^NT\$210,\d{3}$/)
  })

  it('refuses a place that nobody knows', () => {
    expect(() => said('{去年}')).toThrow('{去年}')
  })
})
