import { type Bar, type BarTone, scaled } from './bar-scale'

export type BarColumn = { key: string; bars: readonly Bar[]; head?: string; foot?: string }
type BarsProps = {
  /** What the drawing shows; the table beside it says the same in words. */
  label: string
  columns: readonly BarColumn[]
  /** How many bars stand beside each other in a column. */
  lanes?: number
  /** A value that is drawn as a dashed line across. */
  line?: string | null
  /** The highest value, as it is said at the top. */
  scale?: string
  /** Words under several columns at once, in their order. */
  spans?: readonly { key: string; columns: number; label: string }[]
}

const [width, height, head, foot] = [640, 180, 16, 20]
const fills: Readonly<Record<BarTone, string>> = {
  figure: 'var(--brand)',
  back: 'currentColor',
  lost: 'var(--risk)',
  off: 'currentColor',
}
const opacities: Readonly<Record<BarTone, number>> = { figure: 1, back: 0.3, lost: 0.8, off: 0.45 }

/** The one bar chart of the product: drawn on the server, without script; nothing when there is nothing to draw. */
export function Bars({ label, columns, lanes = 1, line = null, scale, spans = [] }: BarsProps) {
  const drawing = scaled(
    columns.map(({ bars }) => bars),
    { top: head, bottom: height - foot },
    line,
  )
  if (drawing.columns.every(({ bars }) => bars.length === 0)) return null
  const step = width / columns.length
  const lane = (step * 0.76) / lanes
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="bars w-full max-w-3xl">
      {columns.map(({ key, head: above, foot: below }, index) => (
        <g key={key} transform={`translate(${index * step} 0)`}>
          {drawing.columns[index]?.bars.map((bar) => (
            <rect
              key={`${bar.lane} ${bar.tone} ${bar.top}`}
              x={step * 0.12 + bar.lane * lane}
              y={bar.top}
              width={lane * 0.92}
              height={bar.height}
              fill={fills[bar.tone]}
              opacity={opacities[bar.tone]}
            />
          ))}
          {above && <Word x={step / 2} y={(drawing.columns[index]?.label ?? head) - 4} text={above} exact />}
          {below && <Word x={step / 2} y={height - 6} text={below} />}
        </g>
      ))}
      <line x1={0} x2={width} y1={drawing.zero} y2={drawing.zero} stroke="currentColor" opacity="0.45" />
      {drawing.line !== null && (
        <line
          x1={0}
          x2={width}
          y1={drawing.line}
          y2={drawing.line}
          stroke="currentColor"
          strokeDasharray="4 4"
          opacity="0.7"
        />
      )}
      {spans.map((span, index) => {
        const begins = spans.slice(0, index).reduce((sum, { columns: its }) => sum + its, 0)
        return <Word key={span.key} x={(begins + span.columns / 2) * step} y={height - 5} text={span.label} />
      })}
      {scale && <Word x={0} y={11} text={scale} anchor="start" exact />}
    </svg>
  )
}

/** Exact figures leave a drawing that is as small as on a phone: the table has them. */
type WordProps = { x: number; y: number; text: string; anchor?: 'start' | 'middle'; exact?: boolean }

const Word = ({ x, y, text, anchor = 'middle', exact = false }: WordProps) => (
  <text x={x} y={y} textAnchor={anchor} className={exact ? 'exact' : undefined} fill="currentColor">
    {text}
  </text>
)
