import { decisionRoles, stances } from '@/lib/modules/contacts/model'
import { Chip } from '@/lib/ui/chip'
import type { Brief, BriefPerson } from '../model-today'
import { StepRows } from './step-rows'
import type { TodaySaid } from './today-said'

/** What to know before a meeting: who will be there and what they said, what is promised, the last contact. */
export function BriefBody({ brief, said }: { brief: Brief; said: TodaySaid }) {
  const { line, word, day } = said
  const { people, openSteps, lastContact } = brief
  return (
    <div className="grid gap-4">
      <section>
        <h3 className="font-medium">{line('whoIsThere')}</h3>
        {people.length === 0 && <p className="text-muted">{line('noPeople')}</p>}
        <ul className="mt-1 grid gap-2">
          {people.map((person) => (
            <BriefPersonRow key={person.id} person={person} said={said} />
          ))}
        </ul>
      </section>
      {openSteps.length > 0 && (
        <section>
          <h3 className="font-medium">{line('openSteps')}</h3>
          <div className="mt-1 rounded-md border border-line">
            <StepRows steps={openSteps} today={said.today} withAssignee />
          </div>
        </section>
      )}
      {lastContact && (
        <section>
          <h3 className="font-medium">{line('lastContact')}</h3>
          <p>
            <a href={`/interactions/${lastContact.interactionId}`}>{day(lastContact.day)}</a>{' '}
            {word(lastContact.channel as 'call')} · {lastContact.speaker}
          </p>
          <p className="whitespace-pre-line">{lastContact.summary}</p>
        </section>
      )}
    </div>
  )
}

function BriefPersonRow({ person, said }: { person: BriefPerson; said: TodaySaid }) {
  const { line, person: say, day } = said
  const role = decisionRoles.find((each) => each === person.decisionRole)
  const stance = stances.find((each) => each === person.stance)
  return (
    <li>
      <p className="flex flex-wrap items-center gap-2">
        <a className="font-medium" href={`/contacts/${person.id}`}>
          {person.name}
        </a>
        {[person.title, person.greeting !== person.name && person.greeting].filter(Boolean).map((each) => (
          <span key={String(each)} className="text-muted">
            {each}
          </span>
        ))}
        {role && <Chip>{say(`decisionRole_${role}`)}</Chip>}
        {stance && stance !== 'unknown' && (
          <Chip
            tone={stance === 'opposes' ? 'risk' : stance === 'supports' ? 'ok' : 'plain'}
            icon={stance === 'opposes' ? 'circle-x' : 'circle-check'}
          >
            {say(`stance_${stance}`)}
          </Chip>
        )}
      </p>
      <p className="text-sm text-muted">
        {person.lastSaid
          ? line('lastSaid', { day: day(person.lastSaid.day), summary: person.lastSaid.summary })
          : line('neverSpoken')}
      </p>
    </li>
  )
}
