'use client'
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/messages'
import { Broken } from '@/lib/ui/error-page'
import { LocaleProvider } from '@/lib/ui/locale'
import { preferenceCookies } from '@/lib/ui/preferences'
import './globals.css'

/** When even the layout failed: the language comes straight from the cookie. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  const locale = languageOfDocument()
  return (
    <html lang={locale} data-theme="system">
      <body>
        <LocaleProvider locale={locale}>
          <Broken {...props} />
        </LocaleProvider>
      </body>
    </html>
  )
}

function languageOfDocument(): Locale {
  if (typeof document === 'undefined') return defaultLocale
  const found = new RegExp(`${preferenceCookies.locale}=([^;]+)`).exec(document.cookie)?.[1]
  return isLocale(found) ? found : defaultLocale
}
