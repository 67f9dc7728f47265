import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { defineMessages, locales, type Messages, type Params } from '@/lib/kernel/messages'
import { type Translate, translatorOf } from '@/lib/kernel/translate'

const isMessages = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh-TW' in value

/** Something for every argument of a sentence; `select` gets each of its options in turn. */
function samplesOf(sentence: string): Params[] {
  const names = [...sentence.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name)
  const counted = new Set([...sentence.matchAll(/\{\s*(\w+)\s*,\s*(?:plural|number)/g)].map(([, name = '']) => name))
  const options = [...sentence.matchAll(/(\w+)\s*\{/g)].map(([, option = '']) => option)
  const filled = (number: number, word: string) =>
    Object.fromEntries(names.map((name) => [name, counted.has(name) ? number : word]))
  return [0, 1, 2, 1234].flatMap((number) => ['王大明', ...options].map((word) => filled(number, word)))
}

describe('the translator', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((file) => path.join('lib', file))
    .filter((file) => /messages(-[a-z-]+)?\.ts$/.test(file) && readFileSync(file, 'utf8').includes('= defineMessages('))

  it.each(files)('says every sentence of %s as the library does', async (file) => {
    const module: Record<string, unknown> = await import(path.resolve(file))
    const sets = Object.values(module).filter(isMessages)
    expect(sets.length).toBeGreaterThan(0)
    for (const messages of sets)
      for (const locale of locales) {
        const said = translatorOf(messages, locale)
        const library = createTranslator({ locale, messages: messages[locale] }) as Translate<typeof messages>
        for (const [key, sentence] of Object.entries(messages[locale]))
          for (const params of samplesOf(sentence)) expect(said(key, params)).toBe(library(key, params))
      }
  })

  it('knows arguments, plurals, choices, nesting and quotes', () => {
    const messages = defineMessages({
      en: {
        nested:
          '{who} has {count, plural, =0 {no files} one {# file} other {# files}} in {kind, select, a {the archive} other {{place}}}.',
        quotes: "It''s '{not}' an argument, isn't it?",
        number: '#{count}',
      },
      'zh-TW': { nested: '{who}有 {count, plural, other {# 個檔案}}。', quotes: '「{a}」', number: '#{count}' },
    })
    const english = translatorOf(messages, 'en')
    expect(english('nested', { who: 'Wang', count: 0, kind: 'a' })).toBe('Wang has no files in the archive.')
    expect(english('nested', { who: 'Wang', count: 1, kind: 'b', place: 'Taipei' })).toBe('Wang has 1 file in Taipei.')
    expect(english('nested', { who: 'Wang', count: 1234, kind: 'a' })).toBe('Wang has 1,234 files in the archive.')
    expect(english('quotes')).toBe("It's {not} an argument, isn't it?")
    expect(english('number', { count: 1234 })).toBe('#1234')
    expect(translatorOf(messages, 'zh-TW')('nested', { who: '王', count: 3 })).toBe('王有 3 個檔案。')
  })
})
