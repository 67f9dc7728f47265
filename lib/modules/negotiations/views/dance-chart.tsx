import type { Study } from '../model-analysis'
import type { Side } from '../model-issues'
import type { StudySaid } from './analysis-said'
import { Key, Legend, Mark } from './chart-marks'

const [width, height, left, right, top, bottom] = [640, 260, 34, 14, 14, 30]

/** The negotiation dance: both sides' offers on our scale over the rounds, our alternative and our plan. Drawn on the server. */
export function DanceChart({ study, said }: { study: Study; said: StudySaid }) {
  const { t } = said
  const shown = study.offers.flatMap(({ no, side, round, carried }) =>
    carried === null ? [] : [{ no, side, round, y: yOf(carried) }],
  )
  if (shown.length === 0) return null
  const last = Math.max(2, ...shown.map(({ round }) => round), ...(study.curve ?? []).map(({ round }) => round))
  const x = (round: number) => left + (round / last) * (width - left - right)
  const lineOf = (side: Side) =>
    shown.flatMap((offer) => (offer.side === side ? [`${x(offer.round)},${offer.y}`] : [])).join(' ')
  const { ours } = study.alternatives
  const rounds = Array.from({ length: last + 1 }, (_, round) => round).filter((round) => last < 13 || round % 2 === 0)
  return (
    <figure className="grid gap-2">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('danceLabel')} className="bars w-full max-w-3xl">
        {[0, 25, 50, 75, 100].map((score) => (
          <g key={score}>
            <line x1={left} x2={width - right} y1={yOf(score)} y2={yOf(score)} stroke="currentColor" opacity="0.15" />
            <text x={left - 6} y={yOf(score) + 4} textAnchor="end" fill="currentColor">
              {score}
            </text>
          </g>
        ))}
        {rounds.map((round) => (
          <text key={round} x={x(round)} y={height - 10} textAnchor="middle" fill="currentColor">
            {round}
          </text>
        ))}
        {study.curve && (
          <polyline
            points={study.curve.map(({ round, planned }) => `${x(round)},${yOf(planned)}`).join(' ')}
            fill="none"
            stroke="currentColor"
            strokeDasharray="2 5"
            strokeWidth="2"
          />
        )}
        {ours && (
          <line
            x1={left}
            x2={width - right}
            y1={yOf(ours)}
            y2={yOf(ours)}
            stroke="var(--risk)"
            strokeDasharray="8 4"
            strokeWidth="2"
          />
        )}
        <polyline points={lineOf('us')} fill="none" stroke="var(--brand)" strokeWidth="2.5" />
        <polyline points={lineOf('them')} fill="none" stroke="var(--info)" strokeWidth="2.5" strokeDasharray="6 3" />
        {shown.map(({ no, side, round, y }) => (
          <Mark key={no} side={side} x={x(round)} y={y} />
        ))}
      </svg>
      <Legend label={t('legend')}>
        <Key mark="us">{t('us')}</Key>
        <Key mark="them">{t('them')}</Key>
        {ours && <Key mark="alternative">{t('alternative')}</Key>}
        {study.curve && <Key mark="plan">{t('plan')}</Key>}
      </Legend>
    </figure>
  )
}

const yOf = (score: string | number) =>
  top + (1 - Math.min(100, Math.max(0, Number(score))) / 100) * (height - top - bottom)
