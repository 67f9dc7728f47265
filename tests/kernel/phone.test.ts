import { describe, expect, test } from 'vitest'
import { countryCodeOf, displayPhone, parsePhone, phoneLink } from '@/lib/kernel/phone'

describe('a phone number', () => {
  test.each([
    ['02-2345-6789#123', 'TW', '+886223456789', '123', 'fixed', '02 2345 6789 #123'],
    ['0912-345-678', 'TW', '+886912345678', null, 'mobile', '0912 345 678'],
    ['(02)23456789', 'TW', '+886223456789', null, 'fixed', '02 2345 6789'],
    ['（０２）２３４５－６７８９轉１２', 'TW', '+886223456789', '12', 'fixed', '02 2345 6789 #12'],
    ['04-2345-6789 分機 7', 'TW', '+886423456789', '7', 'fixed', '04 2345 6789 #7'],
    ['0800-000-123', 'TW', '+886800000123', null, 'tollFree', '0800-000-123'],
    ['030-0074321', 'Germany', '+49300074321', null, 'fixed', '+49 30 0074321'],
    ['+49 30 0074321', 'TW', '+49300074321', null, 'fixed', '+49 30 0074321'],
  ] as const)('%s of %s', (typed, country, e164, extension, kind, shown) => {
    const phone = parsePhone(typed, country)
    expect(phone).toEqual({ typed, e164, extension, kind, checked: true })
    expect(displayPhone(phone)).toBe(shown)
  })

  test.each([
    ['(5) 555-4729', 'Mexico'],
    ['老闆手機請問陳小姐', 'TW'],
    ['12', 'TW'],
    ['', 'TW'],
    ['030-0074321', null],
    ['030-0074321', 'Atlantis'],
    ['\u0000\ud800', 'TW'],
    ['9'.repeat(3_000_000), 'TW'],
  ])('%.20s is kept as typed and unchecked', (typed, country) => {
    const phone = parsePhone(typed, country)
    expect(phone).toEqual({ typed, e164: null, extension: null, kind: null, checked: false })
    expect(displayPhone(phone)).toBe(typed.trim())
    expect(phoneLink(phone)).toBeNull()
  })

  test('is dialled with its extension', () => {
    expect(phoneLink(parsePhone('02-2345-6789#123'))).toBe('tel:+886223456789;ext=123')
  })

  test.each([
    ['Germany', 'DE'],
    ['德國', 'DE'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['台灣', 'TW'],
    ['臺灣', 'TW'],
    ['Taiwan', 'TW'],
    ['tw', 'TW'],
    ['ＴＷ', 'TW'],
    ['Venezuela', 'VE'],
    ['Nowhere', null],
    ['', null],
  ])('the country %s is %s', (name, code) => {
    expect(countryCodeOf(name)).toBe(code)
  })
})
