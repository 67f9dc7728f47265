import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import type { NeedState } from '../model'
import { StateMark } from './marks'

type HeardHereProps = {
  interactionId: string
  needs: readonly { id: string; title: string; state: string }[]
  mayRecord: boolean
}

/** Needs that were heard in one contact, and the way to write down one more with this contact as its source. */
export async function HeardHere({ interactionId, needs, mayRecord }: HeardHereProps) {
  if (needs.length === 0 && !mayRecord) return null
  const [t, word] = await Promise.all([translator(pageMessages), translator(messages)])
  return (
    <Card title={t('heardHere')}>
      <ul className="mb-3 grid gap-2">
        {needs.map((need) => (
          <li key={need.id} className="flex flex-wrap items-center gap-2">
            <a href={`/needs/${need.id}`}>{need.title}</a>
            <StateMark state={need.state as NeedState} word={word} />
          </li>
        ))}
      </ul>
      {mayRecord && (
        <a className="button small" href={`/needs/new?interaction=${interactionId}`}>
          <Icon name="lightbulb" />
          {t('hear')}
        </a>
      )}
    </Card>
  )
}
