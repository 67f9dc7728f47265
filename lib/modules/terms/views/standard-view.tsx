import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import { termWord } from '../messages-pages'
import type { StandardRow, StandardView } from '../queries-standards'
import type { Said } from './said'
import { RemoveStandardTerm, StandardTermForm } from './standard-forms'

/** Every standard, by direction and segment, the latest first. */
export function StandardList({ rows, said }: { rows: readonly StandardRow[]; said: Said }) {
  const { t, day } = said
  if (rows.length === 0) return <EmptyState icon="scale" title={t('noStandards')} />
  return (
    <RecordTable
      sentences
      caption={t('standardsCaption')}
      columns={[
        { label: t('segment') },
        { label: t('direction') },
        { label: t('number') },
        { label: t('state') },
        { label: t('validFrom') },
        { label: t('countTerms'), numeric: true },
        { label: t('by') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="segment" href={`/terms/standards/${row.id}`}>
            {row.segment || t('everySegment')}
          </a>,
          t(termWord('direction', row.direction)),
          t('versionNumber', { number: row.number }),
          <Chip key="state" tone={row.state === 'inForce' ? 'ok' : row.state === 'proposed' ? 'warn' : 'plain'}>
            {t(termWord('standard', row.state))}
          </Chip>,
          day(row.validFrom),
          row.terms,
          row.by,
        ],
      }))}
    />
  )
}

type StandardProps = { view: StandardView; said: Said; code: string | null }

/** One standard against the one before; while it is a draft, each term can be set. */
export function StandardTerms({ view, said, code }: StandardProps) {
  const { t } = said
  const open = !view.published && !view.waiting && view.mayEdit
  const edited = open ? view.terms.find((term) => term.code === code) : undefined
  const rows = open ? view.terms : view.terms.filter(({ said: value, before }) => value ?? before)
  return (
    <>
      {edited && (
        <Card title={edited.name} id="term">
          <StandardTermForm
            standardId={view.id}
            version={view.version}
            code={edited.code}
            kind={edited.kind}
            value={edited.value}
          />
        </Card>
      )}
      <Card title={t('standardTerms')}>
        <RecordTable
          sentences
          caption={t('standardCaption')}
          columns={[
            { label: t('term') },
            { label: t('before') },
            { label: t('value') },
            ...(open ? [{ label: t('edit') }] : []),
          ]}
          rows={rows.map((term) => ({
            key: term.code,
            cells: [
              term.name,
              term.before ?? '—',
              term.changed ? <strong key="value">{term.said ?? '—'}</strong> : (term.said ?? '—'),
              ...(open
                ? [
                    <span key="edit" className="flex gap-1">
                      <a
                        className="button small"
                        href={`/terms/standards/${view.id}?term=${term.code}#term`}
                        aria-label={t('setValueOf', { name: term.name })}
                      >
                        {t('setValue')}
                      </a>
                      {term.value && <RemoveStandardTerm standardId={view.id} code={term.code} name={term.name} />}
                    </span>,
                  ]
                : []),
            ],
          }))}
        />
      </Card>
    </>
  )
}

/** The clients whose terms in force become a departure under this standard, or cease to be one. */
export function EffectsCard({ view, said }: { view: StandardView; said: Said }) {
  const { t } = said
  return (
    <Card title={t('effects')}>
      {view.effects.length === 0 ? (
        <p className="text-muted">{t('noEffects')}</p>
      ) : (
        <RecordTable
          sentences
          caption={t('effectsCaption')}
          columns={[{ label: t('account') }, { label: t('term') }, { label: t('effect') }]}
          rows={view.effects.map((effect) => ({
            key: `${effect.accountId} ${effect.code}`,
            cells: [
              <a key="account" href={`/accounts/${effect.accountId}/terms`}>
                {effect.account}
              </a>,
              view.terms.find(({ code }) => code === effect.code)?.name ?? effect.code,
              t(effect.effect, { value: effect.said }),
            ],
          }))}
        />
      )}
    </Card>
  )
}
