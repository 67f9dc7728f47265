import { marksOf } from '@/lib/kernel/punctuation'
import { Avatar } from '@/lib/ui/avatar'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { removeCounterpart, unseatMember } from '../actions'
import type { PreparationView } from '../queries-preparation'
import { conductLacks } from '../rules-preparation'
import { More } from './more'
import { ConductForm, ConfirmForm, CounterpartForm, EditCounterpartForm, SeatForm } from './preparation-forms'
import type { PreparingSaid } from './preparing-said'

type PartProps = { preparation: PreparationView; said: PreparingSaid }
type Counterpart = PreparationView['counterparts'][number]

/** Who of us sits at the table; the lead stays. */
export function OurSide({ preparation, said: { p, word } }: PartProps) {
  const { id, seats, choices, inGroup } = preparation
  return (
    <Card title={p('ourSide')}>
      <ul className="grid gap-2">
        {seats.map((seat) => (
          <li key={seat.id} className="flex items-center gap-2">
            <Avatar id={seat.memberId} name={seat.name} />
            <span className="grow">
              {seat.name} <span className="text-muted">{word(`part_${seat.part}`)}</span>
            </span>
            {choices && inGroup && !seat.leads && (
              <Press
                action={unseatMember}
                values={{ seatId: seat.id }}
                className="button quiet square small"
                label={p('unseat', { name: seat.name })}
              >
                <Icon name="x" />
              </Press>
            )}
          </li>
        ))}
      </ul>
      {choices && choices.members.length > 0 && (
        <More label={p('seat')}>
          <SeatForm negotiationId={id} members={choices.members} />
        </More>
      )}
    </Card>
  )
}

/** Who sits on the other side, with how to address them. */
export function TheirSide({ preparation, said }: PartProps) {
  const { p } = said
  const { id, counterparts, choices } = preparation
  return (
    <Card title={p('theirSide')}>
      {counterparts.length === 0 && <p className="text-muted">{p('theirEmpty')}</p>}
      <ul className="grid gap-3">
        {counterparts.map((each) => (
          <li key={each.id}>
            <CounterpartLine counterpart={each} mayPrepare={choices !== null} said={said} />
          </li>
        ))}
      </ul>
      {choices &&
        (choices.people.length > 0 ? (
          <More label={p('addPerson')}>
            <CounterpartForm negotiationId={id} people={choices.people} />
          </More>
        ) : (
          <p className="mt-3 text-muted">
            {p('nobodyLeft')}{' '}
            <a className="link" href={`/accounts/${preparation.account.id}/people`}>
              {preparation.account.name}
            </a>
          </p>
        ))}
    </Card>
  )
}

type LineProps = { counterpart: Counterpart; mayPrepare: boolean; said: PreparingSaid }

function CounterpartLine({ counterpart, mayPrepare, said: { p, person } }: LineProps) {
  const { person: who, part, address, style, note, gone } = counterpart
  const about = [who.title, who.language && person(`language_${who.language}`)].filter(Boolean).join(' · ')
  return (
    <>
      <div className="flex items-start gap-2">
        <div className="grow">
          <p className="flex flex-wrap items-center gap-2">
            <a className="link font-medium" href={`/contacts/${who.id}`}>
              {who.name}
            </a>
            <Chip>{p(`counterpart_${part}`)}</Chip>
            {gone && (
              <Chip tone="warn" icon="triangle-alert">
                {p('gone')}
              </Chip>
            )}
          </p>
          <p className="text-muted">{[address ?? who.greeting, about].filter(Boolean).join(' · ')}</p>
          {style && <p className="whitespace-pre-line">{style}</p>}
          {note && <p className="whitespace-pre-line text-muted">{note}</p>}
        </div>
        {mayPrepare && (
          <Press
            action={removeCounterpart}
            values={{ counterpartId: counterpart.id }}
            className="button quiet square small"
            label={p('remove', { name: who.name })}
          >
            <Icon name="x" />
          </Press>
        )}
      </div>
      {mayPrepare && (
        <More label={p('edit')}>
          <EditCounterpartForm counterpart={counterpart} />
        </More>
      )}
    </>
  )
}

/** In which language, where and how both meet; confirmed, or what is missing before it can be. */
export function Conduct({ preparation, said }: PartProps) {
  const { p, person, custom } = said
  const marks = marksOf(said.locale)
  const { conduct, counterparts, notes, holidays, choices } = preparation
  const { language, setting } = conduct
  const lacks = conductLacks({ language, counterparts: counterparts.length }).length > 0
  const spoken = [...new Set(counterparts.flatMap(({ person: who }) => who.language ?? []))]
  return (
    <Card
      title={p('conduct')}
      id="conduct"
      action={
        conduct.confirmedOn ? (
          <Chip tone="ok" icon="badge-check">
            {p('confirmedBy', { name: conduct.confirmedBy ?? '', day: daySaid(conduct.confirmedOn, said) })}
          </Chip>
        ) : (
          <Chip tone="warn" icon="triangle-alert">
            {p('notConfirmed')}
          </Chip>
        )
      }
    >
      <Facts
        facts={[
          { label: p('language'), value: language && person(`language_${language}` as 'language_en') },
          { label: p('setting'), value: setting && p(`setting_${setting}`) },
          { label: p('venue'), value: conduct.venue },
          { label: p('interpreter'), value: conduct.interpreter },
          {
            label: p('etiquette'),
            value: conduct.etiquette && <span className="whitespace-pre-line">{conduct.etiquette}</span>,
            wide: true,
          },
        ]}
      />
      {(spoken.length > 0 || notes.length > 0) && (
        <>
          <h3 className="mt-3 font-medium">{p('known')}</h3>
          <ul className="list-disc pl-6">
            {spoken.length > 0 && (
              <li>{p('spoken', { languages: spoken.map((each) => person(`language_${each}`)).join(marks.comma) })}</li>
            )}
            {notes.map((note) => (
              <li key={note.id}>
                {`${custom(`noteKind_${note.kind}` as 'noteKind_other')}${marks.colon}${note.text}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {holidays.length > 0 && (
        <p className="mt-3 text-muted">
          {`${p('holidays')}${marks.colon}${holidays.map(({ day, name }) => `${daySaid(day, said)} ${name}`).join(marks.comma)}`}
        </p>
      )}
      {choices && (
        <>
          <More label={p('edit')}>
            <ConductForm preparation={preparation} />
          </More>
          {lacks ? (
            <p className="mt-3 text-muted">{p('toConfirm')}</p>
          ) : (
            !conduct.confirmedOn && (
              <div className="mt-3 grid gap-3">
                <p>
                  {p('confirmText', {
                    language: person(`language_${language}` as 'language_en'),
                    people: counterparts.map((each) => each.address ?? each.person.greeting).join(marks.comma),
                  })}
                </p>
                <ConfirmForm preparation={preparation} />
              </div>
            )
          )}
        </>
      )}
    </Card>
  )
}
