/** The languages of the product. zh-TW is the source; English is complete. */
export const locales = ['zh-TW', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-TW'

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** Every sentence of one part of the product, in both languages. */
export type Messages<Key extends string = string> = Record<Locale, Readonly<Record<Key, string>>>
export type Params = Readonly<Record<string, string | number>>

/** English sets the shape; zh-TW must answer every key, or it does not compile. Sentences are ICU messages. */
export const defineMessages = <const En extends Record<string, string>>(messages: {
  en: En
  'zh-TW': { readonly [Key in keyof En]: string }
}): { en: En; 'zh-TW': { readonly [Key in keyof En]: string } } => messages
