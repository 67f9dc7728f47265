import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { moveInterest, removeInterest, unlinkNeed } from '../actions'
import type { Side } from '../model-issues'
import type { PreparationView } from '../queries-preparation'
import { More } from './more'
import { EditInterestForm, InterestForm, NeedForm, TermsForm, TickForm } from './preparation-forms'
import type { PreparingSaid } from './preparing-said'

type PartProps = { preparation: PreparationView; said: PreparingSaid }

/** What both sides are after, what counts most first. */
export function Interests({ preparation, said }: PartProps) {
  const { p } = said
  return (
    <Card title={p('interests')}>
      <p className="mb-3 text-muted">{p('interestsHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <InterestsOf side="us" preparation={preparation} said={said} />
        <InterestsOf side="them" preparation={preparation} said={said} />
      </div>
    </Card>
  )
}

function InterestsOf({ side, preparation, said: { p } }: PartProps & { side: Side }) {
  const interests = preparation.interests[side]
  const mayPrepare = preparation.choices !== null
  return (
    <section>
      <h3 className="font-medium">{p(side === 'us' ? 'ours' : 'theirs')}</h3>
      {interests.length === 0 && <p className="text-muted">{p('noneYet')}</p>}
      <ol className="mt-1 grid list-decimal gap-2 pl-6">
        {interests.map((interest, index) => (
          <li key={interest.id}>
            <span className="flex items-start gap-1">
              <span className="grow">
                {interest.text}
                {interest.source && <span className="block text-muted">{interest.source}</span>}
              </span>
              {mayPrepare && (
                <>
                  {index > 0 && (
                    <Press
                      action={moveInterest}
                      values={{ interestId: interest.id, to: 'up' }}
                      className="button quiet square small"
                      label={p('up', { text: interest.text })}
                    >
                      <Icon name="arrow-up" />
                    </Press>
                  )}
                  {index < interests.length - 1 && (
                    <Press
                      action={moveInterest}
                      values={{ interestId: interest.id, to: 'down' }}
                      className="button quiet square small"
                      label={p('down', { text: interest.text })}
                    >
                      <Icon name="arrow-down" />
                    </Press>
                  )}
                  <Press
                    action={removeInterest}
                    values={{ interestId: interest.id }}
                    className="button quiet square small"
                    label={p('remove', { name: interest.text })}
                  >
                    <Icon name="x" />
                  </Press>
                </>
              )}
            </span>
            {mayPrepare && (
              <More label={p('edit')}>
                <EditInterestForm interest={interest} />
              </More>
            )}
          </li>
        ))}
      </ol>
      {mayPrepare && (
        <More label={p(side === 'us' ? 'addOurs' : 'addTheirs')}>
          <InterestForm negotiationId={preparation.id} side={side} />
        </More>
      )}
    </section>
  )
}

/** The needs of the account that it is about, with how far each is known. */
export function NeedsOnTable({ preparation, said: { p, need: needWord } }: PartProps) {
  const { id, needs, choices } = preparation
  return (
    <Card title={p('needs')}>
      {needs.length === 0 && <p className="text-muted">{p('needsNone')}</p>}
      <ul className="grid gap-2">
        {needs.map((need) => (
          <li key={need.id} className="flex items-center gap-2">
            <a className="link grow" href={`/needs/${need.id}`}>
              {need.title}
            </a>
            <Chip>{needWord(`state_${need.state}`)}</Chip>
            {choices && (
              <Press
                action={unlinkNeed}
                values={{ negotiationId: id, needId: need.id }}
                className="button quiet square small"
                label={p('unlinkNeed', { title: need.title })}
              >
                <Icon name="x" />
              </Press>
            )}
          </li>
        ))}
      </ul>
      {choices && choices.needs.length > 0 && (
        <More label={p('linkANeed')}>
          <NeedForm negotiationId={id} needs={choices.needs} />
        </More>
      )}
    </Card>
  )
}

/** What holds now: the linked version, and what departs from the standard in it. */
export function TermsNow({ preparation, said }: PartProps) {
  const { p } = said
  const { terms, account, choices } = preparation
  const { base } = terms
  return (
    <Card title={p('terms')}>
      {base ? (
        <>
          <p>
            <a className="link" href={`/accounts/${account.id}/terms?version=${base.versionId}`}>
              {p('version', { number: base.number, day: daySaid(base.validFrom, said) })}
            </a>
          </p>
          {base.departures.length === 0 ? (
            <p className="text-muted">{p('noDepartures')}</p>
          ) : (
            <RecordTable
              caption={p('departures')}
              sentences
              columns={[{ label: p('term') }, { label: p('standard') }, { label: p('special') }]}
              rows={base.departures.map(({ code, name, standard, client }) => ({
                key: code,
                cells: [name, standard ?? '—', client ?? '—'],
              }))}
            />
          )}
        </>
      ) : (
        <p className="text-muted">{p('termsNone')}</p>
      )}
      {choices && terms.sheets.length > 0 && (
        <More label={p('chooseTerms')}>
          <TermsForm preparation={preparation} />
        </More>
      )}
    </Card>
  )
}

/** How far the preparation is, by the techniques of the standard. */
export function ChecklistCard({ preparation, said: { p } }: PartProps) {
  const { checklist, choices } = preparation
  const done = checklist.filter((item) => item.done).length
  return (
    <Card
      id="checklist"
      title={p('checklist')}
      action={<span className="text-muted">{p('doneOf', { done, all: checklist.length })}</span>}
    >
      <p className="mb-2 text-muted">{p('checklistHint')}</p>
      <ul className="grid gap-1">
        {checklist.map((item) => (
          <li key={item.point} className="flex items-start gap-2">
            <Icon name={item.done ? 'circle-check' : item.done === null ? 'key-round' : 'circle-dashed'} />
            <span>
              {p(`point_${item.point}`)}
              {item.done === null && <span className="text-muted"> {p('secretPoint')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {choices && (
        <div className="mt-3">
          <TickForm preparation={preparation} />
        </div>
      )}
    </Card>
  )
}
