import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import { termWord } from '../messages-pages'
import { directions } from '../model-catalogue'
import type { Catalogue, Peers } from '../queries'
import type { Said } from './said'

type PeersViewProps = { peers: Peers; types: Catalogue['types']; said: Said }

/** What other clients of a segment have in one term: counts for leads, names for those who may see them. */
export function PeersView({ peers, types, said }: PeersViewProps) {
  const { t } = said
  return (
    <div className="flex flex-col gap-5">
      <form method="get" className="form">
        <p className="text-muted">{t('peersIntro')}</p>
        <div className="form-grid">
          <Choice
            id="peers-code"
            name="code"
            label={t('term')}
            value={peers.code}
            options={types.map(({ code, name }) => [code, name])}
          />
          <Choice
            id="peers-segment"
            name="segment"
            label={t('segment')}
            value={peers.segment}
            options={[['', t('allSegments')], ...peers.segments.map((each) => [each, each] as const)]}
          />
          <Choice
            id="peers-direction"
            name="direction"
            label={t('direction')}
            value={peers.direction}
            options={directions.map((each) => [each, t(termWord('direction', each))])}
          />
        </div>
        <button type="submit" className="button primary">
          {t('compare')}
        </button>
      </form>
      <Card title={`${peers.name} · ${t('clientsCount', { count: peers.clients })}`}>
        {!peers.enough && <p>{t('peersFew', { count: peers.clients })}</p>}
        {peers.clients === 0 && <EmptyState title={t('peersNone')} />}
        {peers.median !== null && <p>{t('median', { value: peers.median })}</p>}
        {peers.values.length > 0 && (
          <RecordTable
            sentences
            caption={t('peersCaption')}
            columns={[{ label: t('value') }, { label: t('clients'), numeric: true }]}
            rows={peers.values.map(({ said: value, count }) => ({
              key: value ?? '',
              cells: [value ?? t('otherValues'), count],
            }))}
          />
        )}
      </Card>
      {peers.rows.length > 0 && (
        <Card title={t('namedCaption')}>
          <RecordTable
            sentences
            caption={t('namedCaption')}
            columns={[{ label: t('account') }, { label: t('value') }, { label: t('state') }]}
            rows={peers.rows.map((row) => ({
              key: row.accountId,
              cells: [
                <a key="account" href={`/accounts/${row.accountId}/terms`}>
                  {row.account}
                </a>,
                row.said,
                row.special ? t('special') : t('asStandard'),
              ],
            }))}
          />
        </Card>
      )}
    </div>
  )
}

type ChoiceProps = {
  id: string
  name: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
}

const Choice = ({ id, name, label, value, options }: ChoiceProps) => (
  <div className="field">
    <label className="label" htmlFor={id}>
      {label}
    </label>
    <select className="input select" id={id} name={name} defaultValue={value}>
      {options.map(([each, word]) => (
        <option key={each} value={each}>
          {word}
        </option>
      ))}
    </select>
  </div>
)
