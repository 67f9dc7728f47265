import type { Work } from '@/lib/kernel/command'
import type { Said } from '@/lib/kernel/said'
import { notify } from '@/lib/modules/notifications/commands'

type News = { kind: string; text: Said; href: string; subjectKind: string; subjectId: string; key: string }

/** Tells members something about a negotiation; whoever does it need not be told. */
export async function tell(work: Work, memberIds: readonly string[], news: News): Promise<void> {
  const others = [...new Set(memberIds)].filter((id) => id !== work.actor.id)
  if (others.length > 0) await work.call(notify, { ...news, memberIds: others, urgent: false })
}
