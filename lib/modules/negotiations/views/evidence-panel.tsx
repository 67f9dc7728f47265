import { dayOf } from '@/lib/kernel/day'
import { formatMoney } from '@/lib/kernel/money'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { removeEvidence, retakeSnapshot } from '../actions'
import type { SalesSnapshot, Snapshot, UsageSnapshot } from '../model-evidence'
import type { EvidenceView } from '../queries-evidence'
import type { PreparationView } from '../queries-preparation'
import { More } from './more'
import { BringForm, SnapshotForm } from './preparation-forms'
import type { PreparingSaid } from './preparing-said'

type PanelProps = { preparation: PreparationView; said: PreparingSaid }

/** What supports our claims: figures as they were when they were taken, notes and files. */
export function EvidencePanel({ preparation, said }: PanelProps) {
  const { p } = said
  const { evidence, choices } = preparation
  return (
    <Card title={p('evidence')} id="evidence">
      {evidence.length === 0 && (
        <EmptyState icon="chart-no-axes-combined" title={p('evidenceEmpty')} text={p('evidenceEmptyText')} />
      )}
      <ul className="grid gap-5">
        {evidence.map((piece) => (
          <li key={piece.id}>
            <Piece piece={piece} preparation={preparation} said={said} />
          </li>
        ))}
      </ul>
      {choices && (
        <div className="flex flex-wrap gap-x-4">
          <More label={p('takeFigures')}>
            <SnapshotForm preparation={preparation} />
          </More>
          <More label={p('bring')}>
            <BringForm preparation={preparation} files={choices.files} />
          </More>
        </div>
      )}
    </Card>
  )
}

function Piece({ piece, preparation, said }: PanelProps & { piece: EvidenceView }) {
  const { p, timeZone } = said
  const on = { day: daySaid(dayOf(new Date(piece.takenAt), timeZone), said), name: piece.by }
  return (
    <article>
      <div className="flex items-start gap-2">
        <h3 className="grow font-medium">{piece.title}</h3>
        {preparation.choices && (
          <>
            {piece.snapshot && (
              <Press action={retakeSnapshot} values={{ evidenceId: piece.id }}>
                {p('retake')}
              </Press>
            )}
            <Press
              action={removeEvidence}
              values={{ evidenceId: piece.id }}
              className="button quiet square small"
              label={p('remove', { name: piece.title })}
            >
              <Icon name="x" />
            </Press>
          </>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-2">
        <Chip>{p(`kind_${piece.kind}`)}</Chip>
        {piece.showsMargin && (
          <Chip tone="warn" icon="key-round">
            {p('confidential')}
          </Chip>
        )}
        {piece.issue && <Chip>{piece.issue}</Chip>}
        {p('supports', { claim: piece.claim })}
      </p>
      {piece.note && <p className="whitespace-pre-line">{piece.note}</p>}
      {piece.file && (
        <p>
          <a className="link" href={`/api/files/${piece.file.id}`} download>
            {piece.file.name}
          </a>
        </p>
      )}
      {piece.snapshot && (
        <details open>
          <summary>{p('showRows')}</summary>
          <Figures snapshot={piece.snapshot} title={piece.title} accountId={preparation.account.id} said={said} />
        </details>
      )}
      <p className="text-muted">
        {p(piece.snapshot ? 'takenOn' : 'broughtOn', on)}
        {piece.source && ` · ${piece.source}`}
      </p>
    </article>
  )
}

type FiguresProps<S extends Snapshot> = { snapshot: S; title: string; accountId: string; said: PreparingSaid }

/** The frozen figures; each opens the lines that are behind it now. */
const Figures = ({ snapshot, ...rest }: FiguresProps<Snapshot>) =>
  snapshot.of === 'productUsage' ? <Usage snapshot={snapshot} {...rest} /> : <Sales snapshot={snapshot} {...rest} />

const linesOf = (accountId: string, { from, to, product }: { from: string; to: string; product?: string }) =>
  `/accounts/${accountId}/sales/lines?${new URLSearchParams({ day: `${from}..${to}`, ...(product ? { product } : {}) })}`

const growth = ({ p }: PreparingSaid, pct: string | null) =>
  pct === null ? <span className="text-muted">{p('noBase')}</span> : `${pct.startsWith('-') ? '' : '+'}${pct} %`

function Sales({ snapshot, title, accountId, said }: FiguresProps<SalesSnapshot>) {
  const { p } = said
  const { currency, total } = snapshot
  const money = (amount: string) => formatMoney({ amount, currency })
  return (
    <RecordTable
      caption={title}
      columns={[
        { label: p('period') },
        { label: p('net'), numeric: true },
        { label: p('before'), numeric: true },
        { label: p('growth'), numeric: true },
      ]}
      rows={snapshot.rows.map((row) => ({
        key: row.name,
        cells: [
          row.name,
          <a key="lines" className="link" href={linesOf(accountId, row)}>
            {money(row.net)}
          </a>,
          money(row.before),
          growth(said, row.growthPct),
        ],
      }))}
      foot={[p('sum'), money(total.net), money(total.before), growth(said, total.growthPct)]}
    />
  )
}

function Usage({ snapshot, title, accountId, said }: FiguresProps<UsageSnapshot>) {
  const { p } = said
  const { currency, total, others, from, to } = snapshot
  const money = (amount: string) => formatMoney({ amount, currency })
  const more = snapshot.products > snapshot.rows.length
  return (
    <RecordTable
      caption={title}
      columns={[
        { label: p('product') },
        { label: p('quantity'), numeric: true },
        { label: p('quantityBefore'), numeric: true },
        { label: p('net'), numeric: true },
        { label: p('before'), numeric: true },
        { label: p('growth'), numeric: true },
      ]}
      rows={[
        ...snapshot.rows.map((row) => ({
          key: row.productId,
          cells: [
            <a key="product" className="link" href={`/products/${row.productId}`}>
              {row.name}
            </a>,
            `${row.quantity} ${row.unit}`,
            `${row.quantityBefore} ${row.unit}`,
            <a key="lines" className="link" href={linesOf(accountId, { from, to, product: row.productId })}>
              {money(row.net)}
            </a>,
            money(row.before),
            growth(said, row.growthPct),
          ],
        })),
        ...(more
          ? [
              {
                key: 'others',
                cells: [p('others'), '', '', money(others.net), money(others.before), growth(said, others.growthPct)],
              },
            ]
          : []),
      ]}
      foot={[p('sum'), '', '', money(total.net), money(total.before), growth(said, total.growthPct)]}
    />
  )
}
