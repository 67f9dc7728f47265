import type { WaterfallStep } from './rules-waterfall'

/** A piece of a bar: what is left, what is lost below zero, or what the step took away. Tops and heights in drawing units. */
export type Piece = { kind: 'left' | 'lost' | 'off'; top: number; height: number }
export type Bars = { zero: number; bars: { label: number; pieces: Piece[] }[] }

const zeroOr = (value: number) => Math.max(0, value)

/**
 * Where the bars of a waterfall stand between two heights of a drawing (`top` is the smaller one). The scale runs from the
 * lowest value, at most 0, to the highest, so that what falls below zero stays inside. Only for drawing, never for money.
 */
export function barsOf(
  steps: readonly Omit<WaterfallStep, 'name'>[],
  { top, bottom }: { top: number; bottom: number },
): Bars {
  const falls = steps.map(({ delta, running }) => {
    const now = Number(running)
    return { now, before: delta === null ? now : now - Number(delta) }
  })
  const every = falls.flatMap(({ now, before }) => [now, before])
  const lowest = Math.min(0, ...every)
  const highest = Math.max(lowest === 0 ? 1 : 0, ...every)
  const at = (value: number) => top + ((highest - value) / (highest - lowest)) * (bottom - top)
  const piece = (kind: Piece['kind'], from: number, to: number): Piece[] =>
    from === to ? [] : [{ kind, top: at(Math.max(from, to)), height: Math.max(1, Math.abs(at(from) - at(to))) }]
  return {
    zero: at(0),
    bars: falls.map(({ now, before }) => ({
      label: at(Math.max(0, now, before)),
      pieces: [
        ...piece('left', 0, zeroOr(now)),
        ...piece('lost', Math.min(0, now), 0),
        ...(before > now ? piece('off', zeroOr(now), zeroOr(before)) : []),
      ],
    })),
  }
}
