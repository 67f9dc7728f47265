import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { DocumentNonce } from '@/lib/ui/csp'
import { LocaleProvider } from '@/lib/ui/locale'
import { PreferenceProvider } from '@/lib/ui/preference-switches'
import { readPreferences } from '@/lib/ui/read-preferences'
import { SoftLinks } from '@/lib/ui/soft-links'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Accord 商誼', template: '%s · Accord 商誼' } }
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#121514' },
  ],
}

/** Language, theme and row height are set here, on the server, so that nothing flickers and no script is needed. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ locale, theme, density, calendar }, sent] = await Promise.all([readPreferences(), headers()])
  return (
    <html lang={locale} data-theme={theme} data-density={density}>
      <body>
        <DocumentNonce nonce={sent.get('x-nonce') ?? ''}>
          <LocaleProvider locale={locale} calendar={calendar}>
            <PreferenceProvider now={{ theme, density }}>
              <SoftLinks />
              {children}
            </PreferenceProvider>
          </LocaleProvider>
        </DocumentNonce>
      </body>
    </html>
  )
}
