const [width, height, inset] = [96, 24, 3]
const full = width - 2 * inset

/** How far a KPI went from what is worth nothing to its target, the mark at the right. Beside its figures, which say the same. */
export function Bullet({ attainment, label }: { attainment: number; label: string }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <rect x={inset} y={8} width={full} height={8} fill="var(--line)" />
      <rect x={inset} y={9.5} width={round(full * attainment)} height={5} fill="var(--brand)" />
      <rect x={inset + full - 1} y={4} width={2} height={16} fill="currentColor" />
    </svg>
  )
}

/** The values of about a year as a line, the target dashed where it lies among them, the last value as a dot. */
export function Spark({ values, target, label }: { values: readonly number[]; target: number | null; label: string }) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const near = target !== null && most > least && target >= least - (most - least) && target <= most + (most - least)
  const [low, high] = near ? [Math.min(least, target), Math.max(most, target)] : [least, most]
  const y = (value: number) =>
    high === low ? height / 2 : round(height - inset - ((value - low) / (high - low)) * (height - 2 * inset))
  const x = (at: number) => round(values.length === 1 ? width - inset : inset + (at / (values.length - 1)) * full)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {near && (
        <path d={`M${inset} ${y(target)}H${width - inset}`} stroke="currentColor" strokeDasharray="2 3" opacity="0.6" />
      )}
      <polyline
        points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')}
        fill="none"
        stroke="var(--brand)"
        strokeWidth="1.5"
      />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="2.5" fill="var(--brand)" />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
