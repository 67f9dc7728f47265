import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { Menu } from '@/lib/ui/menu'
import { TimelineItem } from '@/lib/ui/timeline'
import type { ContactView } from '../model-views'
import { directionOf } from '../rules-channels'
import { channelIcons } from './channel-mark'
import { AnsweredButton, PlanButtons, WithdrawButton } from './contact-buttons'
import { type Said, whenSaid } from './said'
import { StepRows } from './step-rows'

type ContactItemProps = {
  contact: ContactView
  said: Said
  /** Names the account, where contacts of several are shown. */
  withAccount?: boolean
}

/** One contact of a timeline: when, how, with whom, what was said, and what came of it. */
export function ContactItem({ contact, said, withAccount = false }: ContactItemProps) {
  const { t, word } = said
  const href = `/interactions/${contact.id}`
  return (
    <TimelineItem
      id={contact.id}
      icon={channelIcons[contact.channel]}
      title={
        <>
          {word(contact.channel)}
          {withAccount && (
            <>
              {' · '}
              <a href={`/accounts/${contact.accountId}/timeline`}>{contact.account}</a>
            </>
          )}
        </>
      }
      when={whenSaid(contact, said)}
      dateTime={contact.happenedAt}
      who={<Speaker contact={contact} said={said} />}
      planned={contact.planned}
      actions={
        <Menu
          label={`${t('more')}: ${contact.summary.slice(0, 40)}`}
          icon="ellipsis"
          iconOnly
          small
          className="ml-auto"
        >
          <a href={href}>{t('open')}</a>
          {contact.mayChange && <a href={`${href}/edit`}>{t('edit')}</a>}
          <a href={`${href}/history`}>{t('history')}</a>
          {contact.mayChange && !contact.planned && <WithdrawButton interactionId={contact.id} plain />}
        </Menu>
      }
    >
      <ContactBody contact={contact} said={said} />
      {contact.mayChange && (contact.planned || asksForAnswer(contact)) && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {contact.planned && <PlanButtons interactionId={contact.id} />}
          {asksForAnswer(contact) && <AnsweredButton interactionId={contact.id} group={contact.people.length > 1} />}
        </div>
      )}
    </TimelineItem>
  )
}

/** Sent, and still waiting for an answer. */
const asksForAnswer = ({ planned, twoWay, channel }: ContactView) =>
  !planned && !twoWay && directionOf(channel) === 'ask'

/** Who of us had the contact; 代登 names who entered it for them. */
export function Speaker({ contact, said: { t } }: { contact: ContactView; said: Said }) {
  const others = contact.members.map((member) => member.name)
  return (
    <>
      {[contact.speaker, ...others].join('、')}
      {contact.typedBy && ` · ${t('enteredBy', { name: contact.typedBy })}`}
    </>
  )
}

/** What was said, with whom, about what, and what was promised. */
export function ContactBody({ contact, said }: { contact: ContactView; said: Said }) {
  const { t, word } = said
  const { people, topics, files, steps } = contact
  const group = contact.twoWay && people.some((person) => !person.answered)
  return (
    <>
      <p className="max-w-[46rem] whitespace-pre-line text-pretty">{contact.summary}</p>
      <p className="mt-1 flex flex-wrap items-center gap-1.5">
        {contact.planned && (
          <Chip tone="info" icon="calendar-clock">
            {word('planned')}
          </Chip>
        )}
        {!contact.planned && !contact.twoWay && <Chip tone="bordered">{word('oneWay')}</Chip>}
        {people.map((person) => (
          <a key={person.id} className="chip" href={`/contacts/${person.id}`}>
            <Icon name="user" />
            {person.name}
            {group && person.answered && `（${t('answered')}）`}
          </a>
        ))}
        {topics.map((topic) => (
          <Chip key={topic}>#{topic}</Chip>
        ))}
        {files.map((file) => (
          <a key={file.id} className="chip" href={`/api/files/${file.id}`}>
            <Icon name={file.mediaType.startsWith('image/') ? 'image' : 'paperclip'} />
            {file.name}
          </a>
        ))}
      </p>
      {steps.length > 0 && (
        <div className="mt-2 max-w-[40rem] rounded-md border border-line">
          <StepRows steps={steps} today={said.today} withAssignee />
        </div>
      )}
    </>
  )
}
