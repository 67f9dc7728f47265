import type { ReactNode } from 'react'
import { dayOf } from '@/lib/kernel/day'
import { formatMoney } from '@/lib/kernel/money'
import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Card, Facts } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { ThreadLink } from '@/lib/ui/thread-link'
import { outcomeMessages } from '../messages-outcome'
import { becomesClause } from '../model-outcome'
import type { NegotiationView } from '../queries'
import type { OutcomeView } from '../queries-outcome'
import { DocumentForm, ReopenForm, SubmitPackageForm } from './outcome-forms'
import type { Said } from './said'

type OutcomeProps = { negotiation: NegotiationView; view: OutcomeView; said: Said; approval: ReactNode }

type EndedProps = { ended: NonNullable<OutcomeView['ended']>; said: Said }

/** Why there is no deal, and what we do instead. */
function Ended({ ended: { reason, instead }, said }: EndedProps) {
  const t = translatorOf(outcomeMessages, said.locale)
  return (
    <Card title={t('endedTitle')}>
      <div className="grid gap-4">
        <Facts facts={[{ label: t('endedBecause'), value: reason }]} />
        {instead && (
          <>
            <Facts
              facts={[
                { label: t('instead'), value: instead.next },
                { label: t('insteadBy'), value: instead.dueOn && daySaid(instead.dueOn, said) },
              ]}
            />
            <p className="text-muted">{t('insteadSecret')}</p>
          </>
        )}
      </div>
    </Card>
  )
}

/** From the yes in principle to the terms: what was agreed, who must consent, where it is written. */
export function OutcomePage({ negotiation, view, said, approval }: OutcomeProps) {
  const t = translatorOf(outcomeMessages, said.locale)
  const { id, account, documentedVersionId, inGroup, mayLead } = negotiation
  const isPrincipal = view.state === 'agreedInPrinciple'
  if (view.ended) return <Ended ended={view.ended} said={said} />
  if (view.points.length === 0)
    return (
      <EmptyState
        icon="handshake"
        title={t('nothingTitle')}
        text={t('nothingText')}
        action={
          <a className="button primary" href={`/negotiations/${id}/rounds`}>
            {t('toRounds')}
          </a>
        }
      />
    )
  return (
    <div className="grid gap-5">
      <Card title={t('agreed')}>
        <div className="grid gap-3">
          {view.agreedAt && view.offerNumber !== null && (
            <p>
              {t('agreedOn', { day: daySaid(dayOf(view.agreedAt, said.timeZone), said), number: view.offerNumber })}
            </p>
          )}
          <AgreedTable view={view} said={said} inGroup={inGroup} />
          {documentedVersionId && (
            <p className="notice ok">
              {t('documentedIn', { number: view.versionNumber ?? '' })}{' '}
              <a className="link" href={`/accounts/${account.id}/terms/${documentedVersionId}`}>
                {t('seeVersion')}
              </a>
            </p>
          )}
          {view.run === 'pending' && <p className="text-muted">{t('waits')}</p>}
          {isPrincipal && inGroup && (
            <a className="link" href={`/negotiations/${id}/analysis`}>
              {t('seeLeft')}
            </a>
          )}
        </div>
      </Card>
      {approval}
      {isPrincipal && inGroup && mayLead && view.run !== 'pending' && view.run !== 'approved' && (
        <Card title={t('approval')}>
          <p className="mb-3">{t('submitText')}</p>
          <SubmitPackageForm negotiationId={id} />
        </Card>
      )}
      {view.state === 'approved' && mayLead && (
        <Card title={t('document')} id="document">
          <p className="mb-3">{t('documentText')}</p>
          <DocumentForm
            negotiationId={id}
            today={negotiation.today}
            homeless={view.points
              .filter(({ fits }) => !fits)
              .map(({ issueId, name, now }) => ({ issueId, name: `${name}${marksOf(said.locale).colon}${now}` }))}
          />
        </Card>
      )}
      {isPrincipal && mayLead && (
        <Card title={t('reopen')} id="reopen">
          <p className="mb-3">{t('reopenText')}</p>
          <ReopenForm negotiationId={id} />
        </Card>
      )}
    </div>
  )
}

function AgreedTable({ view, said, inGroup }: { view: OutcomeView; said: Said; inGroup: boolean }) {
  const t = translatorOf(outcomeMessages, said.locale)
  const money = (amount: string | null) => (amount === null ? '—' : formatMoney({ amount, currency: view.currency }))
  const becomes = ({ fits, droppedBecause }: OutcomeView['points'][number]) => {
    if (fits) return t('becomesTerm')
    if (droppedBecause === null) return t('undecided')
    return droppedBecause === becomesClause ? t('becomesClause') : t('droppedBecause', { reason: droppedBecause })
  }
  return (
    <RecordTable
      caption={t('agreed')}
      columns={[
        { label: t('issue') },
        { label: t('before') },
        { label: t('now') },
        ...(inGroup ? [{ label: t('cost'), numeric: true }] : []),
        { label: t('becomes') },
      ]}
      rows={view.points.map((point) => ({
        key: point.issueId,
        cells: [
          point.name,
          point.before ?? point.standard ?? '—',
          <span key="now">
            {point.now}
            {point.condition && <span className="block text-muted">{point.condition}</span>}
          </span>,
          ...(inGroup ? [money(point.cost)] : []),
          <span key="becomes" className="flex flex-wrap items-center gap-2">
            {becomes(point)}
            <ThreadLink at={{ issue: point.issueId }} name={point.name} locale={said.locale} />
          </span>,
        ],
      }))}
      {...(inGroup && view.cost !== null ? { foot: [t('total'), '', '', money(view.cost), ''] } : {})}
      sentences
    />
  )
}
