import parsePhoneNumber, {
  type CountryCode,
  getCountries,
  isSupportedCountry,
  type PhoneNumber,
} from 'libphonenumber-js/max'

export type PhoneKind = 'mobile' | 'fixed' | 'tollFree' | 'other'

/** A phone number as typed with what could be read from it; `checked` is false where it is no valid number. */
export type Phone = {
  typed: string
  e164: string | null
  extension: string | null
  kind: PhoneKind | null
  checked: boolean
}

const kinds: Readonly<Record<string, PhoneKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  FIXED_LINE_OR_MOBILE: 'fixed',
  TOLL_FREE: 'tollFree',
}
const longestNumber = 100

/**
 * Reads a phone number in the custom of a country, given as ISO code or as its name in English or Chinese. Never throws
 * and never loses anything: what cannot be read stays as typed, unchecked. 分機 and 轉 count as extension marks.
 */
export function parsePhone(typed: string, country: string | null = 'TW'): Phone {
  const unread: Phone = { typed, e164: null, extension: null, kind: null, checked: false }
  const plain = typed
    .slice(0, longestNumber + 1)
    .normalize('NFKC')
    .replace(/\s*(?:分機|轉)\s*:?\s*(?=\d)/, '#')
    .trim()
  if (plain.length > longestNumber) return unread
  const read = parsePhoneNumber(plain, countryCodeOf(country ?? '') ?? undefined)
  if (!read?.isValid()) return unread
  return {
    typed,
    e164: read.number,
    extension: read.ext ?? null,
    kind: kinds[read.getType() ?? ''] ?? 'other',
    checked: true,
  }
}

/**
 * The number for reading: in the home country's own grouping, with +country elsewhere, ` #123` for the extension. An
 * unchecked number, and the irregularly grouped toll-free ones, show as typed.
 */
export function displayPhone(
  phone: Pick<Phone, 'typed' | 'e164' | 'extension' | 'kind'>,
  home: CountryCode = 'TW',
): string {
  const read = phone.e164 ? parsePhoneNumber(phone.e164) : undefined
  if (!read || phone.kind === 'tollFree') return phone.typed.trim()
  return grouped(read, home) + (phone.extension ? ` #${phone.extension}` : '')
}

const grouped = (read: PhoneNumber, home: CountryCode) =>
  read.country === home ? read.formatNational() : read.formatInternational()

/** For a `tel:` link, with a pause before the extension; null for an unchecked number. */
export const phoneLink = (phone: Pick<Phone, 'e164' | 'extension'>): string | null =>
  phone.e164 && `tel:${phone.e164}${phone.extension ? `;ext=${phone.extension}` : ''}`

const commonNames: readonly (readonly [string, CountryCode])[] = [
  ['uk', 'GB'],
  ['england', 'GB'],
  ['usa', 'US'],
  ['america', 'US'],
  ['republic of china', 'TW'],
  ['r.o.c.', 'TW'],
  ['roc', 'TW'],
  ['korea', 'KR'],
  ['中華民國', 'TW'],
  ['臺灣', 'TW'],
  ['中國大陸', 'CN'],
  ['大陸', 'CN'],
  ['韓國', 'KR'],
  ['英國', 'GB'],
  ['香港', 'HK'],
  ['澳門', 'MO'],
]
let byName: Map<string, CountryCode> | undefined

/** The ISO code of a country given by code, English name or Chinese name (Germany, 德國, UK); null when unknown. */
export function countryCodeOf(name: string): CountryCode | null {
  const wanted = name.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return null
  const code = wanted.toUpperCase()
  if (code !== 'UK' && isSupportedCountry(code)) return code
  byName ??= countriesByName()
  return byName.get(wanted) ?? null
}

function countriesByName() {
  const inLanguages = ['en', 'zh-Hant-TW'].map((language) => new Intl.DisplayNames([language], { type: 'region' }))
  const named = getCountries().flatMap((code) =>
    inLanguages.map((names) => [names.of(code)?.toLowerCase() ?? code, code] as const),
  )
  return new Map<string, CountryCode>([...named, ...commonNames])
}
