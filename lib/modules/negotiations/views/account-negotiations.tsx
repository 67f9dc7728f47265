import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { daySaid } from '@/lib/ui/reader'
import { lightWords } from '../messages-light'
import type { OfAccount } from '../queries'
import type { Said } from './said'
import { StateMark } from './state-mark'

type AccountNegotiationsProps = { accountId: string; negotiations: OfAccount; mayTalk: boolean; said: Said }

/** What is being negotiated with an account, how many small talks there were, and the way to log one more. */
export function AccountNegotiations({ accountId, negotiations, mayTalk, said }: AccountNegotiationsProps) {
  const t = translatorOf(lightWords, said.locale)
  const { open, lightTalks } = negotiations
  return (
    <Card
      title={t('negotiationsHere')}
      action={
        <a className="link" href={`/negotiations?account=${accountId}`}>
          {t('allOfThem')}
        </a>
      }
    >
      <div className="grid gap-3">
        {open.length === 0 ? (
          <p className="text-muted">{t('noneHere')}</p>
        ) : (
          <ul className="grid gap-2">
            {open.map(({ id, title, state, deadlineOn }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <a className="link" href={`/negotiations/${id}`}>
                  {title}
                </a>
                <StateMark state={state} word={said.word} />
                {deadlineOn && (
                  <span className="text-muted">{said.t('until', { day: daySaid(deadlineOn, said) })}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {lightTalks > 0 && (
          <a className="link" href={`/negotiations?account=${accountId}&path=light`}>
            {t('lightCount', { count: lightTalks })}
          </a>
        )}
        {mayTalk && (
          <a className="button small justify-self-start" href={`/negotiations/talk?account=${accountId}`}>
            <Icon name="handshake" />
            {t('talk')}
          </a>
        )}
      </div>
    </Card>
  )
}
