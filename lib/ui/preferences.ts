import type { CalendarName } from '@/lib/kernel/day'
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/messages'

/** What one reader prefers on one device. Kept in cookies, so that the server renders it right the first time. */
export type Preferences = { locale: Locale; theme: Theme; density: Density; rail: Rail; calendar: CalendarName }

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]
export const rails = ['wide', 'narrow'] as const
export type Rail = (typeof rails)[number]
/** Western or ROC years. */
export const calendars = ['gregory', 'roc'] as const satisfies readonly CalendarName[]

export const preferenceCookies = {
  locale: 'accord-locale',
  theme: 'accord-theme',
  density: 'accord-density',
  rail: 'accord-rail',
  calendar: 'accord-calendar',
} as const
export type PreferenceName = keyof typeof preferenceCookies

/** A year in seconds. */
export const preferenceAge = 31_536_000

const oneOf = <Option extends string>(
  options: readonly Option[],
  value: string | undefined,
  otherwise: Option,
): Option => options.find((option) => option === value) ?? otherwise

/**
 * Reads preferences from cookie values; anything unknown becomes the default. Without a language cookie the browser's own
 * languages decide, and Chinese wins when neither of our two is among them.
 */
export function preferencesFrom(
  cookie: (name: string) => string | undefined,
  acceptLanguage: string | null = null,
): Preferences {
  const chosen = cookie(preferenceCookies.locale)
  return {
    locale: isLocale(chosen) ? chosen : languageOf(acceptLanguage),
    theme: oneOf(themes, cookie(preferenceCookies.theme), 'system'),
    density: oneOf(densities, cookie(preferenceCookies.density), 'comfortable'),
    rail: oneOf(rails, cookie(preferenceCookies.rail), 'wide'),
    calendar: oneOf(calendars, cookie(preferenceCookies.calendar), 'gregory'),
  }
}

/** Whether a value may be stored under a preference's name. */
export function isPreference(name: string, value: string): name is PreferenceName {
  if (name === 'locale') return isLocale(value)
  const options: Record<string, readonly string[]> = {
    theme: themes,
    density: densities,
    rail: rails,
    calendar: calendars,
  }
  return Object.hasOwn(options, name) && options[name]?.includes(value) === true
}

function languageOf(acceptLanguage: string | null): Locale {
  for (const wanted of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const tag = wanted.trim()
    if (tag.startsWith('zh')) return 'zh-TW'
    if (tag.startsWith('en')) return 'en'
  }
  return defaultLocale
}
