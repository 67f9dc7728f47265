'use client'
import { formatDay } from '@/lib/kernel/day'
import { displayNameOf } from '@/lib/kernel/name'
import { Avatar } from '@/lib/ui/avatar'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Menu } from '@/lib/ui/menu'
import { messages } from '../messages'
import type { Colleague, PeopleOfAccount } from '../model-people'
import type { SlotBoard } from '../model-slots'
import { DoNotContactMark, InfluenceMark, RoleMark, SlotMark, StanceMark } from './marks'
import { PointList } from './point-list'

type AccountPeopleProps = {
  accountId: string
  people: PeopleOfAccount
  board: SlotBoard
  /** Day of the last contact with each person, by id. */
  lastContacts: Readonly<Record<string, string>>
}

/** Who works at an account, with role, stance and how to reach them. */
export function AccountPeople({ accountId, people, board, lastContacts }: AccountPeopleProps) {
  const t = useTranslator(messages)
  if (people.here.length === 0)
    return (
      <EmptyState
        icon="users"
        title={t('nobodyHere')}
        text={t('nobodyHereText')}
        action={
          board.mayClaim && (
            <a className="button" href={`/contacts/new?account=${accountId}`}>
              {t('add')}
            </a>
          )
        }
      />
    )
  return (
    <Card title={t('people')} flush>
      <ul className="rows">
        {people.here.map((person) => (
          <PersonLine key={person.id} person={person} board={board} lastContact={lastContacts[person.id] ?? null} />
        ))}
      </ul>
    </Card>
  )
}

type PersonLineProps = { person: Colleague; board: SlotBoard; lastContact: string | null }

function PersonLine({ person, board, lastContact }: PersonLineProps) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const name = displayNameOf(person, locale)
  const other = [person.displayName, person.englishName].find((each) => each && each !== name)
  const roles = board.slots.filter((slot) => slot.person?.id === person.id)
  const place = [person.title, person.department].filter(Boolean).join(' · ')
  return (
    <li>
      <Avatar name={name} id={person.id} />
      <div className="grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a href={`/contacts/${person.id}`} className="font-medium">
            {name}
          </a>
          {other && <span className="text-muted">{other}</span>}
          {place && <span>{place}</span>}
          {person.doNotContact && <DoNotContactMark />}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {roles.map((role) => (
            <SlotMark key={role.slot} state={role.state} word={t(`slot_${role.slot}`)} />
          ))}
          {person.decisionRole && <RoleMark role={person.decisionRole} />}
          {person.stance && <StanceMark stance={person.stance} />}
          {person.influence && <InfluenceMark level={person.influence} />}
          {person.reportsToName && (
            <span className="text-muted">{t('reportsToName', { name: person.reportsToName })}</span>
          )}
          <span className="text-muted">
            {lastContact
              ? t('lastContact', { day: formatDay(lastContact, locale, 'relative', calendar, board.today) })
              : t('noContactYet')}
          </span>
        </p>
        <PointList points={person.points} />
      </div>
      {board.mayClaim && (
        <Menu label={t('moreOnPerson', { name })} icon="ellipsis" iconOnly small>
          <a href={`/contacts/${person.id}/edit`}>
            <Icon name="pencil" />
            {t('edit')}
          </a>
          <a href={`/contacts/${person.id}/posts/${person.affiliationId}`}>
            <Icon name="briefcase" />
            {t('editPost')}
          </a>
        </Menu>
      )}
    </li>
  )
}

/** Who worked here before: the name, what they were, and the day they left. */
export function PeopleWhoLeft({ left }: Pick<PeopleOfAccount, 'left'>) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  if (left.length === 0) return null
  return (
    <Card title={t('left')} flush>
      <ul className="rows">
        {left.map((person) => (
          <li key={person.affiliationId}>
            <span className="grow">
              {person.openable ? (
                <a href={`/contacts/${person.id}`}>{displayNameOf(person, locale)}</a>
              ) : (
                displayNameOf(person, locale)
              )}
              {person.title && <span className="text-muted"> · {person.title}</span>}
            </span>
            <span className="text-muted">
              {t('leftOn', { day: formatDay(person.toDay ?? '', locale, 'short', calendar) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
