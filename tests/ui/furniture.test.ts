import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from '@/lib/ui/avatar'
import { theirsIn } from '@/lib/ui/conflict'
import { isAccepted } from '@/lib/ui/files-field'
import { valueAt } from '@/lib/ui/form-paths'
import { spriteOf } from '@/lib/ui/icon-set'
import { scaledSize } from '@/lib/ui/photo'
import { isPreference, preferencesFrom } from '@/lib/ui/preferences'
import { contrast, tokensOf } from './contrast'

describe('initials', () => {
  it('are the last two characters of a Chinese name and the first letters of a Latin one', () => {
    expect(initialsOf('王大明')).toBe('大明')
    expect(initialsOf('歐陽娜娜')).toBe('娜娜')
    expect(initialsOf('大安食品 Da-An')).toBe('食品')
    expect(initialsOf('Maria Anders')).toBe('MA')
    expect(initialsOf('émile')).toBe('É')
    expect(initialsOf('  ')).toBe('?')
  })

  it('have the same colour every time', () => {
    expect(hueOf('a1b2')).toBe(hueOf('a1b2'))
    expect(hueOf('王大明')).toBeLessThan(6)
  })
})

describe('preferences', () => {
  const from = (cookies: Record<string, string>, language: string | null = null) =>
    preferencesFrom((name) => cookies[name], language)

  it('come from cookies; unknown values become the default', () => {
    expect(from({ 'accord-theme': 'dark', 'accord-density': 'huge', 'accord-locale': 'en' }, 'zh-TW')).toMatchObject({
      locale: 'en',
      theme: 'dark',
      density: 'comfortable',
    })
  })

  it('speak the first language of the browser that we speak, Chinese when there is none', () => {
    expect(from({}, 'fr-FR,en;q=0.8,zh;q=0.5').locale).toBe('en')
    expect(from({}, 'zh-Hant-TW,en;q=0.8').locale).toBe('zh-TW')
    expect(from({}, 'fr-FR').locale).toBe('zh-TW')
    expect(from({}).locale).toBe('zh-TW')
  })

  it('store nothing that is not an option', () => {
    expect(isPreference('locale', 'en')).toBe(true)
    expect(isPreference('locale', 'xx')).toBe(false)
    expect(isPreference('theme', 'dark; path=/')).toBe(false)
    expect(isPreference('constructor', 'dark')).toBe(false)
  })
})

describe('form paths', () => {
  it('find values in what was typed and nothing on prototypes', () => {
    expect(valueAt({ phones: [{ value: '02' }] }, 'phones.0.value')).toBe('02')
    expect(valueAt({}, 'constructor.name')).toBeUndefined()
  })

  it("read the other person's value from the kernel's sentence", () => {
    expect(theirsIn('已被改為「大安（股）」。', 'zh-TW')).toBe('大安（股）')
    expect(theirsIn('Meanwhile changed to “—”.', 'en')).toBe('')
    expect(theirsIn('請填寫此欄位。', 'zh-TW')).toBeNull()
  })
})

describe('files', () => {
  it('fit a list of kinds by ending or type', () => {
    expect(isAccepted({ name: 'a.PDF', type: '' }, 'image/*,.pdf')).toBe(true)
    expect(isAccepted({ name: 'a.heic', type: 'image/heic' }, 'image/*,.pdf')).toBe(true)
    expect(isAccepted({ name: 'a.exe', type: 'application/x-msdownload' }, 'image/*,.pdf')).toBe(false)
  })

  it('are re-scaled to a longest edge, never enlarged', () => {
    expect(scaledSize(8000, 6000)).toEqual({ width: 2000, height: 1500 })
    expect(scaledSize(300, 200)).toEqual({ width: 300, height: 200 })
  })
})

describe('the icon sprite', () => {
  it('draws every icon with the colour of the text and carries no script', () => {
    const sprite = spriteOf()
    expect(sprite.match(/<symbol id="/g)?.length).toBeGreaterThan(80)
    expect(sprite).not.toMatch(/<script|on\w+=|undefined|key=/)
  })
})

describe('the bar for saving', () => {
  it('stands above the bottom bar at every width, since that bar alone says where it is shown', () => {
    const css = readFileSync('lib/ui/styles/forms.css', 'utf8')
    const bars = css.match(/\.form-foot\.sticky \{[^}]*\}/g) ?? []
    expect(bars.map((rule) => /\bbottom: (.*);/.exec(rule)?.[1])).toEqual(['var(--bottom-bar, 0px)'])
  })
})

describe('colours', () => {
  const css = readFileSync('lib/ui/styles/tokens.css', 'utf8')
  const text: [string, string][] = [
    ['ink', 'paper'],
    ['ink', 'surface'],
    ['ink', 'hover'],
    ['muted', 'paper'],
    ['muted', 'sunken'],
    ['muted', 'hover'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-strong'],
    ['on-brand-soft', 'brand-soft'],
    ['brand-strong', 'surface'],
    ...(['ok', 'warn', 'risk', 'info'] as const).map((tone): [string, string] => [tone, `${tone}-soft`]),
    ['risk', 'paper'],
    ['risk', 'surface'],
    ['paper', 'ink'],
  ]

  it.each(['light', 'dark', 'system'] as const)(
    'of %s can be read: text 4.5 to 1, borders of controls 3 to 1',
    (theme) => {
      const tokens = tokensOf(css, theme)
      const weak = text.filter(([front, back]) => !(contrast(tokens[front] ?? '', tokens[back] ?? '') >= 4.5))
      expect(weak).toEqual([])
      expect(contrast(tokens.control ?? '', tokens.surface ?? '')).toBeGreaterThanOrEqual(3)
      expect(contrast(tokens.brand ?? '', tokens.paper ?? '')).toBeGreaterThanOrEqual(3)
    },
  )
})
