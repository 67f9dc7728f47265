import { roundHalfUp } from '@/lib/kernel/money'
import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import { riskMessages } from '../messages-risk'
import { type RiskFacts, riskOf, riskValues } from '../rules-risk'
import type { Said } from './said'

type RiskCardProps = {
  facts: Omit<RiskFacts, 'kpis'>
  /** Null when no KPI was measured. */
  kpis: { red: number; measured: number } | null
  said: Said
}

const tones = { low: 'ok', medium: 'warn', high: 'risk' } as const

/** How risky an agreement is: the sum, and what each thing on record adds to it. A05. */
export function RiskCard({ facts, kpis, said }: RiskCardProps) {
  const r = translatorOf(riskMessages, said.locale)
  const risk = riskOf(riskValues({ ...facts, kpis }))
  if (!risk) return null
  const { score, band, parts, missing } = risk
  const percent = (value: string) => `${roundHalfUp(value)}%`
  return (
    <Card
      title={r('risk')}
      action={
        <Chip tone={tones[band]}>
          {r(`band_${band}`)} · {r('ofHundred', { score: roundHalfUp(score) })}
        </Chip>
      }
    >
      <div className="grid gap-3">
        <p className="text-muted">{r('riskText')}</p>
        <RecordTable
          caption={r('risk')}
          columns={[
            { label: r('factor') },
            { label: r('value'), numeric: true },
            { label: r('share'), numeric: true },
            { label: r('points'), numeric: true },
          ]}
          rows={parts.map(({ factor, value, share, points }) => ({
            key: factor,
            cells: [
              r(`factor_${factor}`),
              percent(String(Number(value) * 100)),
              percent(share),
              roundHalfUp(points, 1),
            ],
          }))}
          foot={[r('risk'), '', '', roundHalfUp(score, 1)]}
        />
        {missing.length > 0 && (
          <p className="text-muted">
            {r('unknown', { factors: missing.map((factor) => r(`factor_${factor}`)).join(marksOf(said.locale).comma) })}
          </p>
        )}
      </div>
    </Card>
  )
}
