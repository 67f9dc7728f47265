import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { catalogueWords } from '@/lib/modules/terms/messages-catalogue'
import { termTypes } from '@/lib/modules/terms/model-catalogue'

/** Every kind of term with its word, in the order of the catalogue. */
export function termOptions(locale: Locale) {
  const t = translatorOf(catalogueWords, locale)
  return termTypes.map(({ code }) => ({ value: code, label: t(`type_${code}` as 'type_paymentDays') }))
}
