import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { PageHeader } from '@/lib/ui/page-header'
import { daySaid } from '@/lib/ui/reader'
import { adviceMessages } from '../messages-advice'
import type { AskedOfMe } from '../queries-advice'
import type { Said } from './said'

/** What waits for the reader's advice, the nearest day first. */
export function AskedOfMeList({ rows, said }: { rows: AskedOfMe; said: Said }) {
  const t = translatorOf(adviceMessages, said.locale)
  const crumbs = [{ label: t('agreements'), href: '/agreements' }]
  return (
    <>
      <PageHeader title={t('askedOfMe')} crumbs={crumbs} crumbsLabel={said.t('where')} />
      <Card>
        {rows.length === 0 ? (
          <EmptyState icon="clipboard-check" title={t('nothingAsked')} text={t('nothingAskedText')} />
        ) : (
          <ul className="rows">
            {rows.map(({ id, agreementId, title, account, question, dueOn, overdue }) => (
              <li key={id}>
                <div className="grow">
                  <a className="link font-medium" href={`/agreements/${agreementId}/advice?of=${id}`}>
                    {title}
                  </a>{' '}
                  <span className="text-muted">{account}</span>
                  <p>{question}</p>
                </div>
                {dueOn && (
                  <Chip tone={overdue ? 'risk' : 'plain'}>
                    {daySaid(dueOn, said)}
                    {overdue && ` · ${t('overdue')}`}
                  </Chip>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
