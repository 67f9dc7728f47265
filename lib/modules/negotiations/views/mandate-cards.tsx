import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { removeAlternative, withdrawMandate } from '../actions'
import { tableWords } from '../messages-table-page'
import type { TableView } from '../queries-table-page'
import { boundSaid } from '../rules-mandate-lines'
import { AddAlternativeForm, AskMandateForm } from './mandate-forms'
import type { Said } from './said'

type CardProps = { view: TableView; said: Said }

/** Where the mandate stands and who is asked; its limits for the mandate group alone. */
export function MandateCard({ view, said }: CardProps) {
  const t = translatorOf(tableWords, said.locale)
  const { mandate, negotiationId, mayChange, inGroup, today, issues } = view
  const { state, validUntil, coversNow, waitsFor, runId } = mandate
  const tone = coversNow ? 'ok' : state === 'asked' ? 'info' : 'warn'
  return (
    <Card
      title={t('mandate')}
      id="mandate"
      action={
        inGroup &&
        runId && (
          <a className="button small" href={`/review/${runId}`}>
            {t('openRun')}
          </a>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-2 pb-3">
        <Chip tone={tone}>{t(`mandate_${state}`)}</Chip>
        {validUntil && <span className="text-muted">{t('until', { day: daySaid(validUntil, said) })}</span>}
        {state !== 'none' && <span>{t(coversNow ? 'covers' : 'coversNot')}</span>}
      </p>
      {waitsFor.length > 0 && (
        <p className="pb-3">{t('waitsFor', { names: waitsFor.join(marksOf(said.locale).comma) })}</p>
      )}
      {mandate.limits && Object.keys(mandate.limits).length > 0 && (
        <RecordTable
          caption={t('limits')}
          columns={[{ label: t('issue') }, { label: t('limit') }]}
          rows={issues.flatMap((issue) => {
            const bound = mandate.limits?.[issue.key]
            return bound ? [{ key: issue.key, cells: [issue.name, boundSaid(issue, bound, said.locale)] }] : []
          })}
        />
      )}
      {inGroup && mayChange && state === 'asked' && (
        <Press action={withdrawMandate} values={{ negotiationId }} done={t('takeBackDone')}>
          {t('takeBack')}
        </Press>
      )}
      {inGroup && mayChange && state !== 'asked' && issues.length > 0 && (
        <AskMandateForm negotiationId={negotiationId} today={today} />
      )}
    </Card>
  )
}

/** SECRET: what each side does without this deal, and how good that is. */
export function AlternativesCard({ view, isAdding, said }: CardProps & { isAdding: boolean }) {
  const t = translatorOf(tableWords, said.locale)
  const { secret, mayChange, negotiationId } = view
  const alternatives = secret?.alternatives ?? []
  return (
    <Card title={t('alternatives')} id="alternatives">
      {!alternatives.some(({ side }) => side === 'us') && <p className="notice warn">{t('alternativesNone')}</p>}
      {alternatives.length > 0 && (
        <RecordTable
          caption={t('alternatives')}
          sentences
          columns={[
            { label: t('alternative') },
            { label: t('side') },
            { label: t('score'), numeric: true },
            { label: t('nextStep') },
            ...(mayChange ? [{ label: t('edit') }] : []),
          ]}
          rows={alternatives.map(({ id, name, side, score, nextStep }) => ({
            key: id,
            cells: [
              name,
              t(`side_${side}`),
              score === null ? t('noScore') : t('scoreIs', { score }),
              nextStep ?? '—',
              ...(mayChange
                ? [
                    <span key="edit" className="flex flex-wrap gap-1">
                      <a className="button small" href={`?edit=${id}`} aria-label={t('editNamed', { name })}>
                        {t('edit')}
                      </a>
                      <Press
                        action={removeAlternative}
                        values={{ alternativeId: id }}
                        className="button small quiet"
                        label={t('removeNamed', { name })}
                        done={t('removed')}
                      >
                        {t('remove')}
                      </Press>
                    </span>,
                  ]
                : []),
            ],
          }))}
        />
      )}
      {mayChange &&
        (isAdding || alternatives.length === 0 ? (
          <AddAlternativeForm negotiationId={negotiationId} />
        ) : (
          <a className="button mt-4 w-fit" href="?open=alternative#alternatives">
            {t('addAlternative')}
          </a>
        ))}
    </Card>
  )
}
