'use client'
import { useRouter } from 'next/navigation'
import { displayNameOf } from '@/lib/kernel/name'
import { Avatar } from '@/lib/ui/avatar'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { Menu } from '@/lib/ui/menu'
import { PageHeader } from '@/lib/ui/page-header'
import { Press } from '@/lib/ui/press'
import { RememberRecord } from '@/lib/ui/recent'
import { Tabs } from '@/lib/ui/tabs'
import { useVerbs } from '@/lib/ui/verbs'
import { archivePerson, restorePerson } from '../actions'
import { messages } from '../messages'
import type { PersonView } from '../model-people'
import { DoNotContactMark } from './marks'

type PersonHeadProps = { person: PersonView; current: 'overview' | 'history' }

/** The head of every page of a person: who, where, whether to contact them at all, and what can be done. */
export function PersonHead({ person, current }: PersonHeadProps) {
  const t = useTranslator(messages)
  const locale = useLocale()
  const router = useRouter()
  const name = displayNameOf(person, locale)
  const post = person.posts.find((each) => each.toDay === null)
  const account = post && (locale === 'en' ? (post.account.englishName ?? post.account.name) : post.account.name)
  const href = `/contacts/${person.id}`
  const edits = person.mayEdit && !person.archived
  useVerbs(
    edits
      ? [
          {
            label: t('editTitle', { name }),
            icon: 'pencil',
            keys: 'e',
            alias: 'edit 編輯',
            run: () => router.push(`${href}/edit`),
          },
        ]
      : [],
    t('person'),
  )
  return (
    <>
      <RememberRecord href={href} title={name} subtitle={account ?? t('person')} />
      <PageHeader
        title={name}
        mark={<Avatar name={name} id={person.id} large />}
        crumbs={
          post && account
            ? [{ label: account, href: `/accounts/${post.account.id}/people` }]
            : [{ label: t('contacts'), href: '/contacts' }]
        }
        crumbsLabel={t('account')}
        meta={
          <>
            {post && <span>{[post.title, account].filter(Boolean).join(' · ')}</span>}
            {!post && <Chip tone="warn">{t('worksNowhere')}</Chip>}
            {person.doNotContact && <DoNotContactMark />}
            {person.archived && (
              <Chip tone="warn" icon="archive">
                {t('archivedNote')}
              </Chip>
            )}
          </>
        }
        primary={
          post &&
          !person.archived && (
            <a className="button primary" href={`/interactions/new?account=${post.account.id}&person=${person.id}`}>
              <Icon name="plus" />
              {t('log')}
            </a>
          )
        }
        actions={
          <>
            {person.mayEdit && person.archived && (
              <Press
                action={restorePerson}
                values={{ personId: person.id }}
                className="button primary"
                done={t('restored')}
              >
                {t('restore')}
              </Press>
            )}
            {edits && (
              <a className="button" href={`${href}/edit`}>
                <Icon name="pencil" />
                {t('edit')}
              </a>
            )}
            <Menu label={t('moreOnPerson', { name })} icon="ellipsis" iconOnly>
              <a href={`/api/cards/${person.id}`} download="">
                <Icon name="download" />
                {t('card')}
              </a>
              {edits && (
                <Press
                  action={archivePerson}
                  values={{ personId: person.id }}
                  className=""
                  done={t('archived')}
                  undo={restorePerson}
                >
                  <Icon name="archive" />
                  {t('archive')}
                </Press>
              )}
            </Menu>
          </>
        }
      />
      <Tabs
        label={name}
        tabs={[
          { href, label: t('overview'), current: current === 'overview' },
          { href: `${href}/history`, label: t('history'), current: current === 'history' },
        ]}
      />
    </>
  )
}
