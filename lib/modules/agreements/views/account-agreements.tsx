import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { daySaid } from '@/lib/ui/reader'
import type { OfAccount } from '../queries'
import type { Said } from './said'
import { StateMark } from './state-mark'

type AccountAgreementsProps = { accountId: string; agreements: OfAccount; mayDraft: boolean; said: Said }

/** What is agreed with an account, or drafted, and until when; and the way to draft one more. */
export function AccountAgreements({ accountId, agreements, mayDraft, said }: AccountAgreementsProps) {
  const { t, word } = said
  return (
    <Card title={t('agreementsHere')} action={<a href={`/agreements?account=${accountId}`}>{t('allOfThem')}</a>}>
      <div className="grid gap-3">
        {agreements.length === 0 ? (
          <p className="text-muted">{t('noneHere')}</p>
        ) : (
          <ul className="grid gap-2">
            {agreements.map(({ id, title, state, endsOn }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <a href={`/agreements/${id}`}>{title}</a>
                <StateMark state={state} word={word} />
                {endsOn && (
                  <span className="text-muted">
                    {word('endsOn')} {daySaid(endsOn, said)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayDraft && (
          <a className="button small justify-self-start" href={`/agreements/new?account=${accountId}`}>
            <Icon name="file-text" />
            {t('openNew')}
          </a>
        )}
      </div>
    </Card>
  )
}
