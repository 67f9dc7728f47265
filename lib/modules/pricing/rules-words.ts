import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from './messages'
import type { Rule } from './model'
import { formatPct, formatPrice, listed } from './rules-explain'

/** What a rule does, in a few words: 折讓 5%, NT$95, 級距 10 起 5%、50 起 12%. */
export function actionWords(rule: Rule, locale: Locale): string {
  const t = translatorOf(messages, locale)
  if (rule.action === 'discount') return t('does_discount', { pct: formatPct(rule.discountPct) })
  if (rule.action === 'fixed') return formatPrice(rule.price, rule.currency)
  if (rule.action === 'formula') return t('does_formula')
  const tiers = rule.tiers.map(({ from, discountPct }) => t('does_tier', { from, pct: formatPct(discountPct) }))
  return listed(tiers, locale)
}
