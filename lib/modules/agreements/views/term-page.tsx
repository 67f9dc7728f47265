import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { daySaid } from '@/lib/ui/reader'
import type { TermView } from '../queries-term'
import type { TermSaid } from './said-term'
import {
  type Brought,
  CancelForm,
  DecideForm,
  HoldForm,
  NoticeForm,
  ResumeButton,
  SupersedeButton,
  SuspendForm,
  TerminateForm,
} from './term-forms'
import { TermMarks } from './term-marks'

type PartProps = { view: TermView; said: TermSaid }

/** Until when is decided what comes after, what was decided, and how the agreement is suspended, ended and kept. */
export function TermPage({ view, brought, said }: PartProps & { brought: Brought }) {
  return (
    <div className="grid gap-5">
      {view.deadline && <Decide view={view} brought={brought} said={said} />}
      <Decisions view={view} said={said} />
      <Steps view={view} said={said} />
      <Reminders view={view} said={said} />
      <Keeping view={view} said={said} />
    </div>
  )
}

function Decide({ view, brought, said }: PartProps & { brought: Brought }) {
  const { l } = said
  const { deadline, today, standing, marks, mayDecide, id, confidential } = view
  const along = confidential ? null : brought
  const day = daySaid(deadline, said)
  const open = standing?.decision === null || standing === null
  const over = deadline !== null && deadline < today
  return (
    <Card title={l('decideTitle')} action={<TermMarks marks={marks} l={l} />}>
      <div className="grid gap-4">
        <p className={over && open ? 'text-risk' : 'text-muted'}>
          {over && open ? l('decideOver', { day }) : l('decideText', { day })}
        </p>
        {mayDecide &&
          (open ? (
            <DecideForm id={id} decision={null} reason={null} brought={along} first />
          ) : (
            <details>
              <summary>{l('decideAgain')}</summary>
              <DecideForm id={id} decision={standing.decision} reason={standing.reason} brought={along} first={false} />
            </details>
          ))}
      </div>
    </Card>
  )
}

function Decisions({ view, said }: PartProps) {
  const { l } = said
  if (view.decisions.length === 0) return null
  return (
    <Card title={l('decisions')}>
      <ul className="grid gap-3">
        {view.decisions.map((each) => (
          <li key={each.id} className="grid gap-1">
            <div className="flex flex-wrap items-center gap-2">
              <strong>{l('forDeadline', { day: daySaid(each.noticeOn, said) })}</strong>
              <Chip tone={each.decision ? 'brand' : 'plain'}>
                {each.decision ? l(`decision_${each.decision}`) : l('undecided')}
              </Chip>
              {each.missedOn && (
                <Chip tone="risk" icon="circle-alert">
                  {l('missedMark', { day: daySaid(each.missedOn, said) })}
                </Chip>
              )}
              {each.noticeGivenOn && <Chip>{l('noticeGiven', { day: daySaid(each.noticeGivenOn, said) })}</Chip>}
              {each.fileId && (
                <a href={`/api/files/${each.fileId}`} download>
                  {l('noticeFile')}
                </a>
              )}
              {each.negotiationId && <a href={`/negotiations/${each.negotiationId}`}>{l('toTalks')}</a>}
            </div>
            <p className="text-muted">
              {[each.reason, each.by && l('decidedBy', { name: each.by, day: daySaid(each.on, said) })]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Steps({ view, said }: PartProps) {
  const { l } = said
  const { id, state, suspended, notice, today, successors, endedOn, cancelledBecause, mayEnd, mayDecide, mayCancel } =
    view
  const holds = state === 'executed' || state === 'active' || state === 'suspended'
  const offers = holds && (mayEnd || suspended || notice)
  const says = endedOn || cancelledBecause
  if (!offers && !says && !mayCancel && !(mayDecide && successors.length > 0)) return null
  const over = notice !== null && notice.lastDay < today
  return (
    <Card title={l('steps')}>
      <div className="grid gap-3">
        {endedOn && <p>{l('endedOn', { day: daySaid(endedOn, said) })}</p>}
        {suspended && (
          <p>
            {l('suspendedSince', {
              day: daySaid(suspended.since, said),
              until: daySaid(suspended.until, said),
              reason: suspended.reason ?? '',
            })}
          </p>
        )}
        {cancelledBecause && <p>{l('cancelledBecause', { reason: cancelledBecause })}</p>}
        {mayCancel && <CancelForm id={id} />}
        {mayEnd && state === 'active' && <SuspendForm id={id} />}
        {mayEnd && state === 'suspended' && <ResumeButton id={id} />}
        {holds && notice && !over && <p>{l('terminateFrom', { day: daySaid(notice.lastDay, said) })}</p>}
        {mayEnd && holds && <NoticeForm id={id} today={today} given={notice} />}
        {mayEnd && holds && over && <TerminateForm id={id} />}
        {mayDecide && successors.length > 0 && (
          <div className="grid gap-2">
            <p className="text-muted">{l('supersedeHint')}</p>
            {successors.map((successor) => (
              <SupersedeButton key={successor.id} id={id} successor={successor} />
            ))}
          </div>
        )}
      </div>
    </Card>
  )
}

function Reminders({ view, said }: PartProps) {
  const { l } = said
  return (
    <Card title={l('reminders')}>
      {view.reminders.length === 0 ? (
        <p className="text-muted">{l('noReminders')}</p>
      ) : (
        <ul className="grid gap-1">
          {view.reminders.map(({ key, kind, name, step, on, toldOn, mailedOn, readOn }) => {
            const params = { name, days: step, day: daySaid(on, said) }
            const what =
              kind === 'missed'
                ? l('remindedMissed', params)
                : l(kind === 'end' ? 'remindedEnd' : 'remindedBefore', params)
            const ways = [
              l('sentOn', { day: daySaid(toldOn, said) }),
              mailedOn && l('mailedOn', { day: daySaid(mailedOn, said) }),
              readOn && l('readOn', { day: daySaid(readOn, said) }),
            ]
            return (
              <li key={key} className="flex flex-wrap gap-2">
                <span>{what}</span>
                <span className="text-muted">{ways.filter(Boolean).join(' · ')}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

function Keeping({ view, said }: PartProps) {
  const { l } = said
  const { id, retentionUntil, retentionYears, legalHold, mayHold } = view
  return (
    <Card title={l('keeping')}>
      <div className="grid gap-3">
        <p>
          {retentionUntil
            ? l('retention', { day: daySaid(retentionUntil, said) })
            : l('retentionLater', { years: retentionYears })}
          <span className="text-muted"> · {l('neverDeleted')}</span>
        </p>
        {legalHold !== null && (
          <p>
            <Chip tone="warn" icon="lock">
              {l('holdOn', { reason: legalHold })}
            </Chip>
          </p>
        )}
        {mayHold && <HoldForm id={id} onHold={legalHold !== null} />}
      </div>
    </Card>
  )
}
