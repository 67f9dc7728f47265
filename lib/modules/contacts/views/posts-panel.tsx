'use client'
import { formatDay } from '@/lib/kernel/day'
import { displayNameOf } from '@/lib/kernel/name'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { rejoinAccount } from '../actions'
import { messages } from '../messages'
import type { PersonView, PostView } from '../model-people'
import { InfluenceMark, RoleMark, SlotMark, StanceMark } from './marks'

/** Where a person works and worked: they survive their employers. */
export function PostsPanel({ person }: { person: PersonView }) {
  const t = useTranslator(messages)
  const edits = person.mayEdit && !person.archived
  return (
    <Card
      title={t('employers')}
      flush
      action={
        edits && (
          <a className="button small quiet" href={`/contacts/${person.id}/posts/new`}>
            <Icon name="plus" />
            {t('join')}
          </a>
        )
      }
    >
      <ul className="rows">
        {person.posts.map((post) => (
          <PostLine key={post.id} person={person} post={post} />
        ))}
      </ul>
    </Card>
  )
}

function PostLine({ person, post }: { person: PersonView; post: PostView }) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  const account = locale === 'en' ? (post.account.englishName ?? post.account.name) : post.account.name
  const roles = person.roles.filter((role) => role.accountId === post.account.id)
  const edits = post.mayEdit && !person.archived
  return (
    <li>
      <Icon name="building-2" />
      <div className="grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a href={`/accounts/${post.account.id}/people`} className="font-medium">
            {account}
          </a>
          <span>{[post.title, post.department].filter(Boolean).join(' · ')}</span>
          {post.main && post.toDay === null && person.posts.filter((each) => each.toDay === null).length > 1 && (
            <Chip tone="brand">{t('main')}</Chip>
          )}
        </p>
        <p className="text-muted">
          {post.toDay
            ? t('leftOn', { day: day(post.toDay) })
            : post.fromDay
              ? t('sinceDay', { day: day(post.fromDay) })
              : t('worksHereNow')}
          {post.reportsTo && ` · ${t('reportsToName', { name: displayNameOf(post.reportsTo, locale) })}`}
        </p>
        {post.toDay === null && (
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {roles.map((role) => (
              <SlotMark key={role.slot} state={role.state} word={t(`slot_${role.slot}`)} />
            ))}
            {post.decisionRole && <RoleMark role={post.decisionRole} />}
            {post.stance && <StanceMark stance={post.stance} />}
            {post.influence && <InfluenceMark level={post.influence} />}
          </p>
        )}
      </div>
      {edits &&
        (post.toDay === null ? (
          <a className="button small" href={`/contacts/${person.id}/posts/${post.id}`}>
            {t('editPost')}
          </a>
        ) : (
          <Press action={rejoinAccount} values={{ affiliationId: post.id }} className="button small quiet">
            {t('rejoin')}
          </Press>
        ))}
    </li>
  )
}
