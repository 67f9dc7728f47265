import { describe, expect, test } from 'vitest'
import {
  callNamesOf,
  displayNameOf,
  greetingOf,
  initialsOf,
  nameSortKey,
  normaliseCompanyName,
  splitPersonName,
} from '@/lib/kernel/name'

describe('a company name', () => {
  test.each([
    ['臺灣積體電路製造股份有限公司', '台灣積體電路製造'],
    ['台灣積體電路製造（股）公司', '台灣積體電路製造'],
    ['大安食品 有限公司', '大安食品'],
    ['大安食品公司', '大安食品'],
    ['大安食品股份有限公司台北分公司', '大安食品股份有限公司台北分公司'],
    ['公司', '公司'],
    ['股份有限公司', '股份有限公司'],
    ['Delta Electronics Co., Ltd.', 'deltaelectronics'],
    ['DELTA ELECTRONICS, INC.', 'deltaelectronics'],
    ['Königlich Essen GmbH & Co. KG', 'koniglichessen'],
    ['Comércio Mineiro S.A.', 'comerciomineiro'],
    ['Ｄｅｌｔａ　Ｌｔｄ．', 'delta'],
    ["B's Beverages", 'bsbeverages'],
    ['Ltd.', 'ltd'],
    ['Corporation Co.', 'corporation'],
    ['!!!', '!!!'],
    ['', ''],
  ])('%s → %s', (name, expected) => {
    expect(normaliseCompanyName(name)).toBe(expected)
  })

  test('different companies keep different keys', () => {
    expect(normaliseCompanyName('大安食品')).not.toBe(normaliseCompanyName('大安食品行'))
    expect(normaliseCompanyName('QUICK-Stop')).not.toBe(normaliseCompanyName('QUICK-Shop'))
  })
})

const wang = { familyName: '王', givenName: '大明', honorific: '經理', englishName: 'David Wang' }
const maria = { familyName: 'Anders', givenName: 'Maria' }

describe('a person', () => {
  test('is named family first without a space in Chinese, given name first in Latin letters', () => {
    expect(displayNameOf(wang, 'zh-TW')).toBe('王大明')
    expect(displayNameOf(wang, 'en')).toBe('David Wang')
    expect(displayNameOf({ familyName: '王', givenName: '大明' }, 'en')).toBe('王大明')
    expect(displayNameOf(maria, 'zh-TW')).toBe('Maria Anders')
    expect(displayNameOf({ ...maria, displayName: '安瑪莉' }, 'zh-TW')).toBe('安瑪莉')
    expect(displayNameOf({ englishName: 'Iris' }, 'zh-TW')).toBe('Iris')
    expect(displayNameOf({}, 'en')).toBe('')
  })

  test('is addressed with family name and honorific', () => {
    expect(greetingOf(wang, 'zh-TW')).toBe('王經理')
    expect(greetingOf(wang, 'en')).toBe('David Wang')
    expect(greetingOf({ ...wang, honorific: '先生' }, 'zh-TW')).toBe('王先生')
    expect(greetingOf({ ...wang, honorific: '先生' }, 'en')).toBe('Mr. Wang')
    expect(greetingOf({ familyName: 'Chen', givenName: 'Iris', honorific: 'Ms.' }, 'en')).toBe('Ms. Chen')
    expect(greetingOf({ familyName: 'Chen', givenName: 'Iris', honorific: 'Ms.' }, 'zh-TW')).toBe('Chen 女士')
    expect(greetingOf({ familyName: '陳', givenName: '小華', honorific: '小姐' }, 'en')).toBe('陳小姐')
    expect(greetingOf(maria, 'zh-TW')).toBe('Maria Anders')
  })

  test('has initials for the avatar', () => {
    expect(initialsOf('王大明')).toBe('大明')
    expect(initialsOf('歐陽小華')).toBe('小華')
    expect(initialsOf('Maria Anders')).toBe('MA')
    expect(initialsOf('ana maría trujillo')).toBe('AT')
    expect(initialsOf('Ñandú')).toBe('Ñ')
    expect(initialsOf('')).toBe('')
  })

  test('is sorted by family name', () => {
    expect(nameSortKey(maria)).toBe('anders maria')
    expect(nameSortKey({ familyName: 'Ångström', givenName: 'Å' })).toBe('angstrom a')
    expect(nameSortKey({ displayName: '客服窗口' })).toBe('客服窗口')
  })

  test.each([
    ['王大明', '王', '大明'],
    ['歐陽小華', '歐陽', '小華'],
    ['歐陽', '歐', '陽'],
    ['Maria Anders', 'Anders', 'Maria'],
    ['José Pedro Freyre', 'Freyre', 'José Pedro'],
    ['Anders, Maria', 'Anders', 'Maria'],
    ['Madonna', '', 'Madonna'],
    ['採購部門總機', '', '採購部門總機'],
  ])('%s is split into %s and %s', (whole, familyName, givenName) => {
    expect(splitPersonName(whole)).toEqual({ familyName, givenName })
  })

  test('answers to the names colleagues use', () => {
    const names = callNamesOf({ ...wang, title: '採購副理' })
    expect(names).toEqual(
      expect.arrayContaining(['王大明', '大明', 'David Wang', 'David', '王經理', '王副理', '王先生']),
    )
    expect(names).not.toContain('王')
    expect(callNamesOf({ familyName: '陳', givenName: '華', honorific: '小姐' })).not.toContain('陳先生')
    expect(callNamesOf(maria)).toEqual(['Maria Anders', 'Maria'])
  })
})
