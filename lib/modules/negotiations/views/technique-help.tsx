import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { lessonWords } from '../messages-lessons'
import { type Technique, techniques } from '../model-debriefs'

/** What each technique of the standard is; opened by key, tap or click. */
export function TechniqueHelp({ only = techniques, locale }: { only?: readonly Technique[]; locale: Locale }) {
  const t = translatorOf(lessonWords, locale)
  return (
    <details>
      <summary>{t('techniquesHelp')}</summary>
      <dl className="mt-2 grid gap-2">
        {techniques
          .filter((each) => only.includes(each))
          .map((each) => (
            <div key={each}>
              <dt className="font-medium">{t(`technique_${each}`)}</dt>
              <dd className="text-muted">{t(`help_${each}`)}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
