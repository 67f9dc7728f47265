import { type Day, parseDay } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { parseAmount, roundHalfUp } from '@/lib/kernel/money'
import { refusals } from '@/lib/kernel/refusal'
import { moneyMessages } from './messages-money'
import { type Converted, type Currency, firstCurrencies, type Rate, type UsedRate } from './model-money'

const no = refusals('workspace', moneyMessages)

/** The company's currencies: what every company begins with, and over it what this one has set; active ones first, by code. */
export function currenciesOf(set: readonly Currency[]): Currency[] {
  const all = new Map([...firstCurrencies, ...set].map((each) => [each.code, each]))
  return [...all.values()].sort((a, b) => Number(b.active) - Number(a.active) || (a.code < b.code ? -1 : 1))
}

/** A rate is more than nothing, between two currencies, and of a day that has come. */
export function mustBeRate({ day, fromCurrency, toCurrency, rate }: Omit<Rate, 'source'>, today: Day): void {
  if (fromCurrency === toCurrency) throw no('sameCurrency', {}, { toCurrency: { code: 'sameCurrency' } })
  if (exact(rate).lte(0)) throw no('rateZero', {}, { rate: { code: 'rateZero' } })
  if (day > today) throw no('rateInFuture', {}, { day: { code: 'rateInFuture' } })
}

/**
 * Rates pasted as lines of `day, from, to, rate`, by commas, tabs or blanks; days may be ROC dates. A header is passed
 * over. Refuses the first line that cannot be read, with its number; the same day and pair twice is the last one's.
 */
export function ratesOf(lines: string, source: string, today: Day): Rate[] {
  const rates = lines.split(/\r?\n/).flatMap((line, index): Rate[] => {
    const [first = '', from = '', to = '', typed = ''] = line
      .normalize('NFKC')
      .trim()
      .split(/[,\t]\s*|\s+/)
    if (first === '' || (index === 0 && !/\d/.test(first))) return []
    const [day, rate] = [parseDay(first), parseAmount(typed)]
    const [fromCurrency, toCurrency] = [from.toUpperCase(), to.toUpperCase()]
    const params = { line: index + 1, text: line.slice(0, 40) }
    const isFine =
      day !== null &&
      day <= today &&
      rate !== null &&
      exact(rate).gt(0) &&
      exact(rate).lt('10000000000') &&
      exact(rate).decimalPlaces() <= 8 &&
      [fromCurrency, toCurrency].every((code) => /^[A-Z]{3}$/.test(code)) &&
      fromCurrency !== toCurrency
    if (!isFine) throw no('badRateLine', params, { lines: { code: 'badRateLine', params } })
    return [{ day, fromCurrency, toCurrency, rate, source }]
  })
  return [...new Map(rates.map((each) => [`${each.day} ${each.fromCurrency} ${each.toCurrency}`, each])).values()]
}

type Known = Pick<Rate, 'rate' | 'day' | 'source'>

/** Which of the known rates counts: the later day's; on the same day the one that needs no turning round. */
export function rateAmong(direct: Known | null, opposite: Known | null): UsedRate | null {
  if (direct && (!opposite || direct.day >= opposite.day))
    return { ...direct, rate: plain(direct.rate), inverted: false }
  if (!opposite) return null
  return { ...opposite, rate: plain(exact(1).div(opposite.rate).toDecimalPlaces(8)), inverted: true }
}

/** An amount in another currency, rounded half up to its decimals; a rate read the other way round divides, exactly. */
export function convert(
  amount: string,
  to: { code: string; displayDecimals: number },
  used: UsedRate & { opposite?: string | null },
): Converted {
  const { opposite, ...shown } = used
  const value = opposite ? exact(amount).div(opposite) : exact(amount).times(used.rate)
  return { amount: roundHalfUp(value.toFixed(), to.displayDecimals), currency: to.code, ...shown }
}
