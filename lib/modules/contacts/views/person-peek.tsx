'use client'
import { displayNameOf } from '@/lib/kernel/name'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { PeekPanel } from '@/lib/ui/peek-panel'
import { messages } from '../messages'
import type { PersonView } from '../model-people'
import { DoNotContactMark } from './marks'
import { useGreeting } from './person-facts'
import { PointList } from './point-list'
import { PostsPanel } from './posts-panel'

/** A person beside the list: who, where, how to reach and address them. */
export function PersonPeek({ person }: { person: PersonView }) {
  const t = useTranslator(messages)
  const locale = useLocale()
  return (
    <PeekPanel title={displayNameOf(person, locale)} href={`/contacts/${person.id}`}>
      <div className="grid gap-3">
        {person.doNotContact && (
          <p>
            <DoNotContactMark />
          </p>
        )}
        <p>
          <span className="text-muted">{t('greeting')}</span> {useGreeting(person)}
        </p>
        <PointList points={person.points} />
        <PostsPanel
          person={{ ...person, mayEdit: false, posts: person.posts.map((post) => ({ ...post, mayEdit: false })) }}
        />
        {person.note && <p className="whitespace-pre-line">{person.note}</p>}
      </div>
    </PeekPanel>
  )
}
