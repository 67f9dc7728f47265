import { exact, plain } from '@/lib/kernel/exact'
import type { Bar } from '@/lib/ui/bar-scale'
import type { WaterfallStep } from './rules-waterfall'

/** The bars of one step of a waterfall: what is left or lost below zero, and above it what the step took away. */
export function waterfallBars({ delta, running }: Omit<WaterfallStep, 'name'>, isEnd: boolean): Bar[] {
  const now = exact(running)
  const before = delta === null ? now : now.minus(delta)
  const overZero = (value: typeof now) => plain(value.lt(0) ? exact(0) : value)
  const rest: Bar = now.lt(0)
    ? { from: running, to: '0', tone: 'lost' }
    : { from: '0', to: running, tone: isEnd ? 'figure' : 'back' }
  return before.gt(now) ? [rest, { from: overZero(now), to: overZero(before), tone: 'off' }] : [rest]
}
