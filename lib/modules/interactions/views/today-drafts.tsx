'use client'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import { todayMessages } from '../messages-today'
import { useDrafts } from './quick-log'
import { dropDraft } from './quick-log-draft'

/** What was begun in this browser and not saved; there only when there is something. */
export function TodayDrafts({ memberId }: { memberId: string }) {
  const t = useTranslator(todayMessages)
  const say = useTranslator(quickLogMessages)
  const drafts = useDrafts(memberId)
  if (drafts.length === 0) return null
  return (
    <Card title={t('drafts')} action={<span className="text-sm text-muted">{t('draftsNote')}</span>} flush>
      <ul className="rows">
        {drafts.map((draft) => (
          <li key={draft.key} className="flex-wrap">
            <div className="grow basis-48">
              <span className="font-medium">{draft.account?.name || t('noAccountYet')}</span>
              <p className="line-clamp-2 text-sm text-muted">{draft.line || draft.step}</p>
            </div>
            {draft.waiting ? (
              <span className="chip warn">
                <Icon name="wifi-off" />
                {t('waitingToSend')}
              </span>
            ) : (
              <div className="flex gap-2">
                <a className="button small" href={`/interactions/new?draft=${draft.key}`}>
                  {t('resume')}
                </a>
                <button type="button" className="button small quiet" onClick={() => dropDraft(memberId, draft.key)}>
                  {say('discard')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
