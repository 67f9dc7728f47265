import type { ReactNode } from 'react'
import { LanguageSwitch, ThemeSwitch } from '@/lib/ui/preference-switches'

/** Pages for clients who have no account: the paper alone, language and appearance below it. */
export default function ClientLayout({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh bg-sunken px-4 py-6">
      <main id="content" className="mx-auto grid w-full max-w-[48rem] grid-cols-1 gap-5">
        {children}
      </main>
      <footer className="menu-switches no-print mx-auto flex max-w-[48rem] flex-wrap justify-center gap-4">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  )
}
