import { exact, plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatPrice as formatExactPrice, groupThousands, roundHalfUp } from '@/lib/kernel/money'
import { type Said, saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from './messages'
import type { Loser, Resolved, Rule } from './model'

/** A price for one unit with at most four decimals. */
export const formatPrice = (amount: string, currency: string): string =>
  formatExactPrice({ amount: plain(exact(amount).toDecimalPlaces(4)), currency })

/** An exact quantity with its thousands apart: 1,234.5. */
export const formatQuantity = (quantity: string): string => groupThousands(plain(quantity))

/** Words in a row, as the language separates them. */
export const listed = (parts: readonly string[], locale: Locale): string => parts.join(locale === 'zh-TW' ? '、' : ', ')

/** At most two decimals, without zeros at the end. */
export const formatPct = (pct: string) => exact(roundHalfUp(pct, 2)).toFixed()

type Told = { rules: ReadonlyMap<string, Rule>; unit: string; roundTo: string | null; quantity: string }

/** Why this price, in words, step by step and in every language: what is shown beside a price and frozen with it. */
export function explain(resolved: Resolved, { rules, unit, roundTo, quantity }: Told): Said[] {
  const { currency, listPrice, winner, price } = resolved
  const money = (amount: string) => formatPrice(amount, currency)
  const said: Said[] = [saidInAll(messages, 'chain_list', { price: money(listPrice), unit })]
  const rule = winner && rules.get(winner.id)
  if (!rule) return [...said, saidInAll(messages, 'chain_noRule', { price: money(price) })]
  said.push(
    saidInAll(messages, `chain_${rule.action}`, (locale) => ({
      name: rule.name,
      level: translatorOf(messages, locale)(`level_${resolved.level}`),
      quantity,
      unit,
      ...detailOf(rule, currency, locale),
    })),
  )
  for (const { id, name } of resolved.stacked) {
    const also = rules.get(id)
    if (also?.action === 'discount')
      said.push(
        saidInAll(messages, `chain_${rule.stackMode ?? 'sequential'}`, { name, pct: formatPct(also.discountPct) }),
      )
  }
  if (roundTo !== null && rule.action !== 'fixed')
    said.push(saidInAll(messages, 'chain_rounded', { multiple: money(roundTo) }))
  if (resolved.conflicts.length > 0)
    said.push(saidInAll(messages, 'chain_conflict', { names: resolved.conflicts.map(({ name }) => name).join('、') }))
  return [...said, saidInAll(messages, 'chain_result', { price: money(price), pct: formatPct(resolved.discountPct) })]
}

function detailOf(rule: Rule, currency: string, locale: Locale): Record<string, string> {
  const t = translatorOf(messages, locale)
  if (rule.action === 'discount') return { pct: formatPct(rule.discountPct) }
  if (rule.action === 'fixed') return { price: formatPrice(rule.price, currency) }
  if (rule.action === 'schedule') return { reading: t(`schedule_${rule.schedule}`) }
  const { discountPct, roundTo, surcharge, minMargin, maxMargin } = rule.formula
  const parts = [
    discountPct !== null && t('formula_discount', { pct: formatPct(discountPct) }),
    roundTo !== null && t('formula_round', { multiple: formatPrice(roundTo, currency) }),
    surcharge !== null && t('formula_surcharge', { amount: formatPrice(surcharge, currency) }),
    minMargin !== null && t('formula_min', { amount: formatPrice(minMargin, currency) }),
    maxMargin !== null && t('formula_max', { amount: formatPrice(maxMargin, currency) }),
  ]
  return { steps: parts.filter(Boolean).join(locale === 'zh-TW' ? '，' : ', ') }
}

/** Why the other rules did not give the price. */
export const explainLosers = (losers: readonly Loser[]): Said[] =>
  losers.map(({ name, reason, detail }) => saidInAll(messages, `lost_${reason}`, { name, detail: detail ?? '' }))
