import { translatorOf } from '@/lib/kernel/translate'
import { libraryMessages } from '../messages-library'
import type { Said } from './said'

const places = [
  ['/agreements/library', 'library'],
  ['/agreements/templates', 'templates'],
  ['/agreements/settings', 'settings'],
] as const

/** The way between library, templates and settings. */
export function LibraryHub({ current, said }: { current: string; said: Said }) {
  const t = translatorOf(libraryMessages, said.locale)
  return (
    <nav aria-label={t('parts')} className="hub">
      {places.map(([href, word]) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {t(word)}
        </a>
      ))}
    </nav>
  )
}
