import type { ReactNode } from 'react'
import { LanguageSwitch, ThemeSwitch } from '@/lib/ui/preference-switches'

/** Pages before signing in: one matter in the middle, language and appearance below it. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center justify-center gap-8 bg-sunken px-4 py-8">
      <main id="content" className="grid w-full max-w-[26rem] grid-cols-1 gap-5">
        <p className="brand px-0">
          <span className="brand-mark" aria-hidden="true">
            誼
          </span>
          <span className="brand-words">
            <strong>Accord 商誼</strong>
          </span>
        </p>
        {children}
      </main>
      <footer className="menu-switches flex flex-wrap justify-center gap-4">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  )
}
