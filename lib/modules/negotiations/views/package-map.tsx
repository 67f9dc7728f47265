import type { Density, SpaceStudy, Study } from '../model-analysis'
import type { StudySaid } from './analysis-said'
import { Diamond, Key, Legend, Mark } from './chart-marks'

const [size, left, right, top, bottom] = [440, 46, 22, 12, 36]
const side = size - left - right
const tall = size - top - bottom

/** Every package by both scores: where they lie as a shade, the efficient ones exactly, offers and points of reference on top. */
export function PackageMap({ study, space, said }: { study: Study; space: SpaceStudy; said: StudySaid }) {
  const { t } = said
  const { ours, theirs } = study.alternatives
  const references = (['nash', 'maximin', 'maxJoint'] as const).flatMap((name) => {
    const found = space[name]
    return found ? [{ name, x: xOf(found.ours), y: yOf(found.theirs) }] : []
  })
  const points = [...new Map(references.map((point) => [`${point.x} ${point.y}`, point])).values()]
  const offers = study.offers.flatMap(({ no, side: by, carried, theirs: their }) =>
    carried === null || their === null ? [] : [{ no, by, x: xOf(carried), y: yOf(their) }],
  )
  return (
    <figure className="grid gap-2">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('mapLabel')} className="bars w-full max-w-xl">
        {[0, 50, 100].map((score) => (
          <g key={score}>
            <line x1={left} x2={size - right} y1={yOf(score)} y2={yOf(score)} stroke="currentColor" opacity="0.15" />
            <line x1={xOf(score)} x2={xOf(score)} y1={top} y2={size - bottom} stroke="currentColor" opacity="0.15" />
            <text x={left - 6} y={yOf(score) + 4} textAnchor="end" fill="currentColor">
              {score}
            </text>
            <text x={xOf(score)} y={size - bottom + 15} textAnchor="middle" fill="currentColor">
              {score}
            </text>
          </g>
        ))}
        <text x={left + side / 2} y={size - 6} textAnchor="middle" fill="currentColor">
          {t('ourScore')}
        </text>
        <text
          x={14}
          y={top + tall / 2}
          textAnchor="middle"
          fill="currentColor"
          transform={`rotate(-90 14 ${top + tall / 2})`}
        >
          {t('theirScore')}
        </text>
        {([1, 2, 3] as const).map((tier) => (
          <path key={tier} d={shadeOf(space.density, tier)} fill="currentColor" opacity={tier * 0.14} />
        ))}
        {ours && (
          <line
            x1={xOf(ours)}
            x2={xOf(ours)}
            y1={top}
            y2={size - bottom}
            stroke="var(--risk)"
            strokeDasharray="8 4"
            strokeWidth="2"
          />
        )}
        {theirs && (
          <line
            x1={left}
            x2={size - right}
            y1={yOf(theirs)}
            y2={yOf(theirs)}
            stroke="var(--risk)"
            strokeDasharray="2 3"
            strokeWidth="2"
          />
        )}
        <polyline
          points={space.line.map((point) => placeOf(point).join(',')).join(' ')}
          fill="none"
          stroke="var(--ok)"
          strokeWidth="2.5"
        />
        <path
          d={space.line.map((point) => `M${placeOf(point).join(' ')}h0`).join('')}
          stroke="var(--ok)"
          strokeWidth="4.4"
          strokeLinecap="round"
        />
        {points.map(({ name, x, y }, index) => (
          <g key={name}>
            <Diamond x={x} y={y} />
            <text {...besideOf({ x, y }, points.slice(0, index))} fill="currentColor">
              {references
                .filter((each) => each.x === x && each.y === y)
                .map((each) => t(`${each.name}_short`))
                .join(' · ')}
            </text>
          </g>
        ))}
        {offers.map(({ no, by, x, y }) => (
          <g key={no}>
            <Mark side={by} x={x} y={y} />
            <text {...numberBeside({ x, y })} fill="currentColor" className="exact">
              {no}
            </text>
          </g>
        ))}
      </svg>
      <Legend label={t('legend')}>
        <Key mark="frontier">{t('efficient')}</Key>
        <Key mark="density">{t('density')}</Key>
        {points.length > 0 && <Key mark="point">{t('point')}</Key>}
        {offers.length > 0 && <Key mark="us">{t('us')}</Key>}
        {offers.length > 0 && <Key mark="them">{t('them')}</Key>}
        {ours && <Key mark="alternative">{t('alternative')}</Key>}
        {theirs && <Key mark="theirAlternative">{t('theirAlternative')}</Key>}
      </Legend>
    </figure>
  )
}

type Point = { x: number; y: number }

/** Where a name stands beside its point: inside the map, and under a neighbour's name instead of upon it. */
function besideOf({ x, y }: Point, earlier: readonly Point[]) {
  const isClose = earlier.some((other) => Math.abs(other.x - x) < 90 && Math.abs(other.y - y) < 18)
  const isRight = x > left + side * 0.6
  return { x: isRight ? x - 10 : x + 10, y: isClose ? y + 16 : y - 6, textAnchor: isRight ? 'end' : 'start' } as const
}

/** Where the number of an offer stands: clear of the axes at the edge of the map. */
const numberBeside = ({ x, y }: Point) => ({
  x: x > size - right - 20 ? x - 16 : x + 8,
  y: y > size - bottom - 20 ? y - 8 : y + 12,
})

const within = (score: string | number) => Math.min(100, Math.max(0, Number(score))) / 100
const xOf = (score: string | number) => left + within(score) * side
const yOf = (score: string | number) => top + (1 - within(score)) * tall

const short = (value: number) => value.toFixed(1)
const placeOf = ({ ours, theirs }: { ours: number; theirs: number }) => [short(xOf(ours)), short(yOf(theirs))]

/** All cells of one shade as one path, neighbours in a row as one piece: a page stays small whatever the number of packages. */
function shadeOf({ columns, rows, cells }: Density, tier: 1 | 2 | 3): string {
  const [wide, high] = [side / columns, tall / rows]
  const pieces: { column: number; row: number; many: number }[] = []
  for (const [column, row, each] of cells) {
    if (each !== tier) continue
    const last = pieces.at(-1)
    if (last?.row === row && last.column + last.many === column) last.many += 1
    else pieces.push({ column, row, many: 1 })
  }
  return pieces
    .map(({ column, row, many }) => {
      const [x, y] = [short(left + column * wide), short(top + tall - (row + 1) * high)]
      return `M${x} ${y}h${short(many * wide)}v${short(high)}H${x}z`
    })
    .join('')
}
