import { formatMoney } from '@/lib/kernel/money'
import { Avatar } from '@/lib/ui/avatar'
import { Card, Facts } from '@/lib/ui/card'
import { daySaid } from '@/lib/ui/reader'
import type { NegotiationView } from '../queries'
import type { StandingView } from '../queries-standing'
import { NextStep } from './next-step'
import type { Said } from './said'
import { TalkCard } from './talk-card'

type OverviewProps = {
  negotiation: NegotiationView
  standing: StandingView | null
  /** The step whose form the reader asked for. */
  step: string | null
  said: Said
}

/** What comes next; what a negotiation is about, who of us leads it, and what holds now. */
export function Overview({ negotiation, standing, step, said }: OverviewProps) {
  const { path } = negotiation
  return (
    <div className="grid gap-5">
      {standing && <NextStep negotiation={negotiation} standing={standing} step={step} said={said} />}
      {negotiation.talk.asked && <TalkCard negotiation={negotiation} said={said} />}
      {path === 'formal' && <About negotiation={negotiation} said={said} />}
    </div>
  )
}

/** The lines as they were typed, or as the results of an agreement were brought along. */
const inLines = (text: string | null) => text && <span className="whitespace-pre-line">{text}</span>

/** Purpose and objective of a formal negotiation, and who of us negotiates. */
function About({ negotiation, said }: Omit<OverviewProps, 'standing' | 'step'>) {
  const { t, word } = said
  const { account, expectedValue, currency, baseVersionId } = negotiation
  const terms = `/accounts/${account.id}/terms`
  return (
    <>
      <Card
        title={t('about')}
        action={
          <a className="button small quiet" href={`/negotiations/compare?a=${negotiation.id}`}>
            {t('compareWith')}
          </a>
        }
      >
        <Facts
          facts={[
            { label: word('purpose'), value: inLines(negotiation.purpose), wide: true },
            { label: word('objective'), value: inLines(negotiation.objective), wide: true },
            {
              label: word('expectedValue'),
              value: expectedValue && formatMoney({ amount: expectedValue, currency }),
            },
            { label: word('startedOn'), value: daySaid(negotiation.startedOn, said) },
            {
              label: t('currentTerms'),
              value: baseVersionId ? (
                <a className="link" href={`${terms}?version=${baseVersionId}`}>
                  {t('seeBase')}
                </a>
              ) : (
                <a className="link" href={terms}>
                  {t('seeTerms')}
                </a>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t('ourTeam')}>
        <ul className="grid gap-2">
          {negotiation.team.map(({ id, memberId, name, part }) => (
            <li key={id} className="flex items-center gap-2">
              <Avatar id={memberId} name={name} />
              {name}
              <span className="text-muted">{word(`part_${part}`)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
