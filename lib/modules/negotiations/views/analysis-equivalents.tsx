import { exact } from '@/lib/kernel/exact'
import { formatMoney } from '@/lib/kernel/money'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import type { Equivalent } from '../model-analysis'
import type { AnalysisView } from '../queries-analysis'
import { numberSaid } from '../rules-values'
import type { StudySaid } from './analysis-said'

type EquivalentsProps = { view: AnalysisView; said: StudySaid }

/** What one concession is worth in others, by what it costs in a year, with the base and what cannot be costed. T03. */
export function EquivalentsCard({ view, said }: EquivalentsProps) {
  const { t } = said
  const { equivalents, direction, currency } = view
  const { sales, ratePct, rows, uncosted } = equivalents
  if (rows.length === 0 && uncosted.length === 0) return null
  const money = (amount: string) => formatMoney({ amount, currency })
  return (
    <Card id="equivalents" title={t('equal')}>
      <div className="grid gap-3">
        {rows.length > 0 && (
          <>
            <p>{t('equalBase', { direction, sales: money(sales ?? '0'), rate: ratePct ?? '' })}</p>
            <RecordTable
              caption={t('equal')}
              columns={[{ label: t('concession') }, { label: t('yearly'), numeric: true }, { label: t('equalTo') }]}
              rows={rows.map((row) => ({ key: row.key, cells: cellsOf(row, view, said, money) }))}
              sentences
            />
          </>
        )}
        {uncosted.length > 0 && (
          <div>
            <h3 className="font-medium">{t('uncosted')}</h3>
            <ul className="mt-1 grid list-disc gap-1 pl-5 text-muted">
              {uncosted.map(({ key, why }) => (
                <li key={key}>
                  {said.issue(key)}
                  {said.colon}
                  {t(`uncosted_${why}`, { direction, currency })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  )
}

function cellsOf(row: Equivalent, { equivalents }: AnalysisView, said: StudySaid, money: (amount: string) => string) {
  const { t } = said
  const { sales, ratePct } = equivalents
  const asked = new URLSearchParams({
    ...{ weight: row.weight, many: row.weight === 'lumpSum' ? row.yearly : row.many },
    ...{ sales: sales ?? '', rate: ratePct ?? '' },
  })
  const step = `${said.issue(row.key)} ${said.value(row.key, numberSaid(row.many))}`
  return [
    row.isGap ? (
      <span key="step" className="flex flex-wrap items-center gap-2">
        {step}
        <Chip tone="info">{t('isGap')}</Chip>
      </span>
    ) : (
      step
    ),
    money(row.yearly),
    <span key="equal" className="grid gap-1">
      {row.others.map(({ key, many }) => `${said.issue(key)} ${said.value(key, readable(many))}`).join(said.comma)}
      <a className="link" href={`/terms/calculator?${asked}`}>
        {t('otherAmounts')}
      </a>
    </span>,
  ]
}

/** Three figures are what anybody weighs by: 0.247 points, 60.8 days; whole ones from 100 on. */
const readable = (many: string) => {
  const value = exact(many)
  return numberSaid((value.abs().gte(100) ? value.toDecimalPlaces(0) : value.toSignificantDigits(3)).toFixed())
}
