import { translator } from '@/lib/kernel/translator'
import { messages } from '../messages'
import { mostCounted } from '../model'

/** How many notifications wait, once that is known; nothing for none. */
export async function UnreadBadge({ count }: { count: Promise<number> }) {
  const [unread, t] = await Promise.all([count, translator(messages)])
  if (unread === 0) return null
  const many = unread > mostCounted
  return (
    <b className="badge">
      <span aria-hidden="true">{many ? `${mostCounted}+` : unread}</span>
      <span className="hush">{many ? t('bellMany') : t('bellCount', { count: unread })}</span>
    </b>
  )
}
