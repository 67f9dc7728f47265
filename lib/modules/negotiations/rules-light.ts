import { exact } from '@/lib/kernel/exact'
import { no } from './rules'

/** From when on the formal workspace is due; an amount that nobody set asks for nothing. */
export type Thresholds = {
  formalFrom: string | null
  formalTiers: readonly string[]
  formalTerms: readonly string[]
  noticeDays: number
}

/** What holds while nobody set anything. */
export const noThresholds: Thresholds = { formalFrom: null, formalTiers: [], formalTerms: [], noticeDays: 2 }

type SmallTalk = { expectedValue: string | null; tier: string | null; termCode: string | null }

const reasons = ['expectedValue', 'tier', 'termCode'] as const
export type FormalReason = (typeof reasons)[number]

/** Why a talk is too large for the light path: its value (the threshold itself counts), the client’s tier, the kind of term. */
export function formalReasons({ expectedValue, tier, termCode }: SmallTalk, thresholds: Thresholds): FormalReason[] {
  const { formalFrom, formalTiers, formalTerms } = thresholds
  const large = formalFrom !== null && expectedValue !== null && exact(expectedValue).gte(formalFrom)
  const met: Record<FormalReason, boolean> = {
    expectedValue: large,
    tier: tier !== null && formalTiers.includes(tier),
    termCode: termCode !== null && formalTerms.includes(termCode),
  }
  return reasons.filter((reason) => met[reason])
}

/** Refuses a small talk that is none, with a sentence for each reason. */
export function mustBeSmall(due: readonly FormalReason[]): void {
  if (due.length === 0) return
  throw no('formalDue', {}, Object.fromEntries(due.map((reason) => [reason, { code: `formalBy_${reason}` as const }])))
}

const longestTitle = 60

/** What a small talk is called: the first line of what was asked. */
export function titleOf(asked: string): string {
  const line = [...(asked.split('\n')[0] ?? '').trim()]
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1).join('')}…` : line.join('')
}
