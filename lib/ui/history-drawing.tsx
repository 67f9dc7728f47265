import {
  CartesianGrid,
  type DotItemDotProps,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'

/** One period as it is drawn: rounded numbers for the drawing, the exact ones in words. */
export type HistoryPoint = {
  key: string
  value: number | null
  target: number | null
  isRed: boolean
  words: readonly string[]
}
export type HistoryProps = { label: string; points: readonly HistoryPoint[] }

const height = 240
const size = { width: 320, height }
const tick = { fill: 'currentColor', fontSize: 12 }

/** The value of every period, its target as steps across; the figures of a period beside the pointer. The table says the same. */
export function HistoryDrawing({ label, points }: HistoryProps) {
  return (
    <div role="img" aria-label={label} className="history-chart">
      <ResponsiveContainer width="100%" height={height} initialDimension={size}>
        <LineChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="key" tick={tick} stroke="currentColor" minTickGap={12} />
          <YAxis tick={tick} stroke="currentColor" width={48} domain={['auto', 'auto']} />
          <Tooltip content={Words} cursor={{ fill: 'var(--line)', opacity: 0.5 }} isAnimationActive={false} />
          <Line
            type="linear"
            dataKey="value"
            stroke="var(--brand)"
            strokeWidth={2}
            dot={Dot}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            type="step"
            dataKey="target"
            stroke="currentColor"
            strokeDasharray="4 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}

/** A red period is larger and red; one without a value has no dot. */
function Dot({ cx, cy, payload }: DotItemDotProps) {
  if (cx === undefined || cy === undefined || payload?.value == null) return null
  return <circle cx={cx} cy={cy} r={payload.isRed ? 5 : 3} fill={payload.isRed ? 'var(--risk)' : 'var(--brand)'} />
}

type WordsProps = { active?: boolean; payload?: readonly { payload?: HistoryPoint }[] }

function Words({ active, payload }: WordsProps) {
  const point = active ? payload?.[0]?.payload : undefined
  if (!point) return null
  return (
    <div className="history-words">
      <strong>{point.key}</strong>
      {point.words.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </div>
  )
}
