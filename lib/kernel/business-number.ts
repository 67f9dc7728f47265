const weights = [1, 2, 1, 2, 1, 2, 4, 1]

/** Eight ASCII digits from what was typed (full-width digits, spaces and hyphens allowed), or null. */
export function normaliseBusinessNumber(text: string): string | null {
  if (text.length > 40) return null
  const plain = text.normalize('NFKC').replace(/[\s-]+/g, '')
  return /^\d{8}$/.test(plain) ? plain : null
}

/**
 * The arithmetic of the 統一編號 alone, in force since 2023-04-01 (Ministry of Finance; U01): digit sums of the weighted
 * products, divisible by 5; a 7 in the seventh place also passes with one more. 00000000 passes it.
 */
export function businessNumberAddsUp(number: string): boolean {
  if (!/^\d{8}$/.test(number)) return false
  const sum = weights.reduce((total, weight, place) => {
    const product = weight * Number(number[place])
    return total + Math.floor(product / 10) + (product % 10)
  }, 0)
  return sum % 5 === 0 || (number[6] === '7' && (sum + 1) % 5 === 0)
}

export type BusinessNumberCheck =
  | { number: string; problem: null }
  | { number: null; problem: 'length' | 'checksum' | 'zeros' }

/** The number in its stored form, or why it cannot be one: not eight digits, wrong check digit, or all zeros. */
export function checkBusinessNumber(text: string): BusinessNumberCheck {
  const number = normaliseBusinessNumber(text)
  if (!number) return { number: null, problem: 'length' }
  if (number === '00000000') return { number: null, problem: 'zeros' }
  return businessNumberAddsUp(number) ? { number, problem: null } : { number: null, problem: 'checksum' }
}

/** True when what was typed is a valid 統一編號. */
export const isBusinessNumber = (text: string): boolean => checkBusinessNumber(text).problem === null
