/** What a bar stands for: a figure, one that stands back, what is lost below zero, what a step took away. */
export type BarTone = 'figure' | 'back' | 'lost' | 'off'
/** A bar from one value to another, as exact text; `lane` is its place beside others of the same column. */
export type Bar = { from: string; to: string; tone: BarTone; lane?: number }

export type Drawn = { top: number; height: number; tone: BarTone; lane: number }
export type Scaled = { zero: number; line: number | null; columns: { label: number; bars: Drawn[] }[]; highest: number }

/**
 * Where the bars of columns stand between two heights of a drawing (`top` is the smaller one). The scale runs from the
 * lowest value, at most 0, to the highest, so that what falls below zero stays inside. Only for drawing, never for money.
 */
export function scaled(
  columns: readonly (readonly Bar[])[],
  { top, bottom }: { top: number; bottom: number },
  line: string | null = null,
): Scaled {
  const every = [...columns.flat().flatMap(({ from, to }) => [Number(from), Number(to)]), Number(line ?? 0)]
  const lowest = every.reduce((least, each) => Math.min(least, each), 0)
  const highest = every.reduce((most, each) => Math.max(most, each), lowest === 0 ? Number.MIN_VALUE : 0)
  const at = (value: number) => top + ((highest - value) / (highest - lowest)) * (bottom - top)
  const drawn = ({ from, to, tone, lane = 0 }: Bar): Drawn[] => {
    const [a, b] = [Number(from), Number(to)]
    return a === b ? [] : [{ top: at(Math.max(a, b)), height: Math.max(1, Math.abs(at(a) - at(b))), tone, lane }]
  }
  return {
    zero: at(0),
    line: line === null ? null : at(Number(line)),
    columns: columns.map((bars) => ({
      label: at(bars.reduce((most, { from, to }) => Math.max(most, Number(from), Number(to)), 0)),
      bars: bars.flatMap(drawn),
    })),
    highest,
  }
}
