import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { full, signInOwner, start, visit } from '@/tests/kernel/identity-people'

const samples = 500
const guessesEach = 10

/** Milliseconds that something took, whether it succeeded or not. */
async function took(attempt: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await attempt().catch(() => null)
  return performance.now() - from
}

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Two-sided Mann-Whitney test by its normal approximation: how likely two such samples come from one distribution. */
function likelihood(left: readonly number[], right: readonly number[]): number {
  const ranked = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ]
    .toSorted((a, b) => a.value - b.value)
    .map((each, index) => ({ ...each, rank: index + 1 }))
  const rankSum = ranked.filter(({ isLeft }) => isLeft).reduce((sum, { rank }) => sum + rank, 0)
  const statistic = rankSum - (left.length * (left.length + 1)) / 2
  const mean = (left.length * right.length) / 2
  const deviation = Math.sqrt((left.length * right.length * (left.length + right.length + 1)) / 12)
  return 2 * (1 - normal(Math.abs(statistic - mean) / deviation))
}

/** The standard normal distribution function (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}

/** The same number of wrong guesses at known and unknown e-mails, one after the other in changing order. */
async function compare(guess: (email: string, isKnown: boolean) => Promise<unknown>) {
  const known: number[] = []
  const unknown: number[] = []
  for (let i = 0; i < samples / guessesEach; i++) {
    const { email } = await signInOwner()
    const stranger = `${randomUUID()}@example.com`
    for (let j = 0; j < guessesEach; j++) {
      const first = (i + j) % 2 === 0
      if (first) known.push(await took(() => guess(email, true)))
      unknown.push(await took(() => guess(stranger, false)))
      if (!first) known.push(await took(() => guess(email, true)))
    }
  }
  return { apart: Math.abs(median(known) / median(unknown) - 1), likelihood: likelihood(known, unknown) }
}

describe.runIf(full)('the time of a refused sign-in', { timeout: 900_000 }, () => {
  test('does not tell whether the e-mail is known', async () => {
    const found = await compare((email) => signIn({ email, password: 'not the right one' }, visit(), start))
    console.log(`medians ${(found.apart * 100).toFixed(1)} % apart, Mann-Whitney p ${found.likelihood.toFixed(3)}`)
    expect(found.apart).toBeLessThan(0.05)
    expect(found.likelihood).toBeGreaterThan(0.01)
  })

  test('would tell, and would be noticed here, if strangers cost less', async () => {
    const found = await compare((email, isKnown) =>
      isKnown ? signIn({ email, password: 'not the right one' }, visit(), start) : Promise.resolve(),
    )
    expect(found.likelihood).toBeLessThan(0.01)
  })
})
