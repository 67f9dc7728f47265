import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { calculated } from '@/lib/kernel/calculate'
import type { Studied, Study } from '@/lib/modules/negotiations/model-analysis'
import type { OpenIssue } from '@/lib/modules/negotiations/model-issues'

const full = process.env.ACCORD_BARS === 'full'

/** Issues with so many options each; both sides want the opposite, and weigh differently. */
function issuesOf(options: readonly number[]): OpenIssue[] {
  return options.map((many, at) => {
    const keys = Array.from({ length: many }, (_, index) => `o${index}`)
    const pointsOf = (of: (share: number) => number) =>
      keys.map((key, index) => ({ key, points: String(Math.round(100 * of(index / (many - 1)))) }))
    const scale = (of: (share: number) => number) =>
      ({ kind: 'ordinal', options: pointsOf(of), target: null, limit: null }) as const
    return {
      key: `i${at}`,
      options: keys,
      ours: { weight: String(at + 1), scale: scale((share) => share) },
      theirs: {
        weight: String(options.length - at + (at % 2)),
        scale: scale((share) => (1 - share) ** (0.7 + at / 10)),
      },
    }
  })
}

/** Each run asks for something else, so that nothing is answered from what was kept. */
function studiedOf(options: readonly number[], run: number): Studied {
  const open = issuesOf(options)
  const values = (index: number) => Object.fromEntries(open.map(({ key }) => [key, `o${index}`]))
  return {
    open,
    issues: open.map(({ key, ours }) => ({ key, ...ours })),
    beliefs: open.map(({ key }) => ({ key, theirTarget: null, theirLimit: null, confidence: 'medium' })),
    offers: [
      { no: 1, round: 1, side: 'us', values: values(1) },
      { no: 2, round: 1, side: 'them', values: values(0) },
    ],
    alternatives: {
      ours: [{ outcomes: [{ probability: '1', score: String(20 + run) }], switchingCost: '0' }],
      theirs: [{ outcomes: [{ probability: '1', score: '25' }], switchingCost: '0' }],
    },
    plan: null,
    agreed: values(1),
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function took(options: readonly number[], runs: number): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const began = performance.now()
    await calculated<Study>('negotiations.study', studiedOf(options, run))
    times.push(performance.now() - began)
  }
  return median(times.slice(1))
}

describe('the analysis of many packages', () => {
  it.each([
    { name: 'of 46,656 packages', options: [6, 6, 6, 6, 6, 6], few: [3, 3, 3], most: 150 },
    { name: 'of 200,000 packages', options: [10, 10, 10, 10, 10, 2], few: [4, 4, 4], most: 1000 },
  ])('$name is there in time, and leaves the process free for other requests', async ({ name, options, few, most }) => {
    const asked = full ? options : few
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const middle = await took(asked, full ? 9 : 1)
    delay.disable()
    const study = await calculated<Study>('negotiations.study', studiedOf(asked, 1))
    expect(study.space?.count).toBe(asked.reduce((product, many) => product * many, 1))
    expect(study.space?.frontierCount).toBeGreaterThan(0)
    const lag = delay.percentile(99) / 1e6
    console.info(`analysis ${name}: median ${middle.toFixed(0)} ms; p99 delay of the process ${lag.toFixed(0)} ms`)
    if (full) expect(middle).toBeLessThan(most)
  })
})
