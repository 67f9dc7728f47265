import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { Icon } from './icon'
import { uiMessages } from './messages'

type Station = 'issue' | 'clause' | 'obligation' | 'kpi' | 'version' | 'term'
type ThreadLinkProps = { at: Partial<Record<Station, string>>; name: string; locale: Locale }

/** From a record to the thread that passes through it: where its value came from, and what came of it. */
export function ThreadLink({ at, name, locale }: ThreadLinkProps) {
  const t = translatorOf(uiMessages, locale)
  return (
    <a
      className="button small no-print"
      href={`/agreements/thread?${new URLSearchParams(at)}`}
      aria-label={t('threadOf', { name })}
    >
      <Icon name="network" />
      {t('thread')}
    </a>
  )
}
