import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { observationWords } from '../messages-observations'
import { observedIndicators } from '../model-observations'
import type { ObservationsView } from '../queries-observations'
import { ObserveForm } from './observe-form'
import type { Said } from './said'

type ObservePageProps = { negotiationId: string; view: ObservationsView; said: Said }

/** The form for who watches, and what was seen before. */
export function ObservePage({ negotiationId, view, said }: ObservePageProps) {
  const t = translatorOf(observationWords, said.locale)
  const { observations, team, today, mayObserve } = view
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {mayObserve && team.length > 0 && (
        <Card title={t('observe')}>
          <p className="mb-3 text-muted">{t('observeHint')}</p>
          <ObserveForm negotiationId={negotiationId} team={team} today={today} />
        </Card>
      )}
      <Card title={t('saved')}>
        {observations.length === 0 && <EmptyState icon="eye" title={t('emptyTitle')} text={t('emptyText')} />}
        <ul className="grid gap-5">
          {observations.map(({ id, by, of, observedOn, ratings, note }) => (
            <li key={id}>
              <p className="font-medium">{t('byOf', { by, of, day: daySaid(observedOn, said) })}</p>
              {note && <p className="mt-1 whitespace-pre-line">{note}</p>}
              <div className="mt-2">
                <RecordTable
                  caption={t('ratingsCaption')}
                  sentences
                  columns={[{ label: t('indicator') }, { label: t('rating'), numeric: true }]}
                  rows={observedIndicators.map((indicator, index) => ({
                    key: indicator,
                    cells: [`${indicator} ${t(`rubric${index + 1}` as 'rubric1')}`, ratings[indicator] ?? t('notSeen')],
                  }))}
                />
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
