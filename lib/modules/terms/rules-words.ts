import { plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney } from '@/lib/kernel/money'
import { eachLocale, type Said } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { messages, valueWords } from './messages'
import { catalogueWords, typeWord } from './messages-catalogue'
import { typeOf } from './model-catalogue'
import type { TermValue } from './model-values'

/** What the workspace calls a kind of term; the catalogue's word where it says nothing. */
export type TypeNames = ReadonlyMap<string, { name: string | null; englishName: string | null }>

export function nameOfType(code: string, locale: Locale, names: TypeNames = new Map()): string {
  const own = names.get(code)
  const said = locale === 'zh-TW' ? own?.name : (own?.englishName ?? own?.name)
  return said || translatorOf(catalogueWords, locale)(typeWord(code))
}

const grouped = (number: string) => {
  const [whole = '', rest] = plain(number).split('.')
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return rest === undefined ? digits : `${digits}.${rest}`
}

/** A value as people read it: 「3 %」, 「月結 2 個月」, “NT$3,000 for each store”. */
export function valueInWords(code: string, value: TermValue, locale: Locale, currency: string): string {
  const t = translatorOf(valueWords, locale)
  const money = (amount: string) => formatMoney({ amount, currency })
  switch (value.kind) {
    case 'percent':
      return t('percent', { number: grouped(value.number) })
    case 'amount':
      return t(typeOf(code)?.basis === 'year' ? 'amount' : 'plainAmount', { number: money(value.number) })
    case 'each': {
      const basis = typeOf(code)?.basis
      const unit = basis === 'item' || basis === 'store' ? basis : 'event'
      const each = t(`each_${unit}`, { number: money(value.number) })
      return value.times === null ? each : t('eachTimes', { each, times: grouped(value.times) })
    }
    case 'days':
      return t('days', { number: Number(value.number) })
    case 'dayOfMonth':
      return value.number === '31' ? t('lastOfMonth') : t('dayOfMonth', { number: value.number })
    case 'quantity':
      return t('quantity', { number: grouped(value.number) })
    case 'yesNo':
      return t(value.yes ? 'yes' : 'no')
    case 'text':
      return value.text
    case 'payment':
      return t(value.rule, { count: Number(value.count) })
    case 'cashDiscount':
      return t('cashDiscount', { pct: grouped(value.pct), days: value.days })
    case 'tiers': {
      const tiers = value.tiers.map(({ from, pct }) => t('tier', { from: money(from), pct: grouped(pct) }))
      return t(value.scheme, { tiers: tiers.join(t('comma')) })
    }
  }
}

/** The same in both languages, for approvals and notifications. */
export const valueSaid = (code: string, value: TermValue | null, currency: string): Said =>
  eachLocale((locale) =>
    value ? valueInWords(code, value, locale, currency) : translatorOf(messages, locale)('notSet'),
  )
