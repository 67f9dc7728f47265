import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { closeNegotiation, prepareNegotiation, resumeNegotiation } from '../actions'
import { messages } from '../messages'
import { stepWords } from '../messages-steps'
import type { NegotiationGuard } from '../model-states'
import type { NegotiationView } from '../queries'
import type { StandingView } from '../queries-standing'
import type { Said } from './said'
import { EndForm, SuspendForm } from './step-forms'

/** On which part of the negotiation what a guard asks for is done. */
const partOf: Partial<Record<NegotiationGuard, string>> = {
  checklistComplete: 'preparation#checklist',
  mandateApproved: 'issues#mandate',
  inputsIn: 'inputs',
  adviceIn: 'inputs',
  focusConsented: 'issues',
  alternativeGiven: 'issues#alternatives',
  conductConfirmed: 'preparation#conduct',
  offerExchanged: 'rounds#record',
  offerAccepted: 'rounds#offers',
  withinMandate: 'issues#mandate',
  packageApproved: 'outcome',
  versionWritten: 'outcome',
  noticesSent: 'results',
  debriefWritten: 'results#debrief',
}

/** Where the events are brought about that need more than a press. */
const elsewhere = { begin: 'rounds', agree: 'rounds', approve: 'outcome', document: 'outcome' } as const
const pressed = { prepare: prepareNegotiation, resume: resumeNegotiation, close: closeNegotiation } as const

/** How it stops: each is asked for by its name, and its form is drawn then. */
const stops = { suspend: SuspendForm, endWithoutDeal: EndForm } as const
type Stop = keyof typeof stops

type NextStepProps = { negotiation: NegotiationView; standing: StandingView; step: string | null; said: Said }

/** Where the negotiation stands, what it still needs with the way there, and how it stops. */
export function NextStep({ negotiation, standing, step, said }: NextStepProps) {
  const t = translatorOf(stepWords, said.locale)
  const word = translatorOf(messages, said.locale)
  const { id, state, mayLead } = negotiation
  const { event, unmet, reason, instead } = standing
  const part = (name: string) => `/negotiations/${id}/${name}`
  return (
    <Card title={t('wayOn')}>
      <div className="grid gap-3">
        <p>{t(`now_${state}`)}</p>
        {reason && <p>{t('because', { reason })}</p>}
        {instead && <p>{t('instead', { step: instead.step, day: daySaid(instead.dueOn, said) })}</p>}
        {unmet.length > 0 && (
          <>
            <h3 className="font-medium">{t('lacking')}</h3>
            <ul className="grid gap-2">
              {unmet.map(({ guard, names }) => (
                <li key={guard} className="flex items-start gap-2">
                  <Icon name="circle-dashed" />
                  <a className="link" href={part(partOf[guard] ?? '')}>
                    {word(`lacks_${guard}`, { names })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {mayLead && event && event in pressed && (
          <Press
            action={pressed[event as keyof typeof pressed]}
            values={{ negotiationId: id }}
            className="button primary"
          >
            {t(event as keyof typeof pressed)}
          </Press>
        )}
        {mayLead && event && event in elsewhere && (
          <a className="button primary w-fit" href={part(elsewhere[event as keyof typeof elsewhere])}>
            {t(`tab_${event as keyof typeof elsewhere}`)}
          </a>
        )}
        {mayLead && standing.mayStop && <StopWay id={id} stop="suspend" step={step} word={t('suspend')} />}
        {mayLead && standing.mayEnd && <StopWay id={id} stop="endWithoutDeal" step={step} word={t('endWithoutDeal')} />}
      </div>
    </Card>
  )
}

/** The way to stop, and its form once it is asked for. */
function StopWay({ id, stop, step, word }: { id: string; stop: Stop; step: string | null; word: string }) {
  const isOpen = step === stop
  const StopForm = stops[stop]
  return (
    <>
      <a
        className="button small w-fit"
        href={`/negotiations/${id}${isOpen ? '' : `?step=${stop}`}`}
        aria-expanded={isOpen}
        data-keep-scroll=""
      >
        {word}
      </a>
      {isOpen && <StopForm id={id} />}
    </>
  )
}
