import { formatMoney } from '@/lib/kernel/money'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { daySaid } from '@/lib/ui/reader'
import { ThreadLink } from '@/lib/ui/thread-link'
import { obligationParties } from '../model-obligations'
import { isSigned, type OccurrenceState } from '../model-states'
import type { ObligationsView } from '../queries-obligations'
import { DecideForms, HappenedForm, ReleaseForms, SubmitForm } from './occurrence-forms'
import type { ObligationSaid } from './said-obligations'

type Obligation = ObligationsView['obligations'][number]
type Occurrence = Obligation['occurrences'][number]
type PageProps = { agreementId: string; view: ObligationsView; said: ObligationSaid }

const headings = { us: 'ours', them: 'theirs', both: 'common' } as const

/** What both sides owe under an agreement, day by day, and what can be done about it. */
export function ObligationsPage({ agreementId, view, said }: PageProps) {
  const { o } = said
  const base = `/agreements/${agreementId}/obligations`
  const add = view.mayWrite && (
    <a className="button primary" href={`${base}/new`}>
      <Icon name="plus" />
      {o('addObligation')}
    </a>
  )
  if (view.obligations.length === 0)
    return <EmptyState icon="list-checks" title={o('noObligations')} text={o('noObligationsText')} action={add} />
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">
          {view.state === 'suspended' ? o('pausedNote') : !isSigned(view.state) && o('notSignedNote')}
        </p>
        <div className="flex flex-wrap gap-2">
          <a className="button" href="/agreements/obligations">
            {o('allObligations')}
          </a>
          {add}
        </div>
      </div>
      {obligationParties.map((party) => {
        const owed = view.obligations.filter((each) => each.party === party)
        return (
          owed.length > 0 && (
            <Card key={party} title={o(headings[party])}>
              <div className="grid gap-6">
                {owed.map((obligation) => (
                  <OneObligation key={obligation.id} obligation={obligation} view={view} base={base} said={said} />
                ))}
              </div>
            </Card>
          )
        )
      })}
    </div>
  )
}

const shownAhead = 2
const isOpen = ({ state }: Occurrence) => state === 'scheduled' || state === 'due' || state === 'submitted'

type OneProps = { obligation: Obligation; view: ObligationsView; base: string; said: ObligationSaid }

function OneObligation({ obligation, view, base, said }: OneProps) {
  const { o } = said
  const { id, text, kind, owner, acceptor, person, clause, occurrences, schedule } = obligation
  const open = occurrences.filter(isOpen)
  const later = open.filter(({ state, late }) => state === 'scheduled' && !late).slice(shownAhead)
  const shown = open.filter((each) => !later.includes(each))
  const over = occurrences.filter((each) => !isOpen(each))
  return (
    <article className="grid gap-3" id={id}>
      <div className="flex flex-wrap items-center gap-2">
        <h3>{text}</h3>
        <Chip>{o(`kind_${kind}`)}</Chip>
        <ThreadLink at={{ obligation: id }} name={text} locale={said.locale} />
        {view.mayWrite && (
          <a className="button small" href={`${base}/${id}`} aria-label={`${o('editObligation')} ${text}`}>
            <Icon name="pencil" />
          </a>
        )}
      </div>
      <p className="text-muted">
        {[
          scheduleSaid(obligation, said),
          `${o('owner')} ${owner}`,
          person && `${o('person')} ${person}`,
          acceptor && `${o('acceptor')} ${acceptor}`,
          clause && `${o('clause')} ${clause}`,
          obligation.evidenceRequired && o('evidenceRequired'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {shown.length > 0 && (
        <ul className="grid gap-3">
          {shown.map((occurrence) => (
            <OneDay key={occurrence.id} occurrence={occurrence} obligation={obligation} view={view} said={said} />
          ))}
        </ul>
      )}
      {schedule === 'event' && obligation.mayHandle && isSigned(view.state) && (
        <HappenedForm obligationId={id} today={view.today} />
      )}
      {over.length > 0 && (
        <details>
          <summary>{o('past', { count: over.length })}</summary>
          <ul className="grid gap-2">
            {over.map((occurrence) => (
              <li key={occurrence.id} className="flex flex-wrap items-center gap-2" id={occurrence.id}>
                <DayMarks occurrence={occurrence} obligation={obligation} view={view} said={said} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

function scheduleSaid({ schedule, everyMonths, firstDueOn, lastDueOn }: Obligation, said: ObligationSaid): string {
  const { o } = said
  if (schedule === 'event') return o('schedule_event')
  const first = daySaid(firstDueOn, said)
  if (schedule === 'once') return first
  return [
    o('everyNMonths', { months: everyMonths ?? 1 }),
    o('fromDay', { day: first }),
    lastDueOn && o('untilDay', { day: daySaid(lastDueOn, said) }),
  ]
    .filter(Boolean)
    .join(' ')
}

const tones: Readonly<Record<OccurrenceState, Tone>> = {
  scheduled: 'plain',
  due: 'warn',
  submitted: 'info',
  accepted: 'ok',
  waived: 'plain',
  cancelled: 'plain',
}

type DayProps = { occurrence: Occurrence; obligation: Obligation; view: ObligationsView; said: ObligationSaid }

function DayMarks({ occurrence, obligation, view, said }: DayProps) {
  const { o } = said
  const { dueOn, state, late, paused, cost, costFixed, file, waiting, submittedBy, decidedBy, note, reason } =
    occurrence
  const amount = cost && formatMoney({ amount: cost, currency: view.currency })
  return (
    <>
      <strong className="tabular-nums">{daySaid(dueOn, said)}</strong>
      <Chip tone={tones[state]}>{o(`state_${state}`)}</Chip>
      {late > 0 && (
        <Chip tone="risk" icon="circle-alert">
          {o('overdue', { days: late })}
        </Chip>
      )}
      {paused && isOpen(occurrence) && <Chip icon="clock">{o('paused')}</Chip>}
      {waiting && <Chip tone="info">{o('waiverAsked')}</Chip>}
      {amount && (
        <span className="text-risk">
          {obligation.party === 'them'
            ? o('costsTheirs', { amount })
            : o(costFixed ? 'costFixed' : 'costNow', { amount })}
        </span>
      )}
      {file?.name && (
        <a href={`/api/files/${file.id}`}>
          <Icon name="paperclip" /> {file.name}
        </a>
      )}
      <span className="text-muted">
        {[submittedBy && o('handedIn', { name: submittedBy }), decidedBy, note, reason].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

function OneDay(props: DayProps) {
  const { occurrence, obligation, view, said } = props
  const { o } = said
  const { id, state, mayDecide, waiting, mayCancel, dueOn } = occurrence
  const maySubmit = obligation.mayHandle && state === 'due'
  const running = view.state === 'executed' || view.state === 'active'
  const decides = obligation.mayHandle && mayDecide
  return (
    <li className="grid gap-2" id={id}>
      <div className="flex flex-wrap items-center gap-2">
        <DayMarks {...props} />
        {obligation.party !== 'us' && state !== 'submitted' && running && (
          <a className="button small" href={`/agreements/obligations/${id}/letter`}>
            <Icon name="mail" />
            {o('letter')}
          </a>
        )}
      </div>
      {(decides || (maySubmit && running) || view.mayWrite) && (
        <details>
          <summary>{o('actions', { day: daySaid(dueOn, said) })}</summary>
          <div className="grid gap-3">
            {maySubmit && running && <SubmitForm id={id} />}
            {decides && <DecideForms id={id} />}
            {view.mayWrite && state !== 'submitted' && <ReleaseForms id={id} waiting={waiting} mayCancel={mayCancel} />}
          </div>
        </details>
      )}
    </li>
  )
}
