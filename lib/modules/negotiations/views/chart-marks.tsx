import type { ReactNode } from 'react'
import type { Side } from '../model-issues'

/** An offer on a chart: ours round, theirs square, so that no colour is needed to tell them apart. */
export const Mark = ({ side, x, y }: { side: Side; x: number; y: number }) =>
  side === 'us' ? (
    <circle cx={x} cy={y} r="5" fill="var(--brand)" stroke="var(--surface)" strokeWidth="1.5" />
  ) : (
    <rect x={x - 5} y={y - 5} width="10" height="10" fill="var(--info)" stroke="var(--surface)" strokeWidth="1.5" />
  )

/** A point that is worth looking at: a diamond. */
export const Diamond = ({ x, y }: { x: number; y: number }) => (
  <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} fill="var(--warn)" stroke="var(--surface)" strokeWidth="1.5" />
)

const line = { x1: 1, x2: 23, y1: 7, y2: 7, strokeWidth: 2 } as const
const marks = {
  us: <Mark side="us" x={12} y={7} />,
  them: <Mark side="them" x={12} y={7} />,
  alternative: <line {...line} stroke="var(--risk)" strokeDasharray="8 4" />,
  theirAlternative: <line {...line} stroke="var(--risk)" strokeDasharray="2 3" />,
  plan: <line {...line} stroke="currentColor" strokeDasharray="2 5" />,
  frontier: <line {...line} stroke="var(--ok)" strokeWidth="2.5" />,
  density: <rect x="6" y="1" width="12" height="12" fill="currentColor" opacity="0.3" />,
  point: <Diamond x={12} y={7} />,
}

/** One entry of a legend. */
export const Key = ({ mark, children }: { mark: keyof typeof marks; children: ReactNode }) => (
  <li className="flex items-center gap-1.5">
    <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true">
      {marks[mark]}
    </svg>
    {children}
  </li>
)

export const Legend = ({ label, children }: { label: string; children: ReactNode }) => (
  <figcaption>
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={label}>
      {children}
    </ul>
  </figcaption>
)
