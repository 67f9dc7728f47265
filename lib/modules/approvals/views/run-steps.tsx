import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import type { RunSeat, RunState, RunStep, SeatState } from '../model'
import type { StoryLine } from '../model-desk'
import type { Said } from './said'

const stateLooks: Readonly<Record<RunState, { tone: Tone; icon: IconName }>> = {
  pending: { tone: 'warn', icon: 'clock' },
  approved: { tone: 'ok', icon: 'circle-check' },
  rejected: { tone: 'risk', icon: 'circle-x' },
  changesRequested: { tone: 'info', icon: 'rotate-ccw' },
  withdrawn: { tone: 'plain', icon: 'ban' },
}
const seatTones: Readonly<Record<SeatState, Tone>> = { open: 'plain', approved: 'ok', byWord: 'warn', gone: 'plain' }

/** Where a run stands, as icon and word. */
export function RunStateChip({ state, said: { word } }: { state: RunState; said: Said }) {
  const { tone, icon } = stateLooks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word(`state_${state}`)}
    </Chip>
  )
}

/** The steps in order: who decides, who did, when, for whom. */
export function RunSteps({ steps, said }: { steps: readonly RunStep[]; said: Said }) {
  const { t, when } = said
  if (steps.length === 0) return <p className="text-muted">{t('noSteps')}</p>
  return (
    <ol className="rows">
      {steps.map((step) => (
        <li key={step.id} className="flex-wrap">
          <div className="grow basis-40">
            <p className="font-medium">{step.label[said.locale]}</p>
            <p className="text-sm text-muted">
              {t('step', { number: step.order })} · {t(step.mode === 'all' ? 'modeAll' : 'modeAny')}
              {step.state === 'open' && step.dueAt && <> · {t('dueAt', { time: when(step.dueAt) })}</>}
              {step.resets > 0 && <> · {t('resets', { count: step.resets })}</>}
            </p>
          </div>
          <ul className="grid gap-1">
            {step.seats.map((seat) => (
              <Seat key={seat.holderId} seat={seat} said={said} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Seat({ seat, said: { t, when, day } }: { seat: RunSeat; said: Said }) {
  const acted = seat.actedByName !== null && seat.actedById !== seat.holderId
  return (
    <li className="text-sm">
      {acted ? t('actedFor', { by: seat.actedByName ?? '', name: seat.holderName }) : seat.holderName}{' '}
      {seat.replacesName && <span className="text-muted">{t('inPlaceOf', { name: seat.replacesName })} </span>}
      <Chip tone={seatTones[seat.state]}>{t(`seat_${seat.state === 'gone' ? 'open' : seat.state}`)}</Chip>{' '}
      {seat.actedAt && <span className="text-muted">{when(seat.actedAt)}</span>}{' '}
      {seat.state === 'byWord' && seat.writeBy && <span>{t('writeBy', { day: day(seat.writeBy) })}</span>}
    </li>
  )
}

/** Everything that happened in a run, in order. */
export function RunStory({ story, said }: { story: readonly StoryLine[]; said: Said }) {
  const { t, word, when, day } = said
  return (
    <ol className="rows">
      {story.map((line) => (
        <li key={line.id}>
          <div className="grow">
            <p>
              {line.by && (
                <strong>{line.onBehalfOf ? t('actedFor', { by: line.by, name: line.onBehalfOf }) : line.by}</strong>
              )}{' '}
              {t(`did_${line.decision}`)} <span className="text-sm text-muted">{when(line.at)}</span>
            </p>
            {line.comment && <p className="whitespace-pre-line">{line.comment}</p>}
            {line.saidOn && (
              <p className="text-sm text-muted">
                {t('saidOnDay', { day: day(line.saidOn) })} · {line.evidence}
                {line.file && (
                  <>
                    {' · '}
                    <a href={`/api/files/${line.file.id}`} download>
                      {line.file.name}
                    </a>
                  </>
                )}
              </p>
            )}
            {line.touched.length > 0 && (
              <p className="text-sm text-muted">
                {t('touched', { list: line.touched.map((aspect) => word(`aspect_${aspect}`)).join('、') })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
